import System

extension Log {
    /// Times of changes are not finer than some milliseconds: what changed just now may change again unseen. Nanoseconds.
    private static let settled: Int64 = 2_000_000_000

    /// Looks what names there are, and finds out which files they are: those that are being read, those that are known, and
    /// those that are new. The world goes on meanwhile: where that has changed what was seen already, nothing more is decided, and
    /// names are dirty again when it returns.
    func look(_ listings: inout Listings, _ plan: TailPlan, now: Int64, wall: Int64) -> [LogNotice] {
        isNameDirty = false
        if isUnchanged(&listings, wall: wall) { return [] }
        needsLook = false
        let hadHome = hasHome ? home : nil
        let hadFolder = homeFolder
        findHome()
        guard let entries = entries(&listings, plan, wall: wall) else {
            needsLook = true
            return sayMissing(plan)
        }
        if listings.isRestless { isNameDirty = true }
        if !hasLooked { for entry in entries { _ = entry.content } }
        if isStale(entries) { return [] }
        if !hasLooked { return begin(entries, plan, now: now) }
        if let hadHome, home != hadHome || (hadFolder != nil && homeFolder != hadFolder) {
            hasTurned = true
            // The link leads elsewhere: what lay there before is not new.
            for entry in entries where entry.age != .current && !isOwned(entry) { remember(entry) }
        }
        return take(entries, plan, now: now, wall: wall) + (entries.last?.age == .current ? [] : sayMissing(plan))
    }

    /// Of a log without other generations, in a folder without new names, only the file itself need be looked at: thousands of
    /// quiet ones cost next to nothing.
    private func isUnchanged(_ listings: inout Listings, wall: Int64) -> Bool {
        let before = folderChange
        folderChange = isLink ? nil : listings.change(of: home)
        guard hasLooked, !needsLook, !isLink, generations.count == 1, known.isEmpty, orphans.isEmpty,
            let change = folderChange, change == before, wall &- change > Self.settled,
            let generation = generations.first, generation.isCurrent, generation.isVerified,
            let status = try? FileStatus(of: path), generation.identity == FileIdentity(status)
        else { return false }
        guard status.size != generation.size || status.modified != generation.modified else { return true }
        // Content is looked at with the others of its kind.
        return false
    }

    /// Whether the world has gone on since the names were read, so that they have to be read again.
    private func isStale(_ entries: [LogEntry]) -> Bool {
        if entries.contains(where: \.hasMoved) { isNameDirty = true }
        return isNameDirty
    }

    private func entries(_ listings: inout Listings, _ plan: TailPlan, wall: Int64) -> [LogEntry]? {
        if plan.tracksGenerations || members != nil { return listings.entries(of: home, path: path, wall: wall) }
        guard let status = try? FileStatus(of: path), status.kind == .regular else { return [] }
        return [LogEntry(current: path, status: status)]
    }

    private func findHome() {
        hasHome = true
        defer { homeFolder = (try? FileStatus(of: home.directory)).map { FileIdentity($0) } ?? homeFolder }
        isLink = FileStatus.isLink(path)
        guard isLink, let descriptor = try? Descriptor.open(readingAtOnce: path) else {
            if !isLink { home = PathParts(path) }
            return
        }
        home = descriptor.path.map(PathParts.init) ?? home
        descriptor.close()
    }

    private func sayMissing(_ plan: TailPlan) -> [LogNotice] {
        // Its folder may be gone with it, and then nothing tells when it comes.
        needsLook = true
        guard !isMissed, isNamed, generations.isEmpty else { return [] }
        isMissed = true
        return [.missing(path)]
    }

    // MARK: The first look

    private func begin(_ entries: [LogEntry], _ plan: TailPlan, now: Int64) -> [LogNotice] {
        hasLooked = true
        for entry in entries {
            // Files have the time of the kernel's last tick.
            let isNew = lateSince.map { entry.status.modified > $0 &- Listings.tick } ?? false
            guard isNew || members?.contains(entry.path) ?? (entry.path == path) else {
                remember(entry)
                continue
            }
            let generation = insert(entry, now: now)
            generation.start = isLate ? .whole : plan.start
            // What is older is not read.
            generation.isPlaced = true
        }
        sort(entries)
        markCurrent(entries, now: now)
        return entries.last?.age == .current ? [] : sayMissing(plan)
    }

    @discardableResult
    func insert(_ entry: LogEntry, now: Int64) -> Generation {
        let generation = Generation(path: entry.path, identity: entry.identity, codec: entry.content?.codec, now: now)
        generation.size = entry.status.size
        generation.fingerprint = Fingerprint(of: entry.content?.head ?? [])
        generation.isCurrent = entry.age == .current
        generations.append(generation)
        known[entry.identity] = nil
        return generation
    }

