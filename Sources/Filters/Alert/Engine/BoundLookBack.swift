import Bytes
import Expressions
import FilterKit
import Glibc
import Records

/// A call that looks back, over one record's store, with what it remembers of each series.
final class BoundLookBack {
    let call: LookBack
    private let field: FieldName
    private let arguments: [BoundExpression]
    var memories: [SeriesMemory] = []

    init(_ call: LookBack, in run: FilterRun, _ record: inout Record) {
        self.call = call
        field = record.name(call.field)
        var arguments: [BoundExpression] = []
        for argument in call.arguments { arguments.append(run.bind(argument, &record)) }
        self.arguments = arguments
    }

    /// Takes the record, and puts the answer into it as a field.
    func look(_ series: Int, at time: Int64, width: Int64?, _ record: inout Record) {
        let answer: Value =
            switch call.function {
            case .nOfM:
                .bool(memories[series].count(arguments[0].isTrue(&record), n: call.n, m: call.m, at: time))
            case .sequence:
                .bool(
                    memories[series].follows(
                        arguments[0].isTrue(&record), arguments[1].isTrue(&record), at: time, within: call.span))
            default: number(series, at: time, width: width, &record)
            }
        record.set(field, to: answer)
    }

    private func number(_ series: Int, at time: Int64, width: Int64?, _ record: inout Record) -> Value {
        guard let now = arguments[0].evaluate(&record).asDouble(in: record) else { return .null }
        if call.function == .ewma {
            return .double(memories[series].average(now, at: time, halfLife: call.span))
        }
        memories[series].add(now, at: time, span: call.span)
        let memory = memories[series]
        let slack = max(width ?? 0, 300_000_000_000)
        let result: Double? =
            switch call.function {
            case .ago: memory.ago(call.span, from: time, slack: slack)
            case .change: memory.ago(call.span, from: time, slack: slack).map { now - $0 }
            case .averageOver: Statistics.mean(memory.over(call.span, to: time))
            case .minimumOver: memory.over(call.span, to: time).min()
            case .maximumOver: memory.over(call.span, to: time).max()
            case .sumOver: memory.over(call.span, to: time).reduce(0, +)
            case .medianOver: Statistics.median(memory.over(call.span, to: time))
            case .zscore: Statistics.robustScore(now, among: memory.over(call.span, to: time, withNewest: false))
            default: nil
            }
        return result.map { $0.isFinite ? .double($0) : .null } ?? .null
    }

    func save(_ series: Int, to snapshot: inout SnapshotWriter) { memories[series].save(to: &snapshot) }
}

extension Value {
    /// The number as a double, the number that a text is; nil for anything else.
    fileprivate func asDouble(in record: borrowing Record) -> Double? {
        switch self {
        case .integer(let number): Double(number)
        case .decimal(let number): number.doubleValue
        case .double(let number): number
        case .text(let slice): Double(record.store.text(slice)).flatMap { $0.isFinite ? $0 : nil }
        default: nil
        }
    }
}

enum Exponential {
    /// `2^-x`
    static func half(to x: Double) -> Double { Glibc.exp2(-x) }
}

enum Statistics {
    static func mean(_ values: ArraySlice<Double>) -> Double? {
        values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }

    static func median(_ values: ArraySlice<Double>) -> Double? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }

    /// Values that a score needs before it says anything.
    static let fewestForScore = 5
    /// What stands for a deviation from values that never changed.
    static let beyondMeasure = 1e6

    /// How many standard deviations a value is off the median, the deviation estimated by the median of the distances from it
    /// (Iglewicz & Hoaglin, "How to detect and handle outliers", 1993); where more than half of them are zero, by their mean.
    static func robustScore(_ value: Double, among others: ArraySlice<Double>) -> Double? {
        guard others.count >= fewestForScore, let center = median(others) else { return nil }
        let distances = others.map { ($0 - center).magnitude }[...]
        let deviation = (median(distances) ?? 0) * 1.4826
        let scale = deviation > 0 ? deviation : (mean(distances) ?? 0) * 1.2533
        if value == center { return 0 }
        guard scale > 0 else { return value > center ? beyondMeasure : -beyondMeasure }
        return max(-beyondMeasure, min(beyondMeasure, (value - center) / scale))
    }
}
