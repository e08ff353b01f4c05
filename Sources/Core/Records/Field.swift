import Bytes

/// One member of a record: where its name and value stand in the record's store, and how the value is written there.
@frozen @usableFromInline package struct Field: BitwiseCopyable {
    /// How the bytes of the value are to be read.
    @frozen @usableFromInline package enum Kind: UInt8, BitwiseCopyable, Sendable {
        /// The inside of a JSON string without escapes: its bytes are its text.
        case string
        /// The inside of a JSON string with escapes in it.
        case escapedString
        /// Text that is not JSON yet (a capture): escaped when it is written.
        case text
        /// A JSON number without fraction and exponent.
        case integer
        /// A JSON number with either.
        case number
        case `true`, `false`, null
        /// JSON text of an object or an array, whole.
        case object, array
    }

    /// The inside of the name's JSON string, escapes and all.
    @usableFromInline package let name: Slice
    @usableFromInline package let tag: UInt64
    @usableFromInline package var value: Slice
    @usableFromInline package var kind: Kind

    @inlinable @inline(__always) package init(name: Slice, tag: UInt64, value: Slice, kind: Kind) {
        self.name = name
        self.tag = tag
        self.value = value
        self.kind = kind
    }
}

extension Field {
    /// One of 64 bits, by the beginning of the name.
    @inlinable @inline(__always) static func bit(of tag: UInt64) -> UInt64 {
        1 << ((tag &* 0x9FB2_1C65_1E98_DF25) &>> 58)
    }
}

extension Field.Kind {
    /// A JSON string when written.
    @inlinable package var isText: Bool { self == .string || self == .escapedString || self == .text }
    @inlinable package var isNumber: Bool { self == .integer || self == .number }
}

/// A field name made ready for look-ups and for writing: kept in a store's constants, as a JSON string's inside with what
/// stands around it in a member, `,"name":"`, so that it is written in one go. No other name lies among the constants.
@frozen @usableFromInline package struct FieldName: BitwiseCopyable, Sendable {
    static var before: String { ",\"" }
    static var behind: String { "\":\"" }

    @usableFromInline package let slice: Slice
    @usableFromInline package let tag: UInt64

    @inlinable @inline(__always) init(slice: Slice, tag: UInt64) {
        self.slice = slice
        self.tag = tag
    }

    /// The name's bit in `Record.nameBits`.
    @inlinable @inline(__always) package var bit: UInt64 { Field.bit(of: tag) }

    /// `,"name":"`
    @inlinable @inline(__always) package var head: Slice { Slice(start: slice.start &- 2, count: slice.count &+ 5) }
}

/// The keys that weir keeps for itself (weir-record(5)), a closed list: a log that brings one gets it back as `log.…`,
/// and nothing may be set or renamed to one.
package enum ReservedKey {
    package static let all = [
        "_weir", "_raw", "_raw64", "_file", "_offset", "_peer", "_partial", "_by", "_state", "_overflow",
    ]
}