    func remember(_ entry: LogEntry) {
        known[entry.identity] = KnownFile(
            fingerprint: Fingerprint(of: entry.content?.head ?? []), lastLine: entry.end, consumed: nil,
            size: entry.status.size,
            modified: entry.status.modified, isPacked: entry.content?.codec != nil)
    }

    private func isOwned(_ entry: LogEntry) -> Bool { generations.contains { $0.identity == entry.identity } }

    // MARK: Every other look

    private func take(_ entries: [LogEntry], _ plan: TailPlan, now: Int64, wall: Int64) -> [LogNotice] {
        orphan(entries, now: now)
        var free = unowned(entries, now: now)
        var notices: [LogNotice] = []
        let isThere = entries.last?.age == .current
        let located = Set(entries.map(\.identity))
        let homeless = { (generation: Generation) in generation.identity.map { !located.contains($0) } ?? true }
        for generation in generations.filter(homeless) {
            if let descriptor = generation.descriptor, generation.identity != nil {
                // Moved or deleted, and held: it is read to its end all the same, and may get a name again.
                generation.isDirty = true
                if generation.isOverwritten(descriptor) {
                    overwrite(generation, now: now)
                } else if generation.codec == nil, generation.fingerprint.length == 0 {
                    // Written and moved since it was looked at: it may be packed already.
                    generation.fingerprint.extend(to: descriptor.bytes(at: 0, count: Fingerprint.most))
                }
            }
        }
        if isStale(entries) { return [] }
        let before = unfinished ?? Acquaintance(self)
        unfinished = before
        for generation in generations.filter(homeless) {
            if let notice = goOn(generation, in: &free, located) { notices.append(notice) }
        }
        if isStale(entries) { return notices }
        markCurrent(entries, now: now)
        // What is written to first, so that the others are held against it.
        for entry in free.reversed() where !isNameDirty { judge(entry, located, now: now, wall: wall) }
        if isStale(entries) { return notices }
        unfinished = nil
        notices += dropLost(located, isThere: isThere, now: now)
        noteDirection(entries, before)
        sort(entries)
        forget(located, now: now)
        return notices
    }

    /// Known files whose inode has another file now.
    private func orphan(_ entries: [LogEntry], now: Int64) {
        for entry in entries {
            guard var file = known[entry.identity], !file.isStill(entry), !entry.hasMoved else { continue }
            known[entry.identity] = nil
            file.missingSince = now
            orphans.append(file)
        }
    }

    /// The entries that no generation owns; those of the others get the names that their files have now.
    private func unowned(_ entries: [LogEntry], now: Int64) -> [LogEntry] {
        var owners: [FileIdentity: Generation] = [:]
        for generation in generations { if let identity = generation.identity { owners[identity] = generation } }
        return entries.filter { entry in
            guard let generation = owners[entry.identity] else { return true }
            if !generation.isVerified {
                guard let content = entry.content else {
                    needsLook = true
                    return false
                }
                let isSame =
                    generation.wasPacked.map { $0 == (content.codec != nil) } ?? true
                    && generation.mayBe(entry, content)
                if entry.hasMoved { return false }
                guard isSame else {
                    // The inode has another file now.
                    disown(generation)
                    return true
                }
                generation.isVerified = true
                generation.codec = content.codec
            }
            generation.path = entry.path
            guard entry.status.size != generation.size || entry.status.modified != generation.modified else {
                return false
            }
            generation.isDirty = true
            let isOverwritten = generation.isOverwritten(by: entry)
            if entry.hasMoved { return false }
            guard isOverwritten else {
                if generation.codec == nil { generation.fingerprint.extend(to: entry.content?.head ?? []) }
                return false
            }
            overwrite(generation, now: now)
            return generation.identity == nil
        }
    }

    private func markCurrent(_ entries: [LogEntry], now: Int64) {
        let identity = entries.last.flatMap { $0.age == .current ? $0.identity : nil }
        for generation in generations {
            let isCurrent = generation.identity == identity && identity != nil
            if generation.isCurrent, !isCurrent { generation.lastGrowth = now }
            generation.isCurrent = isCurrent
        }
    }

    /// What has had no name for a minute will not come back under another one, packed or not; but a link may be turned back.
    private func forget(_ located: Set<FileIdentity>, now: Int64) {
        let patience: Int64 = isLink || hasTurned ? 86_400_000_000_000 : 60_000_000_000
        orphans.removeAll { now &- ($0.missingSince ?? 0) > 60_000_000_000 }
        for (identity, file) in known {
            if located.contains(identity) {
                if file.missingSince != nil { known[identity]?.missingSince = nil }
            } else if let since = file.missingSince {
                if now &- since > patience { known[identity] = nil }
            } else {
                known[identity]?.missingSince = now
            }
        }
    }
}
