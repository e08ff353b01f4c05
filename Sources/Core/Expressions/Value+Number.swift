import Bytes
import Records

extension Value {
    @inline(__always) var isNumber: Bool {
        switch self {
        case .integer, .decimal, .double: true
        default: false
        }
    }

    /// The number without any rounding; nil for doubles and for what is no number.
    var exact: Decimal? {
        switch self {
        case .integer(let value): Decimal(value)
        case .decimal(let value): value
        default: nil
        }
    }

    /// The number as a double; NaN for what is no number.
    var nearestDouble: Double {
        switch self {
        case .integer(let value): Double(value)
        case .decimal(let value): value.doubleValue
        case .double(let value): value
        default: .nan
        }
    }

    /// The number as an integer, where it is one.
    var wholeNumber: Int64? {
        switch self {
        case .integer(let value): value
        case .decimal(let value): value.asInt64
        case .double(let value): Int64(exactly: value)
        default: nil
        }
    }

    /// The number, or the number that a text is; null for everything else.
    func number(in buffer: borrowing ByteBuffer) -> Value {
        switch self {
        case .integer, .decimal, .double: self
        case .text(let text): NumberText.parse(buffer, text) ?? .null
        default: .null
        }
    }
}
