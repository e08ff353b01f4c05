/// The last lines of an input that cannot be read backwards: copies, so many lines or so many bytes of them.
struct LastLines {
    private let mostLines: Int
    private let mostBytes: Int64
    private var lines: [(bytes: [UInt8], offset: Int64)] = []
    private var first = 0
    private var bytes: Int64 = 0

    init(limit: Int) {
        mostLines = limit
        mostBytes = .max
    }

    init(bytes: Int64) {
        mostLines = .max
        mostBytes = bytes
    }

    mutating func add(_ line: [UInt8], offset: Int64) {
        lines.append((line, offset))
        bytes += Int64(line.count) + 1
        while first < lines.count,
            lines.count - first > mostLines || bytes - Int64(lines[first].bytes.count) - 1 >= mostBytes
        {
            bytes -= Int64(lines[first].bytes.count) + 1
            lines[first].bytes = []
            first += 1
        }
        if first > 1024, first > lines.count / 2 {
            lines.removeFirst(first)
            first = 0
        }
    }

    /// The lines, oldest first; of the first, where bytes are counted, only what is wanted of it.
    var inOrder: [(bytes: [UInt8], offset: Int64)] {
        var wanted = Array(lines[first...])
        let surplus = Int(max(0, mostBytes == .max ? 0 : bytes - mostBytes))
        if surplus > 0, let line = wanted.first {
            wanted[0] = (Array(line.bytes.dropFirst(surplus)), line.offset + Int64(min(surplus, line.bytes.count)))
        }
        return wanted
    }
}
