import Bytes
import Metrics
import Records

/// Small numbers for the files that records come from (`_file`): each has an event time of its own, and the slowest
/// decides when a window may close. Records that name no file are of one stream.
struct SourceIds: ~Copyable {
    private let file: FieldName
    private var table = SeriesTable()

    init(_ record: inout Record) { file = record.name("_file") }

    mutating func id(of record: borrowing Record) -> Int {
        guard let position = record.position(of: file) else { return 0 }
        return record.store.buffer.withSpan(record[position].value) { table.index(ofKey: $0).index }
    }

    func write(to snapshot: inout SnapshotWriter) {
        snapshot.append(UInt64(table.count))
        for index in 0..<table.count { snapshot.append(table.key(at: index)) }
    }

    mutating func restore(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        for _ in 0..<(try snapshot.count()) {
            let name = try snapshot.run()
            _ = table.index(ofKey: RawSpan(_elements: name.span))
        }
    }
}
