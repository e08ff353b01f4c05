import Bytes
import FilterKit
import System

/// What is kept of a log from one run to the next.
struct SavedLog {
    var generations: [SavedGeneration] = []
    var known: [(identity: FileIdentity, file: KnownFile)] = []
}

struct SavedGeneration {
    var path: String
    var identity: FileIdentity?
    var fingerprint: Fingerprint
    var lastLine: LinePrint?
    var trail = Trail()
    var consumed: Int64
    var size: Int64
    var isCurrent: Bool
    var lineNumber: Int?
    /// Where reading begins was not found yet: a packed file, or one that could not be opened.
    var hasStart: Bool
    /// Nil where an earlier version did not say.
    var isPacked: Bool?
}

extension Log {
    /// Takes up where an earlier run was. Which files they are now is found at the first look.
    func restore(_ saved: SavedLog, start: TailStart, now: Int64) {
        hasLooked = true
        generations = saved.generations.map { saved in
            let generation = Generation(path: saved.path, identity: saved.identity, codec: nil, now: now)
            generation.fingerprint = saved.fingerprint
            generation.lastLine = saved.lastLine
            generation.trail = saved.trail
            generation.consumed = saved.consumed
            generation.readTo = saved.consumed
            generation.size = saved.size
            generation.isCurrent = saved.isCurrent
            generation.lineNumber = saved.lineNumber
            generation.start = saved.hasStart ? start : nil
            generation.isVerified = false
            generation.wasPacked = saved.isPacked
            return generation
        }
        known = Dictionary(saved.known.map { ($0.identity, $0.file) }, uniquingKeysWith: { $1 })
    }

    var saved: SavedLog {
        SavedLog(
            // Of a file with nothing in it nothing is known, and its inode may have another one by then.
            generations: generations.filter { $0.fingerprint.length > 0 }.map {
                SavedGeneration(
                    path: $0.path, identity: $0.identity, fingerprint: $0.fingerprint, lastLine: $0.lastLine,
                    // A copy is looked for of what is written to, and of what was and is gone.
                    trail: $0.isCurrent || $0.identity == nil ? $0.trail : Trail(),
                    consumed: $0.consumed, size: $0.size, isCurrent: $0.isCurrent, lineNumber: $0.lineNumber,
                    hasStart: $0.isToBegin, isPacked: $0.isVerified ? $0.codec != nil : $0.wasPacked)
            },
            known: known.sorted { ($0.key.device, $0.key.inode) < ($1.key.device, $1.key.inode) }.map {
                ($0.key, $0.value)
            })
    }
}

extension TailFiles {
    /// Versions before the first release: 1 did not have last lines, and is refused; 2 did not say what has not begun and
    /// what is packed; 3 not what is a copy, and when names were looked through; 4 not which lines a file begins with.
    private static let versions: ClosedRange<Int> = 2...5

    func save(to snapshot: inout SnapshotWriter) {
        snapshot.append(Self.versions.upperBound)
        snapshot.append(expanded ?? -1)
        // Logs that have not been looked at yet are as they were.
        var all = saved
        for log in logs where log.hasLooked { all[log.path] = log.saved }
        snapshot.append(UInt64(all.count))
        for (path, log) in all.sorted(by: { $0.key < $1.key }) {
            snapshot.append(path)
            snapshot.append(UInt64(log.generations.count))
            for generation in log.generations {
                snapshot.append(generation.path)
                Self.save(generation.identity, to: &snapshot)
                Self.save(generation.fingerprint, to: &snapshot)
                Self.save(generation.lastLine, to: &snapshot)
                snapshot.append(generation.consumed)
                snapshot.append(generation.size)
                snapshot.append(generation.isCurrent)
                snapshot.append(generation.lineNumber ?? -1)
                snapshot.append(generation.hasStart)
                snapshot.append(generation.isPacked != nil)
                snapshot.append(generation.isPacked ?? false)
                Self.save(generation.trail.turnEnds, to: &snapshot)
                Self.save(generation.trail.beginning, to: &snapshot)
            }
            snapshot.append(UInt64(log.known.count))
            for (identity, file) in log.known {
                Self.save(identity, to: &snapshot)
                Self.save(file.fingerprint, to: &snapshot)
                Self.save(file.lastLine, to: &snapshot)
                snapshot.append(file.consumed ?? -1)
                snapshot.append(file.size)
                snapshot.append(file.modified)
                snapshot.append(file.isPacked)
                snapshot.append(file.isCopy)
            }
        }
    }

