import Bytes
import Records

/// The event time of records, in nanoseconds since 1970. One without a time is taken to be as late as the latest before it.
struct EventTime {
    private let name: FieldName
    private(set) var latest: Int64?

    init(_ record: inout Record, name: String = "time") { self.name = record.name(name) }

    mutating func time(of record: borrowing Record) -> Int64 {
        guard let position = record.position(of: name), record[position].kind.isText,
            let time = Timestamp(rfc3339: record.store.buffer, record[position].value)?.nanoseconds
        else { return latest ?? 0 }
        latest = max(latest ?? time, time)
        return time
    }

    func save(to snapshot: inout SnapshotWriter) {
        snapshot.append(latest != nil)
        if let latest { snapshot.append(latest) }
    }

    mutating func restore(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        latest = try snapshot.flag() ? snapshot.signed() : nil
    }
}
