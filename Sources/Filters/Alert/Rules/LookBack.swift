import Expressions
import Records

/// A call in a rule's expression whose value depends on the records of the series that came before.
struct LookBack: Sendable {
    enum Function: String, CaseIterable, Sendable {
        /// `ago(x, 1d)`: what x was.
        case ago
        /// `change(x, 10m)`: x less what it was.
        case change
        case averageOver = "avg_over"
        case minimumOver = "min_over"
        case maximumOver = "max_over"
        case sumOver = "sum_over"
        case medianOver = "median_over"
        /// `ewma(x, 10m)`: the average in which what is 10m old weighs half.
        case ewma
        /// `zscore(x, 1h)`: how many deviations x is off the median of the hour before.
        case zscore
        /// `n_of_m(condition, 3, 5)`: it holds for 3 of the last 5 records.
        case nOfM = "n_of_m"
        /// `sequence(a, b, 5m)`: b holds, and a did at most 5m before.
        case sequence

        static let names = Set(allCases.map(\.rawValue))

        var signature: String {
            switch self {
            case .nOfM: "n_of_m(condition, n, m)"
            case .sequence: "sequence(first, then, within)"
            default: "\(rawValue)(number, duration)"
            }
        }

        /// Its arguments are conditions, not numbers.
        var takesCondition: Bool { self == .nOfM || self == .sequence }
        var count: Int { takesCondition ? 3 : 2 }
    }

    let function: Function
    /// The field that stands for the call in the expression.
    let field: String
    /// What is evaluated for each record.
    let arguments: [Expression]
    /// Nanoseconds that are looked back.
    let span: Int64
    /// For `n_of_m`.
    let n: Int
    let m: Int

    init(_ outer: OuterCall) throws(ExpressionError) {
        let call = outer.call
        guard let function = Function(rawValue: call.name) else {
            throw call.unknownName(among: Function.allCases.map(\.rawValue))
        }
        guard call.arguments.count == function.count else {
            throw call.error(
                at: call.range, "\(function.rawValue) takes \(function.count) arguments",
                hint: "it is \(function.signature)")
        }
        self.function = function
        field = outer.field
        var span: Int64 = 0
        var (n, m) = (0, 0)
        switch function {
        case .nOfM:
            arguments = [call.arguments[0].expression]
            m = try Self.whole(call, 2, 1...1000)
            n = try Self.whole(call, 1, 1...m)
        case .sequence:
            arguments = [call.arguments[0].expression, call.arguments[1].expression]
            span = try Self.span(call, 2)
        default:
            arguments = [call.arguments[0].expression]
            span = try Self.span(call, 1)
        }
        self.span = span
        self.n = n
        self.m = m
        for (index, argument) in arguments.enumerated() where function.takesCondition && argument.type == .number {
            throw call.error(
                at: call.arguments[index].range, "\(function.rawValue) takes a condition here, this is a number",
                hint: "it is \(function.signature)")
        }
    }

    private static func span(_ call: FunctionCall, _ index: Int) throws(ExpressionError) -> Int64 {
        let seconds: Decimal? =
            switch call.arguments[index].expression.constant {
            case .integer(let number): Decimal(number)
            case .decimal(let number): number
            default: nil
            }
        guard let nanoseconds = seconds?.multiplied(by: Decimal(1_000_000_000))?.asInt64, nanoseconds > 0 else {
            throw call.error(
                at: call.arguments[index].range, "\(call.name) takes a duration here", hint: "write 10m, or 1h30m")
        }
        return nanoseconds
    }

    private static func whole(
        _ call: FunctionCall, _ index: Int, _ range: ClosedRange<Int>
    ) throws(ExpressionError) -> Int {
        guard case .integer(let number)? = call.arguments[index].expression.constant, let whole = Int(exactly: number),
            range.contains(whole)
        else {
            throw call.error(
                at: call.arguments[index].range,
                "\(call.name) takes a number from \(range.lowerBound) to \(range.upperBound) here",
                hint: "write n_of_m(condition, 3, 5) for 3 of 5")
        }
        return whole
    }
}
