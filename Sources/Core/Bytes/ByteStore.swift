/// All bytes that a record can point to, in one memory, so that a slice needs no "of what":
///
///     | constants          | input                  | scratch        |
///     | names, literals,   | chunks as read(2) gave | computed for   |
///     | put there at start | them: the lines        | this record    |
///
/// Reading goes straight into the input zone, so a line is never copied on its way in.
@frozen @usableFromInline package struct ByteStore: ~Copyable {
    @usableFromInline package var buffer: ByteBuffer
    @usableFromInline package internal(set) var inputStart = 0
    @usableFromInline package internal(set) var scratchStart = 0

    /// - Parameter input: bytes of the input zone at first; it grows for longer lines.
    package init(input: Int = 1 << 18) {
        buffer = ByteBuffer(capacity: input &+ 4096)
        scratchStart = input
        buffer.count = input
    }

    /// Keeps bytes for as long as the store lives. Moves the input zone up when the constants outgrow their place,
    /// so it is called while filters are being set up, before anything is read.
    @inlinable package mutating func keep(_ bytes: some Collection<UInt8>) -> Slice { keep(Array(bytes)) }

    /// The same, not generic: at the start of a parse some thousands of words are kept.
    @usableFromInline package mutating func keep(_ bytes: [UInt8]) -> Slice {
        precondition(!hasInput, "constants are kept before the first byte is read")
        let room = bytes.count
        buffer.reserve(room)
        let slice = Slice(start: inputStart, count: room)
        var offset = 0
        while offset < room {
            // Invariant: room was reserved behind what the buffer holds, and the input zone is within that.
            unsafe buffer.base[inputStart &+ offset] = bytes[offset]
            offset &+= 1
        }
        inputStart &+= room
        scratchStart &+= room
        buffer.count = scratchStart
        return slice
    }

    /// Bytes of input were put in; from here on the zones keep their places.
    @usableFromInline var hasInput = false

    /// Forgets what was computed for the record before.
    @inlinable @inline(__always) package mutating func clearScratch() { buffer.count = scratchStart }

    @inlinable package var inputCapacity: Int { scratchStart &- inputStart }

    /// Makes room for `bytes` of input; called between records, when nothing is in scratch.
    package mutating func growInput(to bytes: Int) {
        guard bytes > inputCapacity else { return }
        buffer.count = scratchStart
        buffer.reserve(bytes &- inputCapacity &+ 4096)
        scratchStart = inputStart &+ bytes
        buffer.count = scratchStart
    }

    /// A line that does not come from a descriptor (an envelope's, a test's): copied to the start of the input zone.
    package mutating func load(_ bytes: some Collection<UInt8>) -> Slice {
        growInput(to: bytes.count)
        clearScratch()
        hasInput = true
        for (offset, byte) in bytes.enumerated() { unsafe buffer.base[inputStart &+ offset] = byte }
        return Slice(start: inputStart, count: bytes.count)
    }

    @inlinable @inline(__always) package subscript(_ position: Int) -> UInt8 { buffer[position] }

    package func text(_ slice: Slice) -> String { buffer.text(slice) }
}
