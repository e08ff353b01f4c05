import System

/// A log: the name it is written under, and its generations. All of them are one source, with the log's name.
final class Log {
    let path: String
    let name: SourceName
    /// Where generations are looked for: the path, or what it leads to if it is a symbolic link.
    var home: PathParts
    var hasHome = false
    var isLink = false
    /// The folder itself: its name, or one on the way to it, may be a link that is turned.
    var homeFolder: FileIdentity?
    /// The log has been in more than one folder, and may be in an earlier one again.
    var hasTurned = false
    /// When a name in the home came or went last, as of the last look.
    var folderChange: Int64?
    /// The files that were named or found, where the log itself was not: those are read, of the others only what comes anew.
    var members: Set<String>?

    /// What is read, oldest first.
    var generations: [Generation] = []
    var known: [FileIdentity: KnownFile] = [:]
    /// Known files that are gone and whose inode is used again: what they had may still come up packed.
    var orphans: [KnownFile] = []

    /// Whether the higher number is the newer; nil where nothing has told of it, and then the lower is.
    var numbersRise: Bool?

    /// Names may have changed.
    var isNameDirty = true
    var isQueued = false
    /// Something cannot be told yet (a copy that has just begun, a file that may not be opened): look again soon.
    var needsLook = false
    var hasLooked = false
    /// Times in a row that a file had moved when it was to be opened.
    var moves = 0
    /// Looks in a row that came to nothing, for names changed meanwhile.
    var vainLooks = 0
    /// What was known before the first of them.
    var unfinished: Acquaintance?
    /// It appeared while others were followed: it is new, and read from its first byte.
    var isLate = false
    /// Then, if that is known: what was written since and put aside belongs to it. Nanoseconds since 1970.
    var lateSince: Int64?
    /// That there is no such file has been said.
    var isMissed = false
    /// `--rate`: not before this time, on the clock that never goes back.
    var notBefore: Int64 = 0

    init(path: String, members: Set<String>? = nil) {
        self.path = path
        self.members = members
        name = SourceName(path)
        home = PathParts(path)
    }

    var current: Generation? { generations.last { $0.isCurrent } }

    /// Somebody named this file and no other.
    var isNamed: Bool { members?.contains(path) ?? true }

    /// Bytes of what is to be read, before it is looked at; packed ones count as they are on the disk.
    var sizeOnDisk: Int64 {
        (members ?? [path]).reduce(0) { $0 + ((try? FileStatus(of: $1))?.size ?? 0) }
    }

    /// Bytes that are there and were not given out, as last seen; packed ones count as they are on the disk.
    var lag: Int64 {
        generations.reduce(0) { $0 + max(0, $1.codec == nil ? $1.size - $1.consumed : $1.isExhausted ? 0 : $1.size) }
    }
}

/// How the run treats its logs.
struct TailPlan {
    /// Where files begin that are there at the start.
    var start: TailStart
    /// It waits for more.
    var follows = false
    /// It follows names through rotation.
    var byName = false
    /// Positions are kept, so generations are looked for.
    var hasState = false
    /// Unfinished lines wait for the next run.
    var keepsUnfinished = false

    var tracksGenerations: Bool { byName || hasState }
}

/// Something to be said to people.
enum LogNotice: Equatable {
    case missing(String)
    case unreadable(String)
    /// It was opened, and reading it failed.
    case broken(String)
    case truncated(String, copy: String?)
    case lost(String, offset: Int64)
    case skipped(String, String)
    case partial(String)
    case hole(String, bytes: Int64)
}
