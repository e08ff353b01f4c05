import Bytes
import FilterKit
import Metrics
import Records

/// What is counted in all of a log, or in as much of it as one is willing to read: records, times, and the values of each
/// field. All that takes more than a glance at each record is left to `LogProfile`, which sees less of a large log.
final class LogCount {
    private(set) var records = 0
    private(set) var time = TimeProfile()
    private(set) var windows = WindowCounts()
    private(set) var fields: [FieldCount] = []
    /// Parts of the log that were read.
    private(set) var parts = 0
    private var isSampled = false

    private let timeName: FieldName
    private var places: [UInt64: Int] = [:]
    /// Where the fields of the record before are in `fields`, in their order: logs repeat their shape.
    private var shape: [Int] = []

    /// A log of records with more fields is counted, but not told in full.
    private static let mostFields = 256

    init(_ record: inout Record) { timeName = record.name("time") }

    /// Another log begins, of which all is read or parts.
    func begin(isSampled: Bool) {
        time.breakOff()
        if isSampled { self.isSampled = true }
    }

    func beginPart(isContiguous: Bool) {
        if !isContiguous { time.breakOff() }
        parts += 1
    }

    func observe(_ record: inout Record) {
        records += 1
        if let position = record.position(of: timeName), record[position].kind.isText,
            let stamp = Timestamp(rfc3339: record.store.buffer, record[position].value)
        {
            time.observe(stamp)
            windows.add(stamp.seconds)
        }
        for position in 0..<record.count where record[position].kind != .null {
            guard let place = place(of: position, record) else { continue }
            let hash = record.store.buffer.withSpan(record[position].value) { SeriesHash.hash($0) }
            fields[place].observe(hash, part: parts)
        }
    }

    private func place(of position: Int, _ record: borrowing Record) -> Int? {
        let field = record[position]
        // The tag is the whole of a short name.
        if position < shape.count, shape[position] >= 0, fields[shape[position]].tag == field.tag,
            field.name.count < 8, fields[shape[position]].name.utf8.count == field.name.count
        {
            return shape[position]
        }
        let hash = record.store.buffer.withSpan(field.name) { SeriesHash.hash($0) }
        let place = places[hash] ?? add(position, hash, record)
        while shape.count <= position { shape.append(-1) }
        shape[position] = place ?? -1
        return place
    }

    private func add(_ position: Int, _ hash: UInt64, _ record: borrowing Record) -> Int? {
        guard fields.count < Self.mostFields else { return nil }
        fields.append(
            FieldCount(name: record.nameText(at: position), tag: record[position].tag, isSampled: isSampled))
        places[hash] = fields.count - 1
        return fields.count - 1
    }

    func field(_ name: String) -> FieldCount? { fields.first { $0.name == name } }
}
