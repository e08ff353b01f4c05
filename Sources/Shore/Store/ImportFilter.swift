import Bytes
import FilterKit
import Records
import Storage

/// Takes an exported record out of its envelope, and keeps it as what it was.
struct ImportFilter: Filter, ~Copyable {
    private var points: PointFilter
    private var inner: Record
    private let origin, content: FieldName

    init(_ connection: Connection, path: String, _ record: inout Record) throws {
        var inner = Record(store: ByteStore(input: 1 << 16))
        points = try PointFilter(connection, path: path, origin: "", commits: false, &inner)
        self.inner = inner
        origin = record.name("origin")
        content = record.name("record")
    }

    mutating func process<S: RecordSink & ~Copyable>(
        _ record: inout Record, in run: FilterRun, into sink: inout S
    ) {
        guard let origin = record.position(of: origin), record[origin].kind.isText,
            let content = record.position(of: content), record[content].kind == .object
        else {
            return run.reject(.badType, record.line, record, "no 'origin' and 'record', as export writes them")
        }
        var name = ByteBuffer(capacity: 64)
        record.writeText(at: origin, to: &name)
        let line = inner.store.load(record.store.buffer.copy(record[content].value))
        guard (try? inner.scan(line)) != nil else {
            return run.reject(.badJSON, record.line, record, "its 'record' is none")
        }
        points.turn(to: name.text(Slice(start: 0, count: name.count)), in: run)
        points.process(&inner, in: run, into: &sink)
    }

    mutating func tick<S: RecordSink & ~Copyable>(now: Int64, in run: FilterRun, into sink: inout S) {
        points.tick(now: now, in: run, into: &sink)
    }

    mutating func finish<S: RecordSink & ~Copyable>(in run: FilterRun, into sink: inout S) {
        points.finish(in: run, into: &sink)
    }

    var wantsTick: TickWish? { points.wantsTick }
}
