import Bytes
import Metrics
import Records

// The kinds of measures, as classes of their own: which of them one is, is then seen at once, where a generic class would
// ask for its type at run time. For the same reason those that most logs need have methods of their own for what is called
// for each record, or for each series of a window.

final class TrueCounts: SeriesMeasure<TrueCount> {
    override func observe(_ value: Value, _ series: Int, _ observation: Observation, _ record: inout Record) {
        states[series].observe(value, observation, &record)
    }

    override func reset(_ series: Int) { states[series] = TrueCount() }
}

final class Sums: SeriesMeasure<SumState> {
    override func observe(_ value: Value, _ series: Int, _ observation: Observation, _ record: inout Record) {
        if observation.times == 1, case .integer(let number) = value {
            states[series].add(number)
        } else {
            states[series].observe(value, observation, &record)
        }
    }
}

final class Ranges: SeriesMeasure<RangeState> {
    override func observe(_ value: Value, _ series: Int, _ observation: Observation, _ record: inout Record) {
        states[series].observe(value, observation, &record)
    }
}

final class Distributions: SeriesMeasure<ExponentialHistogram> {
    override func observe(_ value: Value, _ series: Int, _ observation: Observation, _ record: inout Record) {
        states[series].observe(value, observation, &record)
    }

    override func reset(_ series: Int) { states[series].removeAll() }

    /// As a histogram's; one that is taken out of the array is copied for it.
    func quantile(_ q: Decimal, of series: Int) -> Double? {
        let states = states
        return states.span[series].quantile(q)
    }
}

final class DistinctCounts: SeriesMeasure<DistinctState> {
    override func observe(_ value: Value, _ series: Int, _ observation: Observation, _ record: inout Record) {
        states[series].observe(value, observation, &record)
    }
}

final class PresentCounts: SeriesMeasure<PresentCount> {}
final class Moments: SeriesMeasure<MomentsState> {}
final class BoundedCounts: SeriesMeasure<BoundedHistogram> {}
final class Apdexes: SeriesMeasure<ApdexState> {}
final class Edges: SeriesMeasure<EdgeState> {}
final class Exemplars: SeriesMeasure<ExemplarState> {}
final class Tops: SeriesMeasure<TopState> {}
final class Counters: SeriesMeasure<CounterState> {}
