import System

/// Looks at the names of a log, and what they lead to.
extension TailFiles {
    func look(_ log: Log) {
        if !log.hasLooked, let state = saved.removeValue(forKey: log.path) {
            log.restore(state, start: plan.start, now: context.clock.monotonic)
        }
        for _ in 0..<Self.looksAtOnce {
            if log.generations.contains(where: { $0.begunAt == listings.number }) { listings.forget() }
            for generation in log.generations where generation.begunAt != nil { generation.isPlaced = true }
            for notice in log.look(&listings, plan, now: context.clock.monotonic, wall: context.clock.now) {
                complain(notice)
            }
            log.vainLooks = log.isNameDirty ? log.vainLooks + 1 : 0
            if !log.isNameDirty { break }
            listings.forget()
        }
        index.noteHome(of: log)
        if plan.tracksGenerations, let watcher {
            watcher.watch(folder: PathParts(log.path).directory)
            if log.home.folder != PathParts(log.path).folder { watcher.watch(folder: log.home.directory) }
        }
        if let watcher {
            for generation in log.generations where generation.identity != nil {
                if generation.watch != nil, generation.watched != generation.identity { watcher.end(generation) }
                if generation.watch == nil { watcher.watch(log, generation) }
            }
        }
    }

    /// Somebody renames faster than names can be read: nothing is given out till it is known in which order, but for ever.
    func isUnsettled(_ log: Log) -> Bool {
        plan.tracksGenerations && log.isNameDirty && 1..<Self.mostVainLooks ~= log.vainLooks
    }

    private static let looksAtOnce = 8
    private static let mostVainLooks = 1024

    enum Placement { case known, unknown, empty }

    /// Whether all is known that was written before what a file begins with. One that is copied and truncated may have had other
    /// contents since the names were read; whoever reads them again, knowing how it begins, finds the copies.
    func place(_ generation: Generation, in log: Log) -> Placement {
        guard plan.tracksGenerations, generation.isCurrent, !generation.isPlaced, generation.codec == nil,
            generation.readTo == 0, generation.start == nil, let descriptor = generation.descriptor
        else { return .known }
        if generation.fingerprint.length == 0 {
            guard generation.noteStatus(of: descriptor, context) != nil else { return .known }
            generation.fingerprint = Fingerprint(of: descriptor.bytes(at: 0, count: Fingerprint.most))
        }
        guard generation.fingerprint.length > 0 else { return .empty }
        generation.begunAt = listings.number
        log.isNameDirty = true
        return .unknown
    }

    func rewrite(_ generation: Generation, of log: Log) {
        log.overwrite(generation, now: context.clock.monotonic)
        listings.forget()
        if !plan.tracksGenerations, log.isNamed {
            // Nobody looks for copies.
            log.generations.removeAll { $0.identity == nil }
            log.isNameDirty = false
            complain(.truncated(log.path, copy: nil))
        }
    }
}
