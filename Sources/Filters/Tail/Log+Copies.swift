import System

/// What becomes of a generation whose file is gone, or has another content now: it goes on in a copy, if there is one.
extension Log {
    /// The file does not have any more what was read of it: that is looked for in the others, and it begins anew. It was copied
    /// before, and the names that have been read may be of before the copy was there in full: they are read again.
    func overwrite(_ generation: Generation, now: Int64) {
        // Not held, it may as well be another file with the same inode.
        guard let descriptor = generation.descriptor else { return disown(generation) }
        isNameDirty = true
        if generation.fingerprint.length > 0, let place = generations.firstIndex(where: { $0 === generation }) {
            generations.insert(generation.ghost(now: now), at: place)
        }
        generation.rewind()
        generation.fingerprint = Fingerprint(of: descriptor.bytes(at: 0, count: Fingerprint.most))
    }

    func disown(_ generation: Generation) {
        isNameDirty = true
        generation.identity = nil
        generation.path = path
    }

    /// Whether a file may be a copy, packed or not, of one that is gone.
    private func isContinued(_ generation: Generation, _ entry: LogEntry) -> Bool {
        guard generation.fingerprint.length > 0, let content = entry.content else { return false }
        return generation.mayBe(entry, content)
    }

    /// Whether a file has more of what another one had that was read further: files may begin with the same lines.
    private func isFurther(_ entry: LogEntry, than generation: Generation, _ located: Set<FileIdentity>) -> Bool {
        generations.contains { $0.consumed > generation.consumed && isContinued($0, entry) }
            || gone(entry, located).contains {
                $0.consumed ?? 0 > generation.consumed && $0.lastLine != nil && entry.mayHave($0.lastLine)
            }
    }

    /// Finds the file in which a generation goes on whose own one is gone, or has another content now.
    func goOn(
        _ generation: Generation, in free: inout [LogEntry], _ located: Set<FileIdentity>
    ) -> LogNotice? {
        // What was read in its own right is no copy.
        func place(where isIt: (LogEntry, LogEntry.Content) -> Bool) -> Int? {
            free.firstIndex { entry in
                known[entry.identity]?.isCopy ?? true && entry.content.map { isIt(entry, $0) } ?? false
            }
        }
        let isHeld = generation.descriptor != nil && generation.identity != nil
        if let place = place(where: { entry, content in
            generation.fingerprint.length > 0 && generation.mayBe(entry, content) && !entry.hasMoved
                && !isFurther(entry, than: generation, located)
        }) {
            // Held: only what was written anew under the log's name, or put in the place of it, as rsync does; and more than a
            // few bytes of it.
            if isHeld {
                guard free[place].age == .current || !generation.hasName, generation.fingerprint.length >= 64,
                    generation.isBeginning(of: free[place])
                else { return nil }
            }
            let copy = free.remove(at: place)
            let isTold = generation.identity == nil && (generation.isVerified || copy.content?.codec == nil)
            move(generation, to: copy)
            return isTold ? .truncated(path, copy: copy.path) : nil
        }
        guard !isHeld, let place = place(where: generation.isBehind), !free[place].hasMoved else { return nil }
        // All that it has was read.
        let copy = free.remove(at: place)
        remember(copy)
        known[copy.identity]?.consumed = copy.content?.codec == nil ? copy.status.size : generation.consumed
        generations.removeAll { $0 === generation }
        return .truncated(path, copy: copy.path)
    }

    private func move(_ generation: Generation, to entry: LogEntry) {
        generation.close()
        generation.identity = entry.identity
        generation.path = entry.path
        generation.codec = entry.content?.codec
        if let head = entry.content?.head, head.count < generation.fingerprint.length {
            generation.fingerprint = Fingerprint(of: head)
        }
        generation.isVerified = true
        generation.isExhausted = false
        generation.readTo = generation.consumed
        generation.size = entry.status.size
        generation.isDirty = true
        known[entry.identity] = nil
    }

    /// Gives up those that are gone without a copy.
    func dropLost(_ located: Set<FileIdentity>, isThere: Bool, now: Int64) -> [LogNotice] {
        var notices: [LogNotice] = []
        generations.removeAll { generation in
            guard generation.descriptor == nil else { return false }
            if let identity = generation.identity {
                guard !located.contains(identity), isThere else { return false }
                if generation.size > generation.consumed || (!generation.isVerified && generation.isCurrent) {
                    notices.append(.lost(path, offset: generation.consumed))
                }
                known[identity] = generation.asKnown
                return true
            }
            guard isThere else { return false }
            // The copy may get its name later.
            var file = generation.asKnown
            file.size = generation.consumed
            file.missingSince = now
            orphans.append(file)
            notices.append(
                generation.isVerified ? .truncated(path, copy: nil) : .lost(path, offset: generation.consumed))
            return true
        }
        return notices
    }
}
