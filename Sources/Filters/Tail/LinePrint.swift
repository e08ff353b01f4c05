import Bytes
import Decompression
import System

/// A line that was given out: where it stands, and the hash of its first bytes, newline included. It tells files apart that begin
/// alike, under a long banner say, or the names of columns: what stands just before the place where reading goes on is
/// the same in the file and in its copies only.
struct LinePrint: Equatable {
    let offset: Int64
    let start: Fingerprint

    init(offset: Int64, start: Fingerprint) {
        self.offset = offset
        self.start = start
    }

    func isIn(_ descriptor: Descriptor) -> Bool { start.matches(descriptor.bytes(at: offset, count: start.length)) }
}

/// Pieces of what is in a file, packed or not, each behind the one before.
private struct Pieces {
    private let descriptor: Descriptor
    private let unpacker: Decompressor?

    /// Nil where a packed file cannot be unpacked.
    init?(of descriptor: Descriptor, _ codec: Codec?) {
        self.descriptor = descriptor
        unpacker = codec.flatMap { Decompressor($0, descriptor) }
        if codec != nil, unpacker == nil { return nil }
    }

    /// Where the next one may begin; a plain file can be gone back in.
    var position: Int64 { unpacker?.position ?? 0 }

    /// - Returns: fewer bytes where the file ends before, and whether that is for a packed one breaks off.
    func next(at offset: Int64, count: Int) -> (bytes: [UInt8], isCutShort: Bool) {
        guard let unpacker else { return (descriptor.bytes(at: offset, count: count), false) }
        let isThere = unpacker.skip(offset - unpacker.position)
        return (isThere ? unpacker.take(count) : [], unpacker.isCutShort)
    }
}

extension LogEntry {
    /// What a plain file ends with; nil where that cannot be read.
    var end: LinePrint? {
        guard let content, content.codec == nil, let descriptor = open() else { return nil }
        defer { descriptor.close() }
        let end = LinePrint(before: status.size, in: descriptor)
        return end.start.length == 0 ? nil : end
    }

    /// Whether the file may have the line; one that cannot be opened now may, and one that is still being packed. A packed file is
    /// unpacked to that place, so this is to be asked only where the beginning is the same.
    func mayHave(_ line: LinePrint?) -> Bool {
        guard let line, let descriptor = open() else { return true }
        defer { descriptor.close() }
        guard let pieces = Pieces(of: descriptor, content?.codec) else { return true }
        let piece = pieces.next(at: line.offset, count: line.start.length)
        return line.start.matches(piece.bytes) || piece.isCutShort
    }

    /// Whether the file has the lines that were given out of another one, as far as it goes; so it may be a copy of that, made when it was
    /// shorter. True of one that cannot be opened now, and of one that is still being packed.
    func hasBegunAlong(_ trail: Trail) -> Bool {
        guard let descriptor = open() else { return true }
        defer { descriptor.close() }
        let codec = content?.codec
        guard let pieces = Pieces(of: descriptor, codec) else { return true }
        var last: Trail.Place?
        for place in trail.places where place.line.offset >= pieces.position {
            let (bytes, isCutShort) = pieces.next(at: place.line.offset, count: place.line.start.length)
            if isCutShort { return true }
            if codec == nil ? place.end > status.size : bytes.count < place.line.start.length { break }
            guard place.line.start.matches(bytes) else { return false }
            last = place
        }
        // All files of a log may begin with the same line; one that has no more than that is no loss.
        return last.map { $0.line.offset > 0 || !isLonger(than: $0.end) } ?? false
    }
}

extension Generation {
    /// Whether a packed file may be a copy of this one: from the line on that was read last of this one it has the same, as far as it
    /// goes. More is held against each other than that line, which may be one that all files of a log begin with. True where
    /// that cannot be seen.
    func goesOn(like entry: LogEntry) -> Bool {
        guard let other = entry.open() else { return true }
        defer { other.close() }
        let offset = lastLine?.offset ?? 0
        func piece(_ file: Descriptor, _ codec: Codec?) -> (bytes: [UInt8], isCutShort: Bool)? {
            Pieces(of: file, codec)?.next(at: offset, count: 16 * Fingerprint.most)
        }
        return withFile { ours in
            guard let theirs = piece(other, entry.content?.codec), let own = piece(ours, codec) else { return true }
            if let lastLine, theirs.bytes.count < lastLine.start.length { return theirs.isCutShort }
            return own.bytes.starts(with: theirs.bytes)
        } ?? entry.mayHave(lastLine)
    }

    /// Whether a plain file has all that this one has, as far as its end tells.
    func isBeginning(of entry: LogEntry) -> Bool {
        guard entry.content?.codec == nil, let other = entry.open() else { return false }
        defer { other.close() }
        return withFile { ours in
            guard let end = (try? FileStatus(of: ours))?.size, end <= entry.status.size else { return false }
            return Self.agree(ours, other, before: end)
        } ?? false
    }

    /// Whether this one has the same bytes where a file ends that may be a copy of it; true where that cannot be seen.
    func hasSameEnd(as entry: LogEntry) -> Bool {
        guard let other = entry.open() else { return true }
        defer { other.close() }
        return withFile { ours in
            // No copy is longer than what it was made of.
            guard let status = try? FileStatus(of: ours), entry.status.size <= status.size else { return false }
            return Self.agree(ours, other, before: entry.status.size)
        } ?? entry.mayHave(lastLine)
    }

    private static func agree(_ one: Descriptor, _ other: Descriptor, before end: Int64) -> Bool {
        let start = max(0, end - Int64(Fingerprint.most))
        return one.bytes(at: start, count: Int(end - start)) == other.bytes(at: start, count: Int(end - start))
    }

    /// Lends the file, opened if it is not held; nil where it cannot be opened, or its name has another file by now.
    func withFile<Result>(_ body: (Descriptor) -> Result) -> Result? {
        if let descriptor { return body(descriptor) }
        guard let file = try? Descriptor.open(readingAtOnce: path) else { return nil }
        defer { file.close() }
        guard let status = try? FileStatus(of: file), FileIdentity(status) == identity else { return nil }
        return body(file)
    }
}

/// A line in the store, and where it stands in its file.
struct PlacedLine {
    var line: Slice?
    var offset: Int64 = 0

    init() {}

    init(_ line: Slice, _ offset: Int64) {
        self.line = line
        self.offset = offset
    }
}

extension LinePrint {
    /// Of what stands before a place where reading begins.
    init(before offset: Int64, in descriptor: Descriptor) {
        self.offset = max(0, offset - Int64(Fingerprint.most))
        start = Fingerprint(of: descriptor.bytes(at: self.offset, count: Int(offset - self.offset)))
    }

    /// Of a line in the store, with its newline behind it.
    init(_ line: Slice, at offset: Int64, in store: borrowing ByteStore) {
        self.offset = offset
        start = Fingerprint(of: Slice(from: line.start, to: line.end + 1), in: store.buffer)
    }
}
