import Bytes
import Expressions
import Records

@testable import Storage

/// A store in memory, with lines in and lines out.
struct TestStore {
    let database: MetricDatabase

    init() throws { database = try MetricDatabase(inMemory: "test") }

    /// Adds records in transactions of so many.
    func add(_ lines: [String], origin: String = "here", each count: Int = .max) throws {
        try database.work { connection in
            var record = Records.Record()
            var writer = try PointWriter(connection, origin: origin, &record)
            for (index, line) in lines.enumerated() {
                try connection.begin()
                try record.scan(record.store.load(line.utf8))
                guard case .written = try writer.add(&record) else { throw Refused(line: line) }
                guard (index + 1) % count == 0 || index == lines.count - 1 else { continue }
                try writer.flush()
                try connection.commit()
                writer.didCommit()
            }
        }
    }

    func get(_ query: PointQuery = PointQuery()) throws -> [String] {
        try database.work { connection in
            var lines: [String] = []
            var record = Records.Record()
            var reader = try PointReader(connection, query, &record)
            try reader.each(&record) { record, _ in
                var text = ByteBuffer(capacity: 512)
                record.write(to: &text)
                lines.append(text.text(Slice(start: 0, count: text.count)))
                return true
            }
            return lines
        }
    }

    struct Refused: Error { let line: String }
}
