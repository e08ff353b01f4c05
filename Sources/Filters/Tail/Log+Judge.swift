import System

/// What a file is that came up under a name of a log.
extension Log {
    /// A file that no generation owns: it is known, or a copy of one that is, or new.
    func judge(_ entry: LogEntry, _ located: Set<FileIdentity>, now: Int64, wall: Int64) {
        if let file = known[entry.identity] {
            let consumed = file.consumed ?? (entry.age == .current ? file.size : .max)
            guard !file.isPacked, entry.age == .current || entry.status.size > consumed, isUnmoved(entry) else {
                return
            }
            // Somebody still had it open, or it has the log's name again.
            let generation = insert(entry, now: now)
            generation.consumed = consumed
            generation.readTo = consumed
            generation.lastLine = file.lastLine
            generation.lineNumber = nil
            return
        }
        guard isUnmoved(entry) else { return }
        if entry.age == .current { return _ = insert(entry, now: now) }
        guard let content = entry.content, !content.head.isEmpty else {
            // Empty, or it cannot be read, or a packer has only begun with it.
            needsLook = needsLook || wall &- entry.status.modified < 10_000_000_000 || entry.content == nil
            return
        }
        // What is being written tells for sure which plain file is a copy of it.
        var original = content.codec == nil ? original(of: entry, content, located) : nil
        let gone = original == nil ? gone(entry, content, located) : nil
        if content.codec != nil, gone == nil { original = self.original(of: entry, content, located) }
        guard isUnmoved(entry) else { return }
        if let gone {
            remember(entry)
            // Lest another one that begins alike goes on in it when the known one is forgotten.
            known[entry.identity]?.consumed = gone.consumed ?? gone.size
            guard let consumed = gone.consumed, entry.isLonger(than: consumed) else { return }
            // Somebody wrote to it before it was packed.
            let generation = insert(entry, now: now)
            generation.consumed = consumed
            generation.readTo = consumed
            generation.lineNumber = nil
        } else if let original {
            keep(entry, asCopyOf: original)
        } else {
            judgeUnknown(entry, content, now: now, wall: wall)
        }
    }

    /// A file that is not known, and not a copy of all that something has: new, or a copy of what the log that is written to begins with.
    private func judgeUnknown(_ entry: LogEntry, _ content: LogEntry.Content, now: Int64, wall: Int64) {
        guard let current else { return _ = insert(entry, now: now) }
        // Before it is asked whether the log was emptied: what it has from then on says nothing of copies.
        let hasBegun = current.hasBegun(like: content)
        if hasBegun == nil, (try? FileStatus(of: current.path)).map(FileIdentity.init) != current.identity {
            // It was moved since the names were read; what comes behind this one is not to come before it.
            isNameDirty = true
        } else if current.isOverwrittenNow {
            // It was emptied since the names were read, and this may be a copy of what it had.
            overwrite(current, now: now)
        } else if hasBegun ?? true, wall &- entry.status.modified < 2_000_000_000 {
            // It may not have got far yet.
            needsLook = true
        } else if hasBegun ?? false {
            keep(entry, asCopyOf: current)
        } else {
            insert(entry, now: now)
        }
    }

    private func keep(_ entry: LogEntry, asCopyOf original: Generation) {
        remember(entry)
        known[entry.identity]?.isCopy = true
        original.copy = entry.identity
    }

    /// Whether the file was there whenever it was looked at. If not, what was found of it is not true.
    private func isUnmoved(_ entry: LogEntry) -> Bool {
        _ = entry.content
        if entry.hasMoved { isNameDirty = true }
        return !entry.hasMoved
    }

