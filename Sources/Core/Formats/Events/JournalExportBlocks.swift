import Bytes
import Records

/// Follows an export of the journal line by line, and knows whether a line end is one, or a byte of a binary field.
package struct JournalExportBlocks {
    /// Bytes of the length of a binary field that have come; nil outside of one.
    private var length: [UInt8]?
    /// Bytes of the field that are still to come, its newline with them.
    private var remaining = 0

    package init() {}

    package var isInsideField: Bool { length != nil || remaining > 0 }

    /// Takes a line, and the newline that ended it.
    package mutating func take(_ line: Slice, _ record: borrowing Record) {
        guard isInsideField else {
            let isName = record.store.buffer.find(0x3D, from: line.start, to: line.end) == nil
            if isName, JournalExportParser.isName(line, record) { length = [] }
            return
        }
        var offset = 0
        while var bytes = length, offset <= line.count {
            bytes.append(offset < line.count ? record.store[line.start + offset] : 0x0A)
            offset += 1
            length = bytes
            if bytes.count == 8 { begin(bytes) }
        }
        // A field that does not end with a line is none: the next line is looked at as ever.
        remaining -= min(remaining, line.count + 1 - offset)
    }

    private mutating func begin(_ bytes: [UInt8]) {
        length = nil
        let count = bytes.reversed().reduce(UInt64(0)) { $0 &<< 8 | UInt64($1) }
        remaining = count < UInt64(Int32.max) ? Int(count) + 1 : 0
    }

    package func save(to snapshot: inout SnapshotWriter) {
        snapshot.append(length != nil)
        if let length { snapshot.append(length) }
        snapshot.append(remaining)
    }

    package init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        length = try snapshot.flag() ? snapshot.run() : nil
        remaining = try snapshot.integer()
        guard length?.count ?? 0 < 8, remaining >= 0, remaining <= Int(Int32.max) else { throw .foreign }
    }

    package mutating func reset() { self = JournalExportBlocks() }
}
