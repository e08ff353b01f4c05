import Bytes

/// Where a field stands, remembered: for who asks each record for the same field.
///
/// What is remembered is which of the known keys its name is. Where all members of a record were known, in the order of the
/// keys, its place is the number of those before it (`Record.shape`).
@frozen @usableFromInline package struct FieldPlace: BitwiseCopyable {
    @usableFromInline let name: FieldName
    /// Of the memory of keys; 0 for none.
    @usableFromInline var generation: UInt64 = 0
    /// The key's; 0 where no key has the name.
    @usableFromInline var bit: UInt64 = 0

    package init(_ name: FieldName) { self.name = name }

    /// Of no field: it is not asked for.
    package static var none: FieldPlace { FieldPlace(FieldName(slice: .empty, tag: 0)) }

    /// As `Record.position(of:)`.
    @inlinable @inline(__always) package mutating func find(in record: inout Record) -> Int? {
        let shape = record.shape
        guard shape &>> KeyMemory.bits == generation, generation != 0 else {
            return look(&record)
        }
        return shape & bit == 0 ? nil : (shape & (bit &- 1)).nonzeroBitCount
    }

    @usableFromInline @inline(never)
    mutating func look(_ record: inout Record) -> Int? {
        generation = 0
        let shape = record.shape
        let position = record.find(name)
        guard shape != 0 else { return position }
        if let position {
            var keys = shape
            for _ in 0..<position { keys &= keys &- 1 }
            bit = keys & (0 &- keys)
        } else if record.keyMemory.mayKnow(name.tag) {
            return nil
        } else {
            bit = 0
        }
        generation = shape &>> KeyMemory.bits
        return position
    }
}
