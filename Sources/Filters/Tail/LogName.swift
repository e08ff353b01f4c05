/// A file's name, taken apart into the log's own name and what rotation put behind it:
///
///     access.log                  access.log   current
///     access.log.2.gz             access.log   number 2
///     access.log-20261124.zst     access.log   stamp 20261124
///
/// Numbers and dates are those of logrotate(8), newsyslog(8), multilog and the kubelet. That a file is compressed is told by its
/// bytes; here the ending is only taken off.
struct LogName: Equatable {
    enum Age: Equatable {
        /// The name that is written to.
        case current
        /// The higher, the older, unless the log is found to count upwards.
        case number(Int)
        /// Dates and times, or seconds since 1970: the higher, the newer.
        case stamp([Int])
    }

    let name: String
    /// The log's own name.
    let stem: String
    let age: Age
    let hasPackedEnding: Bool

    private static let packedEndings = [".gz", ".zst", ".xz", ".bz2"]

    init(_ name: String) {
        self.name = name
        let ending = Self.packedEndings.first { name.hasSuffix($0) && name.utf8.count > $0.utf8.count }
        hasPackedEnding = ending != nil
        let bare = Array(name.utf8.dropLast(ending?.utf8.count ?? 0))
        let (length, age) = Self.split(bare)
        if case .current = age, ending != nil {
            stem = String(decoding: bare, as: UTF8.self)
            self.age = .number(0)
        } else {
            stem = age == .current ? name : String(decoding: bare.prefix(length), as: UTF8.self)
            self.age = age
        }
    }

    /// How long the stem is, and what the rest says.
    private static func split(_ name: [UInt8]) -> (Int, Age) {
        for old in [".old", ".bak"] where name.count > 4 && name.suffix(4).elementsEqual(old.utf8) {
            return (name.count - 4, .number(1))
        }
        // The longest end of digits and what stands between digits in dates.
        var start = name.count
        while start > 0, isDigit(name[start - 1]) || "-_.:T".utf8.contains(name[start - 1]) { start -= 1 }
        guard start > 0, start < name.count else { return (name.count, .current) }
        // A number of few digits behind a dot: `.1`. What stands before it must not be numbers too (`host-10.0.0.1`).
        var digits = name.count
        while digits > start, isDigit(name[digits - 1]) { digits -= 1 }
        let count = name.count - digits
        if count > 0, count <= 4, digits > 0, name[digits - 1] == UInt8(ascii: "."),
            digits - 1 <= start || !hasDigit(name[start..<(digits - 1)]),
            let number = Int(String(decoding: name[digits...], as: UTF8.self))
        {
            return (digits - 1, .number(number))
        }
        // Six digits at the least make a date.
        let rest = name[start...]
        guard let first = rest.first, !isDigit(first), first != UInt8(ascii: "T"), first != UInt8(ascii: ":"),
            let last = rest.last, isDigit(last), rest.count(where: isDigit) >= 6
        else { return (name.count, .current) }
        let numbers = rest.split { !isDigit($0) }.map { Int(String(decoding: $0, as: UTF8.self)) ?? .max }
        // An address has dots between short numbers; a date has not.
        guard
            numbers.count > 4
                ? false : (numbers.first ?? 0) >= 1900 || rest.split(whereSeparator: { !isDigit($0) })[0].count >= 6
        else { return (name.count, .current) }
        return (start, .stamp(numbers))
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    private static func hasDigit(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.contains(where: isDigit) }
}

extension LogName.Age {
    /// Nil where the names do not tell: a number and a date.
    /// - Parameter numbersRise: the higher a number, the newer.
    func isOlder(than other: LogName.Age, numbersRise: Bool = false) -> Bool? {
        switch (self, other) {
        case (.current, _): false
        case (_, .current): true
        case (.number(let a), .number(let b)): numbersRise ? a < b : a > b
        case (.stamp(let a), .stamp(let b)): a.lexicographicallyPrecedes(b)
        default: nil
        }
    }
}

/// A path, as the folder it names and the name in it.
struct PathParts: Equatable {
    let folder: String
    let name: String

    init(_ path: String) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else {
            folder = ""
            name = path
            return
        }
        folder = String(path[...slash])
        name = String(path[path.utf8.index(after: slash)...])
    }

    /// For system calls.
    var directory: String { folder.isEmpty ? "." : folder }
}
