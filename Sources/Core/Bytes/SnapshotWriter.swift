/// Writes what a filter remembers as bytes: integers as LEB128 (DWARF 5 §7.6, signed ones zigzag), texts with their
/// length before them. The same memory gives the same bytes, so that snapshots and partial states can be compared.
package struct SnapshotWriter: ~Copyable {
    private var buffer = ByteBuffer(capacity: 1024)

    package init() {}

    package var contents: [UInt8] { buffer.contents }

    package mutating func append(_ value: UInt64) { buffer.append(leb128: value) }

    package mutating func append(_ value: Int64) { buffer.append(zigzag: value) }

    package mutating func append(_ value: Int) { append(Int64(value)) }

    package mutating func append(_ flag: Bool) { append(UInt64(flag ? 1 : 0)) }

    package mutating func append(_ bytes: [UInt8]) {
        append(UInt64(bytes.count))
        buffer.append(bytes)
    }

    package mutating func append(_ text: String) { append(Array(text.utf8)) }

    package mutating func append(_ source: borrowing ByteBuffer, _ slice: Slice) {
        append(UInt64(slice.count))
        buffer.append(source, slice)
    }
}
