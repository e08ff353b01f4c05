import System

/// Cuts what a descriptor gives into lines, inside a store's input zone.
///
/// The caller asks for `next`, with the store's buffer; on `.needsInput` it may first flush its output (the read may block) and
/// then calls `fill`. A line longer than `limit` is never split: it is passed over and reported with its true length.
@usableFromInline package struct LineReader: ~Copyable {
    package enum Event: Equatable {
        /// A whole line without its newline.
        case line(Slice)
        /// The last line of the input, which had no newline.
        case lastLine(Slice)
        /// A line beyond the limit: what was kept of it, and how long it was.
        case tooLong(kept: Slice, length: Int)
        /// All lines that are here have been given.
        case needsInput
        case end
    }

    package enum Fill: Equatable { case filled, end, wouldBlock, interrupted, failed(SystemError) }

    package let descriptor: Descriptor
    @usableFromInline package let limit: Int
    /// Position in the source of the first byte of the line given last.
    @usableFromInline package internal(set) var offset: Int64
    /// Number of the line given last, from 1.
    @usableFromInline package internal(set) var lineNumber: Int

    /// The line given last is known to be ASCII without controls and backslashes.
    @usableFromInline package internal(set) var isPlain = false

    @usableFromInline var cursor: Int
    @usableFromInline var filled: Int
    /// Up to here there is no newline behind `cursor`: not searched again when more arrives.
    @usableFromInline var searched: Int
    private var isAtEnd = false
    /// Source position behind the line given last.
    @usableFromInline package internal(set) var consumed: Int64
    /// Bytes already passed over of a line beyond the limit; its first `limit` bytes are still at the front.
    @usableFromInline var passedOver = 0
    var isPassingOver = false

    /// - Parameters:
    ///   - offset: where the descriptor stands in its source.
    ///   - line: how many lines come before that.
    package init(
        _ descriptor: Descriptor, in store: borrowing ByteStore, limit: Int, offset: Int64 = 0, line: Int = 0
    ) {
        lineNumber = line
        self.descriptor = descriptor
        self.limit = limit
        self.offset = offset
        consumed = offset
        cursor = store.inputStart
        filled = cursor
        searched = cursor
    }

    /// Bytes of the unfinished line that are here: what waits for its newline.
    package var pending: Int { filled - cursor + passedOver }

    /// The next line, if it is all here, plain, not empty and within the limit: the short way of `next`, which gives every other.
    @inlinable @inline(__always) package mutating func nextPlainLine(in buffer: borrowing ByteBuffer) -> Slice? {
        guard searched == cursor, passedOver == 0 else { return nil }
        let start = cursor
        let (newline, isPlain) = buffer.findLineEnd(from: start, to: filled)
        let length = newline &- start
        guard newline < filled, isPlain, length > 0, length <= limit else {
            // `next` finds it there at once.
            searched = newline
            return nil
        }
        self.isPlain = true
        advance(to: newline &+ 1)
        return Slice(from: start, to: newline)
    }

    /// The line that ends before `place` is given.
    @inlinable @inline(__always) mutating func advance(to place: Int) {
        offset = consumed
        consumed &+= Int64(place &- cursor &+ passedOver)
        lineNumber &+= 1
        cursor = place
        searched = place
    }

    package mutating func next(in buffer: borrowing ByteBuffer) -> Event {
        let (newline, isPlain) = buffer.findLineEnd(from: searched, to: filled)
        if newline < filled {
            let start = cursor
            // Of what was searched before, it is not remembered.
            self.isPlain = isPlain && searched == start
            advance(to: newline &+ 1)
            let length = newline &- start
            if isPassingOver || length > limit { return endTooLong(start: start, length: length) }
            return .line(Slice(from: start, to: newline))
        }
        searched = filled
        self.isPlain = false
        guard isAtEnd else { return .needsInput }
        guard pending > 0 else { return .end }
        let start = cursor
        advance(to: filled)
        let length = filled &- start
        if isPassingOver || length > limit { return endTooLong(start: start, length: length) }
        return .lastLine(Slice(from: start, to: filled))
    }

    private mutating func endTooLong(start: Int, length: Int) -> Event {
        let whole = length + passedOver
        passedOver = 0
        isPassingOver = false
        return .tooLong(kept: Slice(start: start, count: min(length, limit)), length: whole)
    }

    /// Reads once. Lines given before are gone; the unfinished one moves to the front.
    package mutating func fill(_ store: inout ByteStore) -> Fill {
        var source = descriptor
        return fill(&store, from: &source)
    }

    /// The same from something that is not a plain descriptor; all of a reader's input must come from one source.
    package mutating func fill<Source: ByteSource & ~Copyable>(
        _ store: inout ByteStore, from source: inout Source
    ) -> Fill {
        if cursor > store.inputStart { moveUnfinishedToFront(&store) }
        if filled - cursor > limit { passOver() }
        let end = store.scratchStart
        if filled == end { store.growInput(to: min(store.inputCapacity * 2, max(limit + 65536, store.inputCapacity))) }
        store.hasInput = true
        let room = store.scratchStart - filled
        // Invariant: filled + room is the end of the input zone, which lies within the buffer.
        switch unsafe source.read(into: store.buffer.base + filled, room: room) {
        case .bytes(let count):
            filled += count
            return .filled
        case .end:
            isAtEnd = true
            return .end
        case .wouldBlock: return .wouldBlock
        case .interrupted: return .interrupted
        case .failed(let error): return .failed(error)
        }
    }

    /// Makes the caller see the end (a signal asked to stop, or a followed file is given up).
    package mutating func stop() { isAtEnd = true }

    /// Leaves the unfinished last line unread: it waits for its newline.
    package mutating func dropPending() {
        cursor = filled
        searched = filled
        passedOver = 0
        isPassingOver = false
    }

    private mutating func moveUnfinishedToFront(_ store: inout ByteStore) {
        let start = store.inputStart
        store.buffer.moveDown(Slice(from: cursor, to: filled), to: start)
        searched -= cursor - start
        filled -= cursor - start
        cursor = start
    }

    /// Keeps the first `limit` bytes of an endless line and counts the rest.
    private mutating func passOver() {
        isPassingOver = true
        passedOver += filled - cursor - limit
        filled = cursor + limit
        searched = filled
    }
}
