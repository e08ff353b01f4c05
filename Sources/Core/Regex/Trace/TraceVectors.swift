/// What a tree's runs are compared with: bytes, each sixteen times.
///
/// Invariants for every `unsafe` here: `base` points to `capacity` bytes that only this owns, and does not move.
@safe struct TraceVectors: ~Copyable {
    let base: UnsafeMutablePointer<UInt8>
    private var count = 0
    private static let capacity = 4096

    init() { unsafe base = .allocate(capacity: Self.capacity) }

    deinit { unsafe base.deallocate() }

    /// Where the bytes' vectors lie, one behind the other; nil where there is no room for them.
    mutating func place(of bytes: [UInt8]) -> Int32? {
        let size = bytes.count * 16
        for place in stride(from: 0, to: max(0, count - size + 1), by: 16)
        where bytes.indices.allSatisfy({ unsafe base[place + 16 * $0] == bytes[$0] }) {
            return Int32(place)
        }
        guard count + size <= Self.capacity else { return nil }
        for (index, byte) in bytes.enumerated() {
            unsafe (base + count + 16 * index).initialize(repeating: byte, count: 16)
        }
        count += size
        return Int32(count - size)
    }
}
