import Bytes

/// Counts of any number of keys in a table of fixed size (Cormode & Muthukrishnan, 2005): never too small, and rarely too large by
/// more than 0.13 % of all.
struct CountMinSketch: Sendable {
    private static let rows = 8
    private static let width = 2048

    private var cells = [UInt64](repeating: 0, count: rows * width)
    /// All that was counted.
    private(set) var total: UInt64 = 0

    /// The cells of a key: each row has 11 bits of its own, four of them of the hash and four of the hash mixed once more (the
    /// finalizer of SplitMix64; Steele, Lea & Flood, 2014).
    @inline(__always)
    private static func forEachCell(_ hash: UInt64, _ body: (Int) -> Void) {
        var mixed = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        for row in 0..<rows {
            let bits = (row < 4 ? hash : mixed) >> UInt64(row % 4 * 11)
            body(row * width + Int(truncatingIfNeeded: bits) & (width - 1))
        }
    }

    /// - Returns: what is the key's count by now.
    @discardableResult
    mutating func add(_ hash: UInt64, _ times: UInt64) -> UInt64 {
        total = total.saturatingSum(times)
        var least = UInt64.max
        Self.forEachCell(hash) { cell in
            cells[cell] = cells[cell].saturatingSum(times)
            least = min(least, cells[cell])
        }
        return least
    }

    func estimate(_ hash: UInt64) -> UInt64 {
        var least = UInt64.max
        Self.forEachCell(hash) { least = min(least, cells[$0]) }
        return least
    }

    mutating func merge(_ other: CountMinSketch) {
        for cell in cells.indices { cells[cell] = cells[cell].saturatingSum(other.cells[cell]) }
        total = total.saturatingSum(other.total)
    }

    func write(to snapshot: inout SnapshotWriter) {
        snapshot.append(total)
        for cell in cells { snapshot.append(cell) }
    }

    mutating func merge(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        total = total.saturatingSum(try snapshot.unsigned())
        for cell in cells.indices { cells[cell] = cells[cell].saturatingSum(try snapshot.unsigned()) }
    }
}
