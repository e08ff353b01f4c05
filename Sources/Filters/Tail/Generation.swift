import Decompression
import System

/// One file of a log: the one that is written to, or one that rotation has put aside. It is the same whatever its name becomes.
final class Generation {
    /// The last name that was seen.
    var path: String
    /// Nil when the file is gone, or was overwritten, and a copy of it may still be found.
    var identity: FileIdentity?
    /// A copy that was made of it, packed or not: it shows where this one belongs when it has no name any more.
    var copy: FileIdentity?
    /// What it is compressed with; then positions are those of the content.
    var codec: Codec?
    var fingerprint = Fingerprint()
    /// The last line that was given out, of those that were whole.
    var lastLine: LinePrint? {
        get {
            if isPrintDue { print = recent.print }
            isPrintDue = false
            return print
        }
        set {
            print = newValue
            isPrintDue = false
            recent.forget()
        }
    }
    private var print: LinePrint?
    /// It is in `recent`, and its hash was not needed so far.
    var isPrintDue = false
    var recent = RecentLine()

    /// Lines that were given out before that one.
    var trail = Trail()

    /// Behind the last line that was given out.
    var consumed: Int64 = 0
    /// NULs that it begins with, and that were passed over.
    var hole: Int64 = 0
    /// Up to here it was read: the unfinished line between the two has no newline.
    var readTo: Int64 = 0
    /// The number of the last line, where lines were counted from the first.
    var lineNumber: Int?
    /// Where reading begins, before the first byte was read.
    var start: TailStart?

    /// The file has the log's own name, so it is the one that is written to.
    var isCurrent = false
    /// Its identity and content were held against what was saved, or come from this run.
    var isVerified = true
    /// Whether it was packed when it was saved, where that is known: a file that is not does not become it, but its inode may
    /// have a packed one by now.
    var wasPacked: Bool?
    /// Names were read after it was known how it begins, so that all that was written before it is known too.
    var isPlaced = false
    /// Else that reading of names, by its number, which was not after it.
    var begunAt: Int?
    /// Something may have been written.
    var isDirty = true
    /// It gave something and was not looked at since.
    var isReadAhead = false
    /// When it was seen to grow last, on the clock that never goes back; nanoseconds.
    var lastGrowth: Int64
    /// As last seen.
    var size: Int64 = 0
    var modified: Int64 = 0

    var descriptor: Descriptor?
    /// When the descriptor was used last, by count of uses.
    var lastUse = 0
    var unpacker: Decompressor?
    /// What was unpacked of a line that is not finished: a decompressor does not go back.
    var unfinished = UnfinishedLine()
    var watch: Int32?
    /// The file that the watch is of.
    var watched: FileIdentity?
    /// That it cannot be read has been said.
    var isTroubled = false
    /// A packed file was read to its end, or to where it is damaged.
    var isExhausted = false

    init(path: String, identity: FileIdentity?, codec: Codec?, now: Int64) {
        self.path = path
        self.identity = identity
        self.codec = codec
        lastGrowth = now
        lineNumber = 0
    }

    /// What of this generation a copy would have to go on from, now that its file is overwritten.
    func ghost(now: Int64) -> Generation {
        let ghost = Generation(path: path, identity: nil, codec: nil, now: now)
        ghost.fingerprint = fingerprint
        ghost.lastLine = lastLine
        ghost.trail = trail
        ghost.consumed = consumed
        ghost.readTo = consumed
        ghost.size = size
        ghost.lineNumber = nil
        return ghost
    }

    /// The file begins anew.
    func rewind() {
        fingerprint = Fingerprint()
        lastLine = nil
        trail = Trail()
        hole = 0
        consumed = 0
        readTo = 0
        lineNumber = 0
        start = nil
        copy = nil
        isPlaced = false
        begunAt = nil
        isDirty = true
    }

    /// A turn has ended, and something was given out in it.
    func noteTurn() {
        if codec == nil, let lastLine { trail.addTurn(lastLine, end: consumed) }
    }

    func close() {
        unpacker = nil
        unfinished = UnfinishedLine()
        descriptor?.close()
        descriptor = nil
    }

    /// It begins somewhere behind its first byte, and where that is has not been found yet.
    var isToBegin: Bool { start.map { $0 != .whole } ?? false }

    var hasUnfinishedLine: Bool { readTo > consumed }
}
