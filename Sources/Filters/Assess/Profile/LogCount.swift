import Bytes
import FilterKit
import Metrics
import Records

/// A quick hash of a value, even in all its bits: words mixed by multiplication, and the end of MurmurHash3's 64-bit mixer.
enum ValueHash {
    @inline(__always) static func hash(_ buffer: borrowing ByteBuffer, _ text: Slice) -> UInt64 {
        var hash = UInt64(truncatingIfNeeded: text.count) &* 0x9E37_79B9_7F4A_7C15
        var position = text.start
        while text.end &- position > 8 {
            hash = (hash ^ buffer.word(at: position)) &* 0x9FB2_1C65_1E98_DF25
            hash ^= hash &>> 32
            position &+= 8
        }
        let left = text.end &- position
        let word = buffer.word(at: position)
        hash = (hash ^ (left < 8 ? SWAR.keep(word, first: left) : word)) &* 0x9FB2_1C65_1E98_DF25
        hash ^= hash &>> 33
        hash &*= 0xFF51_AFD7_ED55_8CCD
        hash ^= hash &>> 33
        hash &*= 0xC4CE_B9FE_1A85_EC53
        return hash ^ hash &>> 33
    }
}

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
            let hash = ValueHash.hash(record.store.buffer, record[position].value)
            fields[place].observe(hash, part: parts)
        }
    }

    private func place(of position: Int, _ record: borrowing Record) -> Int? {
        let field = record[position]
        // The tag is the whole of a short name.
        if position < shape.count, shape[position] >= 0, fields[shape[position]].tag == field.tag,
            field.name.count <= 8, fields[shape[position]].nameCount == field.name.count
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
            FieldCount(
                name: record.nameText(at: position), tag: record[position].tag,
                nameCount: record[position].name.count, isSampled: isSampled))
        places[hash] = fields.count - 1
        return fields.count - 1
    }

    func field(_ name: String) -> FieldCount? { fields.first { $0.name == name } }
}
