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

    private let database: Database
    private let insert: Statement
    private let origin: String
    /// Looked up in the first transaction.
    private var originID: Int64?
    private var index: SeriesIndex
    private let time, window, state: FieldName
    private var metrics = ByteBuffer(capacity: 1024)

    package init(_ connection: Connection, origin: String, _ record: inout Records.Record) throws {
        database = connection.database
        self.origin = origin
        insert = try database.makeStatement(
            sql: "INSERT OR REPLACE INTO point (series, time, origin, metrics, state) VALUES (?, ?, ?, ?, ?)")
        index = SeriesIndex(&record)
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
        var bytes: Data?
        if let position = record.position(of: state), record[position].kind == .string {
            let start = record.store.buffer.count
            guard record.store.buffer.appendDecoding(base64: record[position].value) else {
                return .refused(.badType, "its '_state' is damaged")
            }
            bytes = Data(record.store.buffer.copy(Slice(from: start, to: record.store.buffer.count)))
        }
        metrics.removeAll()
        for position in index[layout: layout].metrics {
            metrics.append(metrics.count == 0 ? 0x5B : 0x2C)
            record.writeValue(at: position, to: &metrics)
        }
        metrics.append(0x5D)
        insert.setUncheckedArguments([
            series, stamp, try known(origin), metrics.text(Slice(start: 0, count: metrics.count)), bytes,
        ])
        try insert.execute()
        return .written
    }

    private mutating func known(_ name: String) throws -> Int64 {
        if let originID { return originID }
        let id = try SeriesIndex.id("origin", ["name"], [name], database)
        originID = id
        return id
    }
}
