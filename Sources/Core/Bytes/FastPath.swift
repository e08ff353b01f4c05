import Glibc
import System

/// Follows the end of one file on the shortest way: waits for it to grow, writes what has come, and waits again, in one function and
/// two neighbouring pages. Who is woken after a while finds the processor's caches empty, and each line of code or data that
/// is touched then costs about a tenth of a microsecond: places count, not instructions. A reader on the same processor
/// waits besides till we sleep again, so nothing is accounted for in between: that is done (`settle`) when there is something else to do.
///
/// It takes the plain case only: some whole lines, up to 1 KiB, behind a line that is known and still there; for envelopes of ASCII
/// without controls. Anything else it leaves alone, with nothing written, to those who can do everything.
///
/// Nothing newer is given before something older, and nothing is overlooked, since the events are taken off their queue before the
/// file is read:
/// - They must say that the file was written to, and nothing else. A move or another name that is told of later has
///   happened later; what is read then, through the descriptor, is of the same file whatever its name is by now, and older than what
///   another file of that name may have. (That no older file of the log has anything left is the caller's to know.)
/// - What is written behind our read has an event behind those we took, so the next wait ends at once.
/// - A file that was truncated or written over in place does not have the known line where it was.
///
/// Invariants, for every `unsafe` here: `base` points to `size` bytes that only this value owns, and within them lie
///
///     | pollfd × 2 | events | known line | what was read |  | {"_raw":" | tail | what is written | slack |
///     0            64       384          1472               4096        4112   5120              composedEnd
///
/// `known` and `tailCount` are at most what their places hold, `compose` looks for room before each line, and no step of eight bytes
/// goes further than seven bytes beyond what it is for, where nothing stands that is needed.
@safe package struct FastPath: ~Copyable {
    let base: UnsafeMutableRawPointer
    var file: Int32 = -1
    var output: Int32 = -1
    /// What the queue has when the file was written to: watch and mask of an inotify_event.
    var event: UInt64 = 0
    /// Where the known line begins in the file.
    var offset: Int64 = 0
    /// Length of the known line, newline included; 0 where none is known.
    var known = 0
    var isRaw = false
    var tailCount = 0

    /// Bytes of events that were read and not understood.
    var eventCount = 0
    /// Behind which byte of `base` what was read ends; where the last whole line begins and what is behind it.
    var end = 0
    var lastStart = 0
    var lastEnd = 0
    /// What is to be written.
    var outStart = 0
    var outEnd = 0
    /// What could not be written at once.
    var rest = Slice(start: 0, count: 0)
    /// What was taken since it was accounted for.
    var taken = Taken()

    package enum Outcome {
        case timedOut, interrupted
        /// The reader of the output has gone.
        case hungUp
        /// Something has happened that is to be seen to: there may be events, the beginning of a line, or output that is left.
        case ready
    }

    /// What was taken.
    package struct Taken {
        package internal(set) var lines = 0
        /// Bytes of the file.
        package internal(set) var bytes = 0
        /// Bytes that were written.
        var written = 0
        /// Behind them the beginning of a line has come.
        package internal(set) var hasBeginning = false
    }

    /// Longest line that may be known, and most that is taken at once; newlines included.
    package static let most = 1024
    /// Longest tail.
    package static let mostTail = 960
    static let mostWaits = 64
    static let eventStart = 64
    static let eventRoom = 320
    static let lineStart = 384
    static let inputStart = 1472
    /// More than can be known and taken, so that it can be seen when there is more.
    static let room = 2 * most + 1
    static let headStart = 4096
    static let headCount = 9
    static let tailStart = 4112
    static let composed = 5120
    static let size = 16384
    static let composedEnd = size - 64

    package init() {
        unsafe base = .allocate(byteCount: Self.size, alignment: 4096)
        unsafe base.initializeMemory(as: UInt8.self, repeating: 0, count: Self.size)
        for (place, byte) in #"{"_raw":""#.utf8.enumerated() {
            unsafe base.storeBytes(of: byte, toByteOffset: Self.headStart &+ place, as: UInt8.self)
        }
    }

    deinit { unsafe base.deallocate() }

    // MARK: Before

    /// Makes ready for a file.
    /// - Parameters:
    ///   - watch: tells in `events` of the file, and of nothing else.
    ///   - offset: where in the file `line` begins, which was given out last, with its newline.
    /// - Returns: false where the line is too long.
    package mutating func arm(
        events: Inotify, watch: Int32, file: Descriptor, at offset: Int64, line: borrowing ByteBuffer,
        output: Descriptor
    ) -> Bool {
        known = 0
        guard line.count > 0, line.count <= Self.most else { return false }
        unsafe memcpy(base + Self.lineStart, line.base, line.count)
        let entries = unsafe base.assumingMemoryBound(to: pollfd.self)
        unsafe entries[0] = pollfd(fd: events.descriptor.number, events: Int16(POLLIN), revents: 0)
        unsafe entries[1] = pollfd(fd: output.number, events: 0, revents: 0)
        self.file = file.number
        self.output = output.number
        self.offset = offset
        event = UInt64(UInt32(bitPattern: watch)) | UInt64(IN_MODIFY) &<< 32
        known = line.count
        return true
    }

    /// Lines leave as they are.
    package mutating func leaveRaw() { isRaw = true }

    /// Lines leave in envelopes.
    /// - Parameter tail: what stands between a line and its offset, `","_file":"…","_offset":`.
    /// - Returns: false where that is too long.
    package mutating func wrap(tail: borrowing ByteBuffer) -> Bool {
        guard tail.count <= Self.mostTail else { return false }
        isRaw = false
        unsafe memcpy(base + Self.tailStart, tail.base, tail.count)
        tailCount = tail.count
        return true
    }

    // MARK: Afterwards

    /// Whether lines were taken, and `settle` is to be called before anything else is done.
    package var hasTaken: Bool { taken.lines > 0 }

    /// Gives account of what was taken: has `writer` write what could not be written at once, and puts the line that
    /// was given out last into `line`.
    /// - Returns: and where in the file that begins.
    package mutating func settle(_ writer: inout LineWriter, last line: inout ByteBuffer) -> (Taken, offset: Int64) {
        writer.noteWritten(taken.written)
        if rest.count > 0 {
            // What has failed fails again, and is seen to there.
            append(rest, to: &writer.buffer)
            writer.flush()
            rest = Slice(start: 0, count: 0)
        }
        line.removeAll()
        append(Slice(start: Self.lineStart, count: known), to: &line)
        defer { taken = Taken() }
        return (taken, offset)
    }

    /// Hands over the events that were taken off the queue, and were not understood, or had more to tell.
    package mutating func takeEvents(into events: inout [Inotify.Event]) {
        unsafe Inotify.append(base + Self.eventStart, count: eventCount, to: &events)
        eventCount = 0
    }

    private func append(_ slice: Slice, to buffer: inout ByteBuffer) {
        buffer.reserve(slice.count)
        unsafe memcpy(buffer.base + buffer.count, base + slice.start, slice.count)
        buffer.count &+= slice.count
    }
}
