import Records

/// A value that stands in the expression itself, or that was computed from such while it was compiled.
package enum Literal: Equatable, Sendable {
    case null
    case bool(Bool)
    case integer(Int64)
    case decimal(Decimal)
    case double(Double)
    case text(String)

    /// A number as an expression writes it, `[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?`, exact where 38 digits are enough;
    /// nil where it is none, or beyond all doubles.
    init?(number text: String) {
        if let integer = Int64(text), text == "0" || text.utf8.first != 0x30 {
            self = .integer(integer)
        } else if let decimal = Decimal(parsing: text.utf8) {
            self = .decimal(decimal)
        } else if text.utf8.first != 0x30 || text.hasPrefix("0."), let double = Double(text), double.isFinite {
            self = .double(double)
        } else {
            return nil
        }
    }

    /// The number with the opposite sign; nil where this is no number.
    var negated: Literal? {
        switch self {
        case .integer(let value): value == .min ? nil : .integer(0 - value)
        case .decimal(let value): value.negated.map { $0.asInt64 == .min ? .integer(.min) : .decimal($0) }
        case .double(let value): .double(-value)
        default: nil
        }
    }

    var type: StaticType {
        switch self {
        case .null: .null
        case .bool: .bool
        case .integer, .decimal, .double: .number
        case .text: .text
        }
    }
}
