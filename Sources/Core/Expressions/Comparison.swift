import Bytes
import Records

/// How two values stand to each other.
enum Relation: BitwiseCopyable {
    case less, equal, greater
    /// Not equal, and neither comes first: a text and a number, an object and anything else.
    case different
    /// One of them is null, so nothing can be said.
    case unknown
}

/// A comparing operator.
package enum Comparison: UInt8, BitwiseCopyable, Sendable {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual

    /// Whether the operator is true of this relation; of `unknown` none is, not even `!=`. What has no order can still
    /// be equal, and then `<=` and `>=` hold.
    @inline(__always) func holds(_ relation: Relation) -> Bool {
        switch relation {
        case .less: self == .less || self == .lessOrEqual || self == .notEqual
        case .equal: self == .equal || self == .lessOrEqual || self == .greaterOrEqual
        case .greater: self == .greater || self == .greaterOrEqual || self == .notEqual
        case .different: self == .notEqual
        case .unknown: false
        }
    }

    /// The operator that says the same with its operands exchanged.
    var mirrored: Comparison {
        switch self {
        case .equal, .notEqual: self
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        }
    }

    var isEquality: Bool { self == .equal || self == .notEqual }
}

extension Relation {
    /// Numbers by value, whatever their form; texts by bytes. Text that is entirely a JSON number counts as that number
    /// beside a number: formats like logfmt know no types, and `status == 200` should not depend on quotes. Objects
    /// and arrays are equal when their JSON text is.
    static func between(_ left: Value, _ right: Value, in buffer: borrowing ByteBuffer) -> Relation {
        switch (left, right) {
        case (.null, _), (_, .null): .unknown
        case (.integer(let a), .integer(let b)): of(a, b)
        case (.text(let a), .text(let b)): of(buffer.compare(a, b), 0)
        case (.bool(let a), .bool(let b)): a == b ? .equal : .different
        case (.json(let a), .json(let b)): buffer.equal(a, b) ? .equal : .different
        case (.text(let text), _) where right.isNumber:
            NumberText.parse(buffer, text).map { betweenNumbers($0, right) } ?? .different
        case (_, .text(let text)) where left.isNumber:
            NumberText.parse(buffer, text).map { betweenNumbers(left, $0) } ?? .different
        default: left.isNumber && right.isNumber ? betweenNumbers(left, right) : .different
        }
    }

    @inline(__always) static func of<Number: Comparable>(_ left: Number, _ right: Number) -> Relation {
        left == right ? .equal : left < right ? .less : .greater
    }

    /// Integers and decimals exactly; beside a double, as doubles: `duration / 1000 == 0.1` means the nearest one.
    static func betweenNumbers(_ left: Value, _ right: Value) -> Relation {
        if case .integer(let a) = left, case .integer(let b) = right { return of(a, b) }
        if let a = left.exact, let b = right.exact { return of(a.order(against: b), 0) }
        return of(left.nearestDouble, right.nearestDouble)
    }
}
