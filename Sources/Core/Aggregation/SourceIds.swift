import Bytes
import Metrics
import Records

/// Small numbers for the files that records come from (`_file`): each has an event time of its own, and the slowest
/// decides when a window may close. Records that name no file are of one stream.
struct SourceIds: ~Copyable {
    private var file: FieldPlace
    private var table = SeriesTable()
    /// The source of the record before, and its name: mostly the next one's.
    private var last = 0
    private var lastName: [UInt8] = []

    init(_ record: inout Record) { file = FieldPlace(record.name("_file")) }

    @inline(__always) mutating func id(of record: inout Record) -> Int {
        guard let position = file.find(in: &record) else { return 0 }
        return id(of: &record, at: position)
    }

    private mutating func id(of record: inout Record, at position: Int) -> Int {
        let name = record[position].value
        if record.store.buffer.equal(name, lastName) { return last }
        last = record.store.buffer.withSpan(name) { table.index(ofKey: $0).index }
        lastName = table.key(at: last)
        return last
    }

    /// The name of the first source; nil where records name none.
    var firstName: [UInt8]? { table.count > 0 ? table.key(at: 0) : nil }

    /// Whether the first source has this name; it gets it, if there is none so far.
    mutating func isFirst(_ name: [UInt8]) -> Bool {
        if table.count == 0 { _ = table.index(ofKey: RawSpan(_elements: name.span)) }
        return firstName == name
    }

    mutating func removeAll() {
        table.removeAll(keepingCapacity: true)
        last = 0
        lastName = []
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
