import Bytes

extension Log {
    /// Oldest first. Those without a name stay behind those that they were behind.
    func sort(_ entries: [LogEntry]) {
        if numbersRise == nil { numbersRise = risesByContent(entries) }
        let rises = numbersRise ?? false
        var places: [FileIdentity: Int] = [:]
        for (place, entry) in (rises ? entries.sorted { $0.isOlder(than: $1, numbersRise: true) } : entries)
            .enumerated()
        {
            places[entry.identity] = place
        }
        // They are in order but for those that are new, which have names.
        var last = -1
        let placed = generations.enumerated().map { index, generation in
            let place = [generation.identity, generation.copy].lazy.compactMap { $0.flatMap { places[$0] } }.first
            last = max(last, place ?? last)
            return (place: place ?? last, index: index, generation: generation)
        }
        generations = placed.sorted { ($0.place, $0.index) < ($1.place, $1.index) }.map(\.generation)
    }

    /// Finds out whether higher numbers are newer here, by what was known of the files before this look: what was written to then is
    /// newer than what had been put aside, and what was not there is newer than both. logrotate(8) and most others move `.1` to `.2`;
    /// Log4j 2 by default, and many a script, give the next number to what is put aside.
    func noteDirection(_ entries: [LogEntry], _ before: Acquaintance) {
        let numbered = Self.numbered(entries)
        guard numbered.count > 1 else { return }
        let ranks = before.ranks(in: self)
        guard let rises = Self.rises(numbered.compactMap { ranks[$0.identity] }) else { return }
        // A copy of what had not been read yet looks new; it was written before what it is a copy of was written to again.
        if let changes = Self.rises(numbered.map(\.status.modified)), changes != rises { return }
        numbersRise = rises
    }

    /// The same where nothing was known of the files: by the times that their lines begin with. Where lines are not dated, by when the files
    /// were written last, if that fits the file that is written to: in copies of logs it often says in which order they were copied.
    private func risesByContent(_ entries: [LogEntry]) -> Bool? {
        let unread = Set(generations.compactMap(\.identity))
        let numbered = Self.numbered(entries).filter { unread.contains($0.identity) }
        guard numbered.count > 1 else { return nil }
        let dated = numbered.compactMap(\.firstTime)
        if dated.count > 1 { return Self.rises(dated) }
        guard let current = entries.last, current.age == .current else { return nil }
        let changes = numbered.map(\.status.modified)
        return Self.rises(changes) == true && Self.rises(changes + [current.status.modified]) == true ? true : nil
    }

    /// Lowest number first.
    private static func numbered(_ entries: [LogEntry]) -> [LogEntry] {
        entries.compactMap { entry in
            if case .number(let number) = entry.age { (number: number, entry: entry) } else { nil }
        }.sorted { $0.number < $1.number }.map(\.entry)
    }

    /// Nil where all are the same, or some rise and some fall.
    private static func rises<Value: Comparable>(_ values: [Value]) -> Bool? {
        let steps = zip(values, values.dropFirst())
        let rises = steps.contains { $0 < $1 }
        let falls = steps.contains { $0 > $1 }
        return rises == falls ? nil : rises
    }
}

/// What was known of the files of a log before a look at them.
struct Acquaintance {
    private let files: Set<FileIdentity>
    private let generations: Set<ObjectIdentifier>
    private let current: ObjectIdentifier?

    init(_ log: Log) {
        files = Set(log.known.keys)
        generations = Set(log.generations.map(ObjectIdentifier.init))
        current = log.current.map(ObjectIdentifier.init)
    }

    /// The newer a file, the higher; after the look, before anything is read.
    func ranks(in log: Log) -> [FileIdentity: Int] {
        // What has become known with this look is a copy of what was.
        var ranks = Dictionary(uniqueKeysWithValues: files.union(log.known.keys).map { ($0, 0) })
        for generation in log.generations {
            let id = ObjectIdentifier(generation)
            // What is new and read on at a place is a copy of what was known.
            let rank = id == current ? 1 : generations.contains(id) || generation.consumed > 0 ? 0 : 2
            if let identity = generation.identity, !files.contains(identity) { ranks[identity] = rank }
            if let copy = generation.copy { ranks[copy] = rank }
        }
        return ranks
    }
}

extension LogEntry {
    /// The time of the first line that has one, of those it begins with. Only its order is of interest, so any zone will do.
    var firstTime: Int64? {
        guard let head = content?.head else { return nil }
        var buffer = ByteBuffer(capacity: head.count)
        buffer.append(head)
        let time = LineTime(reference: status.modified, zone: .utc)
        var start = 0
        while start < head.count {
            let end = buffer.find(0x0A, from: start, to: head.count) ?? head.count
            if let found = time.find(in: buffer, Slice(from: start, to: end)) { return found }
            start = end + 1
        }
        return nil
    }
}
