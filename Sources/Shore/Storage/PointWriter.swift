import Bytes
import FilterKit
import Foundation
import GRDB
import Records

/// Puts metric records into a store. The caller holds the transaction.
package struct PointWriter: ~Copyable {
    package enum Outcome: Equatable {
        case written
        /// Why the record cannot be kept.
        case refused(DropReason, String)
    }

    /// A window of a series that has parts besides the first.
    private struct Place: Hashable {
        let series, time: Int64
    }

    private let database: Database
    private let insert: PreparedStatement
    private let remove: PreparedStatement
    private let note: PreparedStatement
    private var origin: String
    /// Looked up in the first transaction.
    private var originID: Int64?
    private var index: SeriesIndex
    private var heads: StateHeads
    private var batch: PointBatch
    private var late: Set<Place> = []
    /// The day that was noted as changed last, by width.
    private var noted: [Int64: Int64] = [:]
    private let time, window, state: FieldName
    private var metrics: ByteBuffer
    /// The first quantile that came without a state.
    private(set) var lostQuantile: String?
    /// What is written changes windows that are computed of it; not so what was computed.
    private let notesChanges: Bool

    package init(
        _ connection: Connection, origin: String, notesChanges: Bool = true, _ record: inout Records.Record
    ) throws {
        let database = connection.database
        let insert = try PreparedStatement(
            database,
            "INSERT OR REPLACE INTO point (series, time, origin, part, metrics, head, state) VALUES (?, ?, ?, ?, ?, ?, ?)"
        )
        let remove = try PreparedStatement(
            database, "DELETE FROM point WHERE series = ? AND time = ? AND origin = ? AND part >= ?")
        let note = try PreparedStatement(database, "INSERT OR IGNORE INTO changed (window, day) VALUES (?, ?)")
        // From here on nothing can fail: what cannot be copied must not be left half made.
        self.database = database
        self.insert = insert
        self.remove = remove
        self.note = note
        self.origin = origin
        self.notesChanges = notesChanges
        index = SeriesIndex(&record)
        heads = StateHeads(database)
        batch = PointBatch()
        metrics = ByteBuffer(capacity: 1024)
        time = record.name("time")
        window = record.name("window")
        state = record.name("_state")
    }

    package mutating func add(_ record: inout Records.Record) throws -> Outcome {
        guard let time = record.position(of: time), record[time].kind == .string,
            let stamp = Timestamp(rfc3339: record.store.buffer, record[time].value)?.nanoseconds
        else { return .refused(.badTime, "no 'time' to keep it by") }
        guard let window = record.position(of: window), record[window].kind == .string else {
            return .refused(.badType, "no 'window': only metrics of windows are kept (weir-aggregate --every)")
        }
        guard let layout = try index.layout(of: record, database) else {
            return .refused(.badType, "no metrics in it, only labels")
        }
        guard let series = try index.series(&record, layout, window: window, database) else {
            return .refused(.badType, "its 'window' is no duration")
        }
        if lostQuantile == nil { lostQuantile = index.lostQuantile(of: layout) }
        let origin = try originNumber()
        var key = PreparedStatement.Key(series: series.id, time: stamp, origin: origin, part: 0, head: nil)
        var rest: Slice?
        if let position = record.position(of: state), record[position].kind == .string {
            let start = record.store.buffer.count
            guard record.store.buffer.appendDecoding(base64: record[position].value) else {
                return .refused(.badType, "its '_state' is damaged")
            }
            let whole = Slice(from: start, to: record.store.buffer.count)
            let split = try heads.split(
                record.store.buffer, whole, start: stamp, width: series.width, index.key, key: index.labels)
            key.head = split?.head
            rest = split?.rest ?? whole
            if split == nil { key.part = Self.part(record.store.buffer, whole) }
        }
        metrics.removeAll()
        for position in index.metrics(of: layout) {
            metrics.append(metrics.count == 0 ? 0x5B : 0x2C)
            record.writeValue(at: position, to: &metrics)
        }
        metrics.append(0x5D)
        try replaceParts(of: key)
        batch.add(key, metrics, metrics: Slice(start: 0, count: metrics.count), record.store.buffer, state: rest)
        if notesChanges { try noteChange(at: stamp, series.width) }
        // Positions are 32 bits wide.
        if batch.size > 1 << 28 { try flush() }
        return .written
    }

    /// Which of the parts that left of one window a state is.
    private static func part(_ buffer: borrowing ByteBuffer, _ state: Slice) -> Int64 {
        var position = state.start
        guard buffer.leb128(at: &position, end: state.end) == 2,
            let part = buffer.leb128(at: &position, end: state.end)
        else { return 0 }
        return Int64(clamping: part)
    }

    /// Parts come in their order. So what is there of this number or a later one is of a run before, and gives way: what that run
    /// had as a second part may be in the first one now.
    private mutating func replaceParts(of key: PreparedStatement.Key) throws {
        if key.part == 0, late.isEmpty { return }
        let place = Place(series: key.series, time: key.time)
        if late.contains(place) {
            try flush()
            try remove.execute(key.series, key.time, key.origin, key.part)
            if key.part == 0 { late.remove(place) }
        }
        if key.part > 0 { late.insert(place) }
    }

    private mutating func noteChange(at time: Int64, _ width: Int64) throws {
        let day = time / TimeWord.day - (time % TimeWord.day < 0 ? 1 : 0)
        if noted[width] == day { return }
        try note.execute(width, day)
        noted[width] = day
    }

    /// Where it is from.
    package mutating func originNumber() throws -> Int64 {
        if let originID { return originID }
        let id = try SeriesIndex.id("origin", ["name"], [origin], database)
        originID = id
        let rows = try Row.fetchCursor(
            database, sql: "SELECT series, time FROM point WHERE part > 0 AND origin = ?", arguments: [id])
        while let row = try rows.next() { late.insert(Place(series: row[0], time: row[1])) }
        return id
    }

    /// What comes next is of another origin.
    package mutating func turn(to name: String) throws {
        if name == origin { return }
        if batch.count > 0 { try flush() }
        origin = name
        originID = nil
        late.removeAll()
    }

    /// Writes what waits; without it nothing of that is in the transaction.
    package mutating func flush() throws { try batch.write(insert) }

    /// What was noted is written down with the transaction, and the next one begins anew.
    package mutating func didCommit() { noted.removeAll() }

    /// How many points wait.
    package var waiting: Int { batch.count }
}
