import System

/// A file of a log that is not read: it was read to its end, or it was there before weir and is not wanted, or it is a copy of
/// another one. Remembered so that it is not taken for a new generation under its next name.
struct KnownFile {
    var fingerprint: Fingerprint
    var lastLine: LinePrint?
    /// Up to where it was read; nil where it is not to be read at all.
    var consumed: Int64?
    var size: Int64
    var modified: Int64
    var isPacked: Bool
    /// It is a copy of what is still being read, and has the rest of it when that is emptied.
    var isCopy = false
    /// Since when no name has it; nanoseconds on the clock that never goes back.
    var missingSince: Int64?

    /// Whether what has the inode now is still that file. A packed file does not change any more; others may grow.
    func isStill(_ entry: LogEntry) -> Bool {
        if entry.status.size == size, entry.status.modified == modified { return true }
        guard !isPacked, entry.status.size >= size, let content = entry.content, content.codec == nil else {
            return false
        }
        return fingerprint.matches(content.head) && entry.mayHave(lastLine)
    }

    /// Whether a plain file that begins alike is this one, as another file: moved to another disk, or on one that has another number
    /// since the machine was started; or a copy of it. What has come behind it does not matter, where it was read.
    func isPlain(as entry: LogEntry, isThere: Bool) -> Bool {
        guard !isPacked, entry.status.size == size || (!isThere && consumed != nil && entry.status.size > size) else {
            return false
        }
        return lastLine != nil && entry.mayHave(lastLine)
    }

    /// Whether a packed file that begins alike is this one for sure, as far as can be told without unpacking it: it has the time of
    /// the last change still, by the second where the packer knows no finer ones, and the length where that is told.
    func isPacked(as entry: LogEntry, _ content: LogEntry.Content) -> Bool {
        let second: Int64 = 1_000_000_000
        let time = entry.status.modified
        guard !isPacked, time == modified || time % second == 0 && time / second == modified / second else {
            return false
        }
        return content.codec != .gzip || !entry.isLonger(than: size)
    }
}
