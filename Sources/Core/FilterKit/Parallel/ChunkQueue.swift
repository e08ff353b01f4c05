import System

/// The chunks of a file, as the threads take them and the one that writes gets them back: in order, and few at a time.
struct ChunkQueue: Sendable {
    /// Bytes of a file that a thread takes at once: some thousand lines.
    static let usualSize: Int64 = 1 << 20

    private struct State {
        var next = 0
        var isOver = false
        var free: [Chunk]
        var done: [Int: Chunk] = [:]
    }

    let start: Int64
    let end: Int64
    private let size: Int64
    private let monitor: Monitor<State>

    /// - Parameter room: chunks that may be under way or waiting at a time.
    init(from start: Int64, to end: Int64, size: Int64, room: Int) {
        self.start = start
        self.end = end
        self.size = size
        monitor = Monitor(State(free: (0..<room).map { _ in Chunk() }))
    }

    var count: Int { Int((end - start + size - 1) / size) }

    /// Where in the file a chunk lies.
    func range(of index: Int) -> Range<Int64> {
        let from = start + Int64(index) * size
        return from..<min(end, from + size)
    }

    /// The next chunk to work on, and an empty one to fill; nil when there is none left.
    func take() -> (index: Int, chunk: Chunk)? {
        let taken: (index: Int, chunk: Chunk)?? = monitor.wait { state in
            if state.isOver || state.next == count { return .some(nil) }
            guard let chunk = state.free.popLast() else { return nil }
            state.next += 1
            return (state.next - 1, chunk)
        }
        return taken ?? nil
    }

    func give(_ chunk: Chunk, at index: Int) { monitor.change { $0.done[index] = chunk } }

    /// Waits for the chunk that comes next in order.
    func await(_ index: Int) -> Chunk { monitor.wait { $0.done.removeValue(forKey: index) } }

    func recycle(_ chunk: Chunk) {
        chunk.clear()
        monitor.change { $0.free.append(chunk) }
    }

    /// Nothing more is wanted.
    func finish() { monitor.change { $0.isOver = true } }
}
