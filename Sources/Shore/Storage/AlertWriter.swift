import Bytes
import GRDB
import Records

/// Keeps alerts beside the metrics: one row for each time that one fired, which its resolution completes.
final class AlertWriter {
    private let database: Database
    private let insert: Statement
    private let alert, fingerprint, start, end, state: FieldName

    init(_ database: Database, _ record: inout Record) throws {
        self.database = database
        insert = try database.makeStatement(
            sql: "INSERT OR REPLACE INTO alert (starts_at, fingerprint, origin, ends_at, record) VALUES (?, ?, ?, ?, ?)"
        )
        alert = record.name("alert")
        fingerprint = record.name("fingerprint")
        start = record.name("starts_at")
        end = record.name("ends_at")
        state = record.name("state")
    }

    /// Whether it is an alert, not a metric.
    func takes(_ record: borrowing Record) -> Bool {
        record.position(of: alert) != nil && record.position(of: state) != nil && record.position(of: start) != nil
    }

    /// Nil where it was kept; else why not.
    func add(_ record: inout Record, origin: Int64) throws -> String? {
        guard let startsAt = time(start, record) else { return "its 'starts_at' is no time" }
        guard let position = record.position(of: fingerprint) else { return "an alert without a 'fingerprint'" }
        var name = ByteBuffer(capacity: 64)
        record.writeText(at: position, to: &name)
        var text = ByteBuffer(capacity: 1024)
        record.write(to: &text)
        let isResolved =
            record.position(of: state).map { record.store.buffer.equal(record[$0].value, "resolved") } ?? false
        insert.setUncheckedArguments([
            startsAt, name.text(Slice(start: 0, count: name.count)), origin, isResolved ? time(end, record) : nil,
            text.text(Slice(start: 0, count: text.count)),
        ])
        try insert.execute()
        return nil
    }

    private func time(_ name: FieldName, _ record: borrowing Record) -> Int64? {
        guard let position = record.position(of: name), record[position].kind == .string else { return nil }
        return Timestamp(rfc3339: record.store.buffer, record[position].value)?.nanoseconds
    }
}
