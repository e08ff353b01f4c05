/// The last lines of an input that cannot be read backwards: a ring of copies.
struct LastLines {
    private let limit: Int
    private var lines: [(bytes: [UInt8], offset: Int64)] = []
    private var next = 0

    init(limit: Int) { self.limit = limit }

    mutating func add(_ bytes: [UInt8], offset: Int64) {
        guard limit > 0 else { return }
        if lines.count < limit {
            lines.append((bytes, offset))
        } else {
            lines[next] = (bytes, offset)
            next = (next + 1) % limit
        }
    }

    /// The lines, oldest first.
    var inOrder: [(bytes: [UInt8], offset: Int64)] { Array(lines[next...] + lines[..<next]) }
}