    /// The known file that this is, packed or moved; or that it is a copy of.
    private func gone(_ entry: LogEntry, _ content: LogEntry.Content, _ located: Set<FileIdentity>) -> KnownFile? {
        let alike = gone(entry, located)
        if content.codec == nil {
            return alike.first { $0.isPlain(as: entry, isThere: false) }
                ?? known.first {
                    located.contains($0.key) && $0.value.fingerprint.matches(content.head)
                        && $0.value.isPlain(as: entry, isThere: true)
                }?.value
        }
        // Others may begin alike, and be as long. Packers keep the time of the last change, and so spare unpacking.
        if let same = alike.first(where: { $0.isPacked(as: entry, content) }) { return same }
        return alike.first { (!$0.isPacked || $0.size == entry.status.size) && entry.mayHave($0.lastLine) }
    }

    /// The known files that are gone and begin like this one.
    func gone(_ entry: LogEntry, _ located: Set<FileIdentity>) -> [KnownFile] {
        guard let content = entry.content else { return [] }
        return known.filter { !located.contains($0.key) && $0.value.fingerprint.matches(content.head) }.map(\.value)
            + orphans.filter { $0.fingerprint.matches(content.head) }
    }

    private func original(
        of entry: LogEntry, _ content: LogEntry.Content, _ located: Set<FileIdentity>
    ) -> Generation? {
        let isPacked = content.codec != nil
        return generations.first { generation in
            guard generation.identity != entry.identity, generation.fingerprint.matches(content.head) else {
                return false
            }
            if isPacked { return generation.goesOn(like: entry) }
            // A plain copy is made of what is being written, or of what is gone. Two generations may begin alike.
            guard generation.isCurrent || generation.identity.map({ !located.contains($0) }) ?? false else {
                return false
            }
            return generation.hasSameEnd(as: entry)
        }
    }
}

extension Generation {
    /// Whether a plain file has no more than what this one begins with, and less than is known of that; nil where this one cannot be seen.
    func hasBegun(like content: LogEntry.Content) -> Bool? {
        guard content.codec == nil, content.head.count < fingerprint.length else { return false }
        return withFile { $0.bytes(at: 0, count: content.head.count) == content.head }
    }

    /// Whether what a file has may be what was read of this generation.
    func mayBe(_ entry: LogEntry, _ content: LogEntry.Content) -> Bool {
        if content.codec == nil, entry.status.size < consumed { return false }
        if fingerprint.length == 0 { return consumed == 0 }
        // Of how it begins more may have been seen than was given out, and a copy may lack that.
        let given = Int(clamping: consumed)
        let isAlike = given > 0 && given <= content.head.count && content.head.count < fingerprint.length
        return (fingerprint.matches(content.head) || isAlike && entry.hasBegunAlong(trail)) && entry.mayHave(lastLine)
    }

    /// Whether a file may be a copy of what was read of this one, made before the last lines came: what it has was all given out.
    func isBehind(_ entry: LogEntry, _ content: LogEntry.Content) -> Bool {
        guard fingerprint.matches(content.head) || content.head.count < fingerprint.length else { return false }
        return (content.codec != nil || entry.status.size < consumed) && entry.hasBegunAlong(trail)
    }

    /// Whether a file that it was read from has another content now.
    func isOverwritten(_ descriptor: Descriptor) -> Bool {
        guard codec == nil, fingerprint.length > 0, let status = try? FileStatus(of: descriptor) else { return false }
        return status.size < readTo || !fingerprint.matches(descriptor.bytes(at: 0, count: fingerprint.length))
            || !(lastLine?.isIn(descriptor) ?? true)
    }

    /// The same, looked at now.
    var isOverwrittenNow: Bool { identity != nil && withFile { isOverwritten($0) } ?? false }

    /// The same of a file as it was listed.
    func isOverwritten(by entry: LogEntry) -> Bool {
        guard codec == nil, fingerprint.length > 0 else { return false }
        if entry.status.size < readTo { return true }
        guard let content = entry.content else { return false }
        return content.codec != nil || !fingerprint.matches(content.head) || !entry.mayHave(lastLine)
    }

    var asKnown: KnownFile {
        KnownFile(
            fingerprint: fingerprint, lastLine: lastLine, consumed: consumed, size: size, modified: modified,
            isPacked: codec != nil)
    }
}
