import Bytes
import Records

enum ArithmeticOperator: UInt8, BitwiseCopyable, Sendable {
    case add, subtract, multiply, divide, remainder

    var sign: Sign {
        switch self {
        case .add: .plus
        case .subtract: .minus
        case .multiply: .times
        case .divide: .divide
        case .remainder: .remainder
        }
    }
}

/// Arithmetic that never traps and never rounds in silence: what does not fit is null, and counted.
extension ArithmeticOperator {
    /// A text takes part as the number that it is, beside a number; two texts give null (`concat` joins them).
    @inline(__always)
    func apply(_ left: Value, _ right: Value, _ buffer: borrowing ByteBuffer, _ tally: inout Tally) -> Value {
        if case .integer(let a) = left, case .integer(let b) = right { return integers(a, b, &tally) }
        return applySlowly(left, right, buffer, &tally)
    }

    @inline(never)
    private func applySlowly(
        _ left: Value, _ right: Value, _ buffer: borrowing ByteBuffer, _ tally: inout Tally
    ) -> Value {
        guard left.isNumber || right.isNumber else { return .null }
        let left = left.number(in: buffer)
        let right = right.number(in: buffer)
        guard left.isNumber, right.isNumber else { return .null }
        if case .integer(let a) = left, case .integer(let b) = right { return integers(a, b, &tally) }
        if self == .remainder { return remainder(left, right, &tally) }
        if self != .divide, let a = left.exact, let b = right.exact {
            let result: Decimal? =
                switch self {
                case .add: a.adding(b)
                case .subtract: a.subtracting(b)
                default: a.multiplied(by: b)
                }
            return Self.counted(result.map { .decimal($0) }, &tally)
        }
        return doubles(left.nearestDouble, right.nearestDouble, &tally)
    }

    private func integers(_ a: Int64, _ b: Int64, _ tally: inout Tally) -> Value {
        let (result, overflow) =
            switch self {
            case .add: a.addingReportingOverflow(b)
            case .subtract: a.subtractingReportingOverflow(b)
            case .multiply: a.multipliedReportingOverflow(by: b)
            // -2^63 % -1 is 0 for us, an overflow for the processor.
            case .remainder: b == -1 ? (0, false) : a.remainderReportingOverflow(dividingBy: b)
            case .divide: (0, false)
            }
        if self == .divide { return doubles(Double(a), Double(b), &tally) }
        return Self.counted(overflow ? nil : .integer(result), &tally)
    }

    /// `int(a / b)`. A quotient of whole numbers below 2^53 is cut off to the same number whether it is made as a double, which is
    /// as near to it as doubles get, or whole: it is a whole number itself, or further from the next than half a step.
    @inline(__always) static func wholeQuotient(
        _ left: Value, _ right: Value, _ buffer: borrowing ByteBuffer, _ tally: inout Tally
    ) -> Value {
        if case .integer(let a) = left, case .integer(let b) = right, b != 0, a.magnitude < 1 << 53 {
            return .integer(a / b)
        }
        return slowWholeQuotient(left, right, buffer, &tally)
    }

    @inline(never) private static func slowWholeQuotient(
        _ left: Value, _ right: Value, _ buffer: borrowing ByteBuffer, _ tally: inout Tally
    ) -> Value {
        Rounding.towardsZero.integer(ArithmeticOperator.divide.apply(left, right, buffer, &tally), &tally)
    }

    /// Of whole numbers only, with the sign of the left one, as in C and awk.
    private func remainder(_ left: Value, _ right: Value, _ tally: inout Tally) -> Value {
        guard let a = left.wholeNumber, let b = right.wholeNumber else { return .null }
        return integers(a, b, &tally)
    }

    private func doubles(_ a: Double, _ b: Double, _ tally: inout Tally) -> Value {
        let result =
            switch self {
            case .add: a + b
            case .subtract: a - b
            case .multiply: a * b
            case .divide, .remainder: a / b
            }
        return Self.counted(result.isFinite ? .double(result) : nil, &tally)
    }

    /// A result that there is none of becomes null, and is counted.
    static func counted(_ result: Value?, _ tally: inout Tally) -> Value {
        if let result { return result }
        tally.overflows &+= 1
        return .null
    }
}
