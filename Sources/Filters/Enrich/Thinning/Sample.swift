import Expressions
import FilterKit
import Hashing
import Records

/// `--sample 1/100`, perhaps with `--by FIELDS`
struct SampleOption: StepOption {
    private let kept: UInt64
    private let of: UInt64
    private let fields: [String]?

    init(_ text: String, by fields: [String]?) throws(Failure) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let kept = UInt64(parts[0]), let of = UInt64(parts[1]), kept > 0, kept <= of,
            of <= 1_000_000_000
        else { throw Failure(.usage, "--sample: '\(text)' is no share; write 1/100 for one of a hundred") }
        self.kept = kept
        self.of = of
        self.fields = fields
    }

    func bind(to record: inout Record, in run: FilterRun) throws(Failure) -> Step {
        if let fields { run.expect(fields, &record) }
        let weight: Expression
        // A record that was sampled before already stands for several.
        let text = "(float(weight) ?? 1) * \(of)" + (kept == 1 ? "" : " / \(kept)")
        do throws(ExpressionError) { weight = try Expression.compile(text) } catch {
            throw Failure(error, in: "--sample")
        }
        return .part(Sample(kept, of: of, by: fields, weight: run.bind(weight, &record), &record))
    }
}

/// Keeps the records whose hash is among the lowest of so many: of the line as it came in, or of what some fields say. It
/// remembers nothing, so any split of a log, read in any order, gives the same sample.
final class Sample: Enricher {
    private let kept: UInt64
    private let of: UInt64
    private let names: [FieldName]?
    private let weightName: FieldName
    private let weight: BoundExpression

    init(_ kept: UInt64, of: UInt64, by fields: [String]?, weight: BoundExpression, _ record: inout Record) {
        self.kept = kept
        self.of = of
        var names: [FieldName]?
        if let fields {
            names = []
            for field in fields { names?.append(record.name(field)) }
        }
        self.names = names
        weightName = record.name("weight")
        self.weight = weight
    }

    func enrich(_ record: inout Record, in run: FilterRun) -> Bool {
        let hash =
            if let names { RecordKey(names, &record).high } else { XXH64.hash(record.store.buffer, record.line) }
        guard hash.multipliedFullWidth(by: of).high < kept else {
            run.ledger.drop(.sampled)
            return false
        }
        record.set(weightName, to: weight.evaluate(&record))
        return true
    }
}
