import Advice
import Expressions
import FilterKit
import Metrics
import Records

/// An expression that may make a signal of what a log has: it is tried on the records, so that nothing is promised that the
/// log does not hold.
struct SignalProbe {
    enum Purpose {
        case derivation(ProgramAdvice.Derivation)
        /// True of a record that only this program writes.
        case evidence
    }

    let purpose: Purpose
    /// Nil for what is standard in every log.
    let program: ProgramAdvice?
    private let expression: BoundExpression
    /// Records of which it is true, or which have the number.
    private(set) var hits = 0
    private(set) var numbers = ExponentialHistogram()
    private(set) var windows = WindowCounts()

    init(
        _ text: String, _ purpose: Purpose, of program: ProgramAdvice?, _ record: inout Record
    ) throws(Failure) {
        self.purpose = purpose
        self.program = program
        do throws(ExpressionError) { expression = try Expression.compile(text).bind(to: &record) } catch {
            throw Failure(.badConfiguration, "advice of \(program?.name ?? "weir"): \(text): \(error)")
        }
    }

    var derivation: ProgramAdvice.Derivation? {
        if case .derivation(let derivation) = purpose { derivation } else { nil }
    }

    mutating func observe(_ record: inout Record, second: Int64?) {
        switch expression.evaluate(&record) {
        case .bool(true): break
        case .integer(let number): numbers.observe(Double(number))
        case .decimal(let number): numbers.observe(number.doubleValue)
        case .double(let number): numbers.observe(number)
        default: return
        }
        hits += 1
        if let second { windows.add(second) }
    }

    /// What counts as an error wherever it is written in the standard fields.
    static let standard = [
        ProgramAdvice.Derivation(
            signal: .errors, name: "failed", expression: "status >= 500",
            means: "responses with a status of 500 and more"),
        ProgramAdvice.Derivation(
            signal: .errors, name: "failed", expression: #"level in ("error", "fatal")"#,
            means: "lines at level error and fatal"),
        ProgramAdvice.Derivation(
            signal: .errors, name: refused, expression: "status >= 400 && status < 500",
            means: "responses that blame the client"),
    ]

    /// What is no failure of the service, but counted beside them.
    static let refused = "refused"
}
