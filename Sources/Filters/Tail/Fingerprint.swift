import Bytes

/// What a log begins with: the hash of its first bytes, as many as there are, up to 1 KiB. It works from the first byte on and
/// is made longer as the file grows. It is of the content, so a log and its gzipped copy have the same.
///
/// FNV-1a, 64 bits (draft-eastlake-fnv): extended byte by byte without the bytes before.
struct Fingerprint: Equatable {
    static let most = 1024

    private(set) var length = 0
    private(set) var hash: UInt64 = 0xcbf2_9ce4_8422_2325

    init() {}

    init(of head: [UInt8]) { extend(to: head) }

    /// Of bytes where they lie.
    init(of slice: Slice, in buffer: borrowing ByteBuffer) {
        for position in slice.start..<min(slice.end, slice.start + Self.most) { add(buffer[position]) }
    }

    init(length: Int, hash: UInt64) {
        self.length = min(max(length, 0), Self.most)
        self.hash = hash
    }

    var isFull: Bool { length == Self.most }

    /// Takes in more of the same beginning; `head` has it from its first byte on.
    mutating func extend(to head: [UInt8]) {
        let end = min(head.count, Self.most)
        while length < end { add(head[length]) }
    }

    /// Whether content that begins like this may be the same. Nothing is known of what was empty: that matches nothing.
    func matches(_ head: [UInt8]) -> Bool {
        guard length > 0, head.count >= length else { return false }
        var same = Fingerprint()
        for position in 0..<length { same.add(head[position]) }
        return same.hash == hash
    }

    private mutating func add(_ byte: UInt8) {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        length += 1
    }
}
