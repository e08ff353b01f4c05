import Decompression
import System

/// A file in the folder of a log that, by its name, is the log or a generation of it.
final class LogEntry {
    let path: String
    let status: FileStatus
    let age: LogName.Age
    let hasPackedEnding: Bool

    init(path: String, status: FileStatus, name: LogName) {
        self.path = path
        self.status = status
        age = name.age
        hasPackedEnding = name.hasPackedEnding
    }

    /// The file that has the log's own name.
    init(current path: String, status: FileStatus) {
        self.path = path
        self.status = status
        age = .current
        hasPackedEnding = false
    }

    var identity: FileIdentity { FileIdentity(status) }

    /// The name was found to have another file by now, or none: what was not seen before that is not known.
    private(set) var hasMoved = false

    /// Opens the file; nil where it may not be read, and where it is not under its name any more.
    func open() -> Descriptor? {
        if let descriptor = try? Descriptor.open(readingAtOnce: path) {
            if let now = try? FileStatus(of: descriptor), now.isSameFile(as: status) { return descriptor }
            descriptor.close()
        }
        let isThere = (try? FileStatus(of: path))?.isSameFile(as: status) ?? false
        if !isThere { hasMoved = true }
        return nil
    }

    /// Whether the file may hold more than so many bytes. Of a packed one, gzip says how many at its end, if it was made in one go (RFC 1952
    /// §2.3.1); of the others it is found out by unpacking.
    func isLonger(than size: Int64) -> Bool {
        guard let codec = content?.codec else { return status.size > size }
        guard codec == .gzip, let descriptor = open() else { return true }
        defer { descriptor.close() }
        let trailer = descriptor.bytes(at: status.size - 4, count: 4)
        let length = trailer.reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        return length != UInt32(truncatingIfNeeded: size)
    }

    struct Content {
        let codec: Codec?
        /// The first bytes of what is in it, unpacked.
        let head: [UInt8]
    }

    private(set) lazy var content: Content? = {
        guard let descriptor = open() else { return nil }
        defer { descriptor.close() }
        let bytes = descriptor.bytes(at: 0, count: Fingerprint.most)
        guard let codec = Codec(head: bytes) else { return Content(codec: nil, head: bytes) }
        return Content(codec: codec, head: Decompressor.head(of: descriptor, codec, count: Fingerprint.most))
    }()

    /// Oldest first; what the names do not tell, the times of the last change do.
    func isOlder(than other: LogEntry, numbersRise: Bool = false) -> Bool {
        age.isOlder(than: other.age, numbersRise: numbersRise) ?? (status.modified < other.status.modified)
    }
}

/// The names in folders, read once for each look at many logs, and put under the log that they belong to.
struct Listings {
    /// Which reading of names this is, by its number.
    private(set) var number = 0
    private var folders: [String: Folder] = [:]
    private var changes: [String: Int64] = [:]

    /// The names in a folder, by the log that they belong to.
    private struct Folder {
        let names: [String: [LogName]]
        /// No name can have come or gone unseen between the change that the folder's time tells of and the reading.
        let isSettled: Bool
        /// When a name came or went last.
        let change: Int64
    }

    /// Times of changes are as fine as the kernel's tick, 10 milliseconds at the most. Nanoseconds.
    static let tick: Int64 = 20_000_000
    private static let mostReadings = 8
    /// The names went on changing, so that what was read last may lack some.
    private(set) var isRestless = false

    /// Names may have changed: they are read again.
    mutating func forget() {
        number += 1
        folders.removeAll()
        changes.removeAll()
    }

    /// When a name came to or went from a folder last; nil where that cannot be told.
    mutating func change(of folder: PathParts) -> Int64? {
        if let known = changes[folder.folder] { return known }
        guard let status = try? FileStatus(of: folder.directory) else { return nil }
        changes[folder.folder] = status.modified
        return status.modified
    }

    /// What is there of a log: its generations oldest first, itself last. Nil where the folder cannot be read.
    ///
    /// A log that is renamed while the names are read has neither its old name any more nor the new one yet, and what came behind
    /// it would be read before it. So they are read until nothing has changed meanwhile: as the folder's time says, or two
    /// readings that agree.
    mutating func entries(of stem: PathParts, path: String, wall: Int64) -> [LogEntry]? {
        guard var entries = read(stem, path: path, wall: wall) else { return nil }
        isRestless = false
        for _ in 0..<Self.mostReadings {
            if let folder = folders[stem.folder], folder.isSettled, folder.change == Self.change(of: stem) {
                return entries
            }
            folders[stem.folder] = nil
            guard let again = read(stem, path: path, wall: wall) else { return nil }
            let isSame =
                again.count == entries.count
                && zip(again, entries).allSatisfy { $0.path == $1.path && $0.identity == $1.identity }
            entries = again
            if isSame { return entries }
        }
        isRestless = true
        return entries
    }

    private static func change(of folder: PathParts) -> Int64? {
        (try? FileStatus(of: folder.directory))?.modified
    }

    private mutating func read(_ stem: PathParts, path: String, wall: Int64) -> [LogEntry]? {
        if folders[stem.folder] == nil {
            let change = Self.change(of: stem)
            guard let change, let names = try? Directory.names(in: stem.directory) else { return nil }
            folders[stem.folder] = Folder(
                names: Dictionary(grouping: names.map(LogName.init), by: \.stem),
                isSettled: wall &- change > Self.tick, change: change)
        }
        let names = (folders[stem.folder]?.names[stem.name] ?? []).filter { $0.age != .current }
        var entries = names.compactMap { name -> LogEntry? in
            let path = stem.folder + name.name
            guard let status = try? FileStatus(of: path), status.kind == .regular else { return nil }
            return LogEntry(path: path, status: status, name: name)
        }
        // The log's own name last: what was renamed in between is then found under its new name the next time, and none is
        // taken for gone that is only on its way.
        let current = (try? FileStatus(of: path)).flatMap { $0.kind == .regular ? $0 : nil }
        if let current { entries.removeAll { $0.status.isSameFile(as: current) } }
        // A file that was renamed while the names were read can be there twice.
        var seen: Set<FileIdentity> = []
        var unique = entries.sorted { $0.isOlder(than: $1) }.filter { seen.insert($0.identity).inserted }
        if let current { unique.append(LogEntry(current: path, status: current)) }
        // While gzip works on a file, both are there: the packed one is not complete.
        return unique.filter { entry in
            !entry.hasPackedEnding || !unique.contains { $0 !== entry && !$0.hasPackedEnding && $0.age == entry.age }
        }
    }
}
