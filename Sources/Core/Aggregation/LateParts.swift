import Bytes

/// Windows that late records have opened again are numbered: what leaves besides is told from what left before, so that a store
/// adds it, and takes what is computed again for the same.
struct LateParts {
    /// The last number of each window that was opened again.
    private var numbers: [Int64: UInt64] = [:]
    /// The largest number of those that were forgotten.
    private var floor: UInt64 = 0

    /// As many windows are remembered; what comes for others has larger numbers than any before.
    private static let most = 10_000

    mutating func next(_ start: Int64) -> UInt64 {
        let number = max(numbers[start] ?? 0, numbers[start] == nil ? floor : 0) + 1
        numbers[start] = number
        if numbers.count > Self.most { forgetOldest() }
        return number
    }

    private mutating func forgetOldest() {
        for start in numbers.keys.sorted().prefix(Self.most / 2) {
            floor = max(floor, numbers.removeValue(forKey: start) ?? 0)
        }
    }

    func write(to snapshot: inout SnapshotWriter) {
        snapshot.append(floor)
        snapshot.append(UInt64(numbers.count))
        for (start, number) in numbers.sorted(by: { $0.key < $1.key }) {
            snapshot.append(start)
            snapshot.append(number)
        }
    }

    init() {}

    init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        floor = try snapshot.unsigned()
        for _ in 0..<(try snapshot.count()) { numbers[try snapshot.signed()] = try snapshot.unsigned() }
    }
}
