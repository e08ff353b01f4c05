import Bytes
import FilterKit
import Records

/// `--sort time --within DURATION`: puts records that come a little late in the order of their times. Each is held until one
/// is that much later; what comes later still goes on at once, out of order, and is said at the end.
///
/// A held record is kept as the line that it will be. There are at most `most` of them and `mostBytes`; beyond that the
/// earliest leave before their time.
final class Sorter {
    private struct Held {
        let time: Int64
        /// Among equal times, the order in which they came.
        let number: Int64
        let line: [UInt8]
        /// It was taken in an earlier run, and counted there.
        let isOlder: Bool

        static func isBefore(_ a: Held, _ b: Held) -> Bool { a.time == b.time ? a.number < b.number : a.time < b.time }
    }

    static let most = 100_000
    static let mostBytes = 16 << 20

    private let within: Int64
    private var time: EventTime
    /// A heap: each is before those at twice its place.
    private var heap: [Held] = []
    private var bytes = 0
    private var number: Int64 = 0
    /// The time of the last that left.
    private var left: Int64?
    private var late = 0
    private var lastArrival: Int64 = 0
    private var written = ByteBuffer(capacity: 1024)
    private var own = Record(store: ByteStore(input: 4096))

    /// - Parameter name: of the field to sort by, which holds a time.
    init(by name: String, within: Int64, _ record: inout Record) {
        self.within = within
        time = EventTime(&record, name: name)
    }

    func take<S: RecordSink & ~Copyable>(_ record: inout Record, in run: FilterRun, into sink: inout S) {
        let now = time.time(of: record)
        written.removeAll()
        record.write(to: &written)
        if let left, now < left { late += 1 }
        push(Held(time: now, number: number, line: written.contents, isOlder: false))
        number += 1
        run.ledger.absorbed += 1
        lastArrival = run.clock.monotonic
        let (mark, overflow) = (time.latest ?? now).subtractingReportingOverflow(within)
        while let first = heap.first,
            !overflow && first.time <= mark || heap.count > Self.most || bytes > Self.mostBytes
        {
            release(in: run, into: &sink)
        }
    }

    /// Nothing has come for as long as records are waited for: none that is awaited can be on its way.
    func tick<S: RecordSink & ~Copyable>(in run: FilterRun, into sink: inout S) {
        if run.clock.monotonic &- lastArrival >= within { releaseAll(in: run, into: &sink) }
    }

    func finish<S: RecordSink & ~Copyable>(in run: FilterRun, into sink: inout S) {
        releaseAll(in: run, into: &sink)
        if late > 0 {
            run.diagnostics.warning("--sort: \(late) records came later than --within and are out of order; raise it")
        }
    }

    private func releaseAll<S: RecordSink & ~Copyable>(in run: FilterRun, into sink: inout S) {
        while !heap.isEmpty { release(in: run, into: &sink) }
    }

    private func release<S: RecordSink & ~Copyable>(in run: FilterRun, into sink: inout S) {
        let held = pop()
        left = max(left ?? held.time, held.time)
        let line = own.store.load(held.line)
        // It was written by weir itself, so it is a record; as a line it would be one in any case.
        do throws(JSONError) { try own.scan(line) } catch { own.begin(whole: line) }
        if held.isOlder {
            run.create(&own, into: &sink)
        } else {
            run.ledger.absorbed -= 1
            run.pass(&own, into: &sink)
        }
    }

    // MARK: The heap

    private func push(_ held: Held) {
        bytes += held.line.count
        heap.append(held)
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard Held.isBefore(heap[child], heap[parent]) else { break }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    /// Takes the first out of a heap that is not empty.
    private func pop() -> Held {
        heap.swapAt(0, heap.count - 1)
        let first = heap.removeLast()
        bytes -= first.line.count
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
                if Held.isBefore(heap[child], heap[least]) { least = child }
            }
            if least == parent { break }
            heap.swapAt(parent, least)
            parent = least
        }
        return first
    }

    // MARK: Marks

    func save(to snapshot: inout SnapshotWriter) {
        time.save(to: &snapshot)
        snapshot.append(left != nil)
        if let left { snapshot.append(left) }
        snapshot.append(number)
        snapshot.append(UInt64(heap.count))
        for held in heap {
            snapshot.append(held.time)
            snapshot.append(held.number)
            snapshot.append(held.line)
        }
    }

    func restore(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        try time.restore(from: &snapshot)
        left = try snapshot.flag() ? snapshot.signed() : nil
        number = try snapshot.signed()
        heap = []
        bytes = 0
        for _ in 0..<(try snapshot.count()) {
            push(
                Held(
                    time: try snapshot.signed(), number: try snapshot.signed(), line: try snapshot.run(), isOlder: true)
            )
        }
    }
}