    func restore(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        let version = try snapshot.integer()
        guard Self.versions.contains(version) else { throw .foreign }
        if version > 3 {
            let time = try snapshot.signed()
            expanded = time < 0 ? nil : time
        }
        var all: [String: SavedLog] = [:]
        for _ in 0..<(try snapshot.count()) {
            let path = try snapshot.text()
            var log = SavedLog()
            for _ in 0..<(try snapshot.count()) {
                var generation =
                    SavedGeneration(
                        path: try snapshot.text(), identity: try Self.identity(from: &snapshot),
                        fingerprint: try Self.fingerprint(from: &snapshot),
                        lastLine: try Self.line(from: &snapshot),
                        consumed: try Self.place(from: &snapshot),
                        size: try snapshot.signed(), isCurrent: try snapshot.flag(),
                        lineNumber: try Self.optional(snapshot.integer()), hasStart: false)
                if version > 2 {
                    generation.hasStart = try snapshot.flag()
                    let isKnown = try snapshot.flag()
                    let isPacked = try snapshot.flag()
                    generation.isPacked = isKnown ? isPacked : nil
                }
                if version > 3 {
                    generation.trail = Trail(
                        turnEnds: try Self.places(from: &snapshot),
                        beginning: version > 4 ? try Self.places(from: &snapshot) : [])
                }
                log.generations.append(generation)
            }
            for _ in 0..<(try snapshot.count()) {
                guard let identity = try Self.identity(from: &snapshot) else { throw .foreign }
                let fingerprint = try Self.fingerprint(from: &snapshot)
                let lastLine = try Self.line(from: &snapshot)
                let consumed = try snapshot.signed()
                var file = KnownFile(
                    fingerprint: fingerprint, lastLine: lastLine, consumed: consumed < 0 ? nil : consumed,
                    size: try snapshot.signed(), modified: try snapshot.signed(), isPacked: try snapshot.flag())
                file.isCopy = version > 3 ? try snapshot.flag() : file.consumed == nil
                log.known.append((identity, file))
            }
            all[path] = log
        }
        saved = all
        isContinued = true
        // A log may just have no file under its own name.
        for path in all.keys.sorted() where index[path] == nil && finder.covers(path) {
            add(Log(path: path, members: []))
        }
    }

    private static func save(_ identity: FileIdentity?, to snapshot: inout SnapshotWriter) {
        snapshot.append(identity != nil)
        snapshot.append(identity?.device ?? 0)
        snapshot.append(identity?.inode ?? 0)
    }

    private static func identity(from snapshot: inout SnapshotReader) throws(SnapshotError) -> FileIdentity? {
        let isThere = try snapshot.flag()
        let identity = FileIdentity(device: try snapshot.unsigned(), inode: try snapshot.unsigned())
        return isThere ? identity : nil
    }

    private static func save(_ fingerprint: Fingerprint, to snapshot: inout SnapshotWriter) {
        snapshot.append(fingerprint.length)
        snapshot.append(fingerprint.hash)
    }

    private static func fingerprint(from snapshot: inout SnapshotReader) throws(SnapshotError) -> Fingerprint {
        Fingerprint(length: try snapshot.integer(), hash: try snapshot.unsigned())
    }

    private static func save(_ line: LinePrint?, to snapshot: inout SnapshotWriter) {
        snapshot.append(line != nil)
        guard let line else { return }
        snapshot.append(line.offset)
        save(line.start, to: &snapshot)
    }

    private static func line(from snapshot: inout SnapshotReader) throws(SnapshotError) -> LinePrint? {
        guard try snapshot.flag() else { return nil }
        return LinePrint(offset: try place(from: &snapshot), start: try fingerprint(from: &snapshot))
    }

    private static func save(_ places: [Trail.Place], to snapshot: inout SnapshotWriter) {
        snapshot.append(UInt64(places.count))
        for place in places {
            save(place.line, to: &snapshot)
            snapshot.append(place.end)
        }
    }

    private static func places(from snapshot: inout SnapshotReader) throws(SnapshotError) -> [Trail.Place] {
        var places: [Trail.Place] = []
        for _ in 0..<(try snapshot.count()) {
            let line = try line(from: &snapshot)
            let end = try place(from: &snapshot)
            if let line { places.append(Trail.Place(line: line, end: end)) }
        }
        return places
    }

    private static func place(from snapshot: inout SnapshotReader) throws(SnapshotError) -> Int64 {
        let place = try snapshot.signed()
        guard place >= 0 else { throw .foreign }
        return place
    }

    private static func optional(_ number: Int) -> Int? { number < 0 ? nil : number }

    /// Where the logs are: of each, the file that is written to.
    var positions: [(file: String, offset: Int64)] {
        logs.compactMap { log in (log.current ?? log.generations.last).map { (log.path, $0.consumed) } }
    }
}
