import Bytes
import FilterKit
import Records
import System

/// Notices changes through inotify(7), and says when it cannot: then everything is looked at, again and again.
final class FileWatcher: FileWatching {
    private let inotify: Inotify?
    private var files: [Int32: [(log: Log, generation: Generation)]] = [:] { didSet { latest = nil } }
    /// What grew last, where its watch is for nothing else: the likeliest to grow next.
    private var latest: (watch: Int32, log: Log, generation: Generation)?
    /// The names of each folder; links may lead to it.
    private var folders: [Int32: Set<String>] = [:]
    private var folderWatches: [String: Int32] = [:]
    private let diagnostics: Diagnostics
    /// What came and was not told yet; kept for its memory.
    private var events: [Inotify.Event] = []
    /// Some things are not watched, so all are looked at from time to time.
    private(set) var isPolling: Bool

    /// - Parameter polls: changes on this file system do not come as events (`--poll`: NFS and its like).
    init(polls: Bool, _ diagnostics: Diagnostics) {
        self.diagnostics = diagnostics
        inotify = polls ? nil : Inotify()
        isPolling = inotify == nil
        if isPolling, !polls { diagnostics.warning("no inotify instance left; looking every 250 ms instead") }
    }

    var descriptor: Descriptor? { inotify?.descriptor }

    func watch(_ log: Log, _ generation: Generation) {
        guard let watch = add({ $0.watch(file: generation.path) }) else { return }
        // Watches go by name: if that has another file by now, the next look knows, and comes soon.
        guard let status = try? FileStatus(of: generation.path), FileIdentity(status) == generation.identity else {
            if files[watch] == nil { inotify?.end(watch) }
            return
        }
        generation.watched = generation.identity
        // The same inode under another name has the same watch.
        generation.watch = watch
        if !(files[watch]?.contains { $0.generation === generation } ?? false) {
            files[watch, default: []].append((log, generation))
        }
    }

    func watch(folder: String) {
        guard let watch = add({ $0.watch(directory: folder) }), folderWatches[folder] != watch else { return }
        // Its name may be that of another folder than before.
        forget(folder)
        folderWatches[folder] = watch
        folders[watch, default: []].insert(folder)
    }

    func end(_ generation: Generation) {
        guard let watch = generation.watch else { return }
        generation.watch = nil
        files[watch]?.removeAll { $0.generation === generation }
        guard files[watch]?.isEmpty ?? true else { return }
        files[watch] = nil
        inotify?.end(watch)
    }

    private func add(_ body: (Inotify) -> Inotify.Watch) -> Int32? {
        guard !isPolling, let inotify else { return nil }
        switch body(inotify) {
        case .watching(let watch): return watch
        case .refused: return nil
        case .noneLeft:
            isPolling = true
            diagnostics.warning("no inotify watches left (fs.inotify.max_user_watches); looking every 250 ms instead")
            return nil
        }
    }

    /// Makes the fast path ready for the file that grew last.
    /// - Returns: false where lines cannot go that way now.
    func arm(_ path: inout FastPath, _ tail: TailFiles, _ emitter: borrowing TailEmitter) -> Bool {
        guard let inotify, let latest, emitter.leavesDirectly, tail.mayReadAhead(latest.log, latest.generation),
            tail.context.limit >= FastPath.most
        else {
            return false
        }
        return latest.generation.arm(&path, inotify, of: latest.log.name, to: emitter)
    }

    /// Accounts for what the fast path took, and takes over the events that it leaves.
    func settle(_ path: inout FastPath, _ tail: TailFiles, _ emitter: inout TailEmitter) {
        if path.hasTaken, let latest { tail.settle(&path, latest.log, latest.generation, &emitter) }
        path.takeEvents(into: &events)
    }

    /// Something has happened that is not known yet: gives out at once what may have come in the file that grew last. Most of the
    /// time it is that one, and then its lines have left before anything else is done.
    func readAhead<S: TailSink & ~Copyable>(_ tail: TailFiles, _ record: inout Record, into sink: inout S) {
        // What it gives has an event in the queue, which sees to the rest.
        if let latest { _ = tail.readAhead(latest.log, latest.generation, &record, into: &sink) }
    }

    /// Takes what has been noticed to the files. What has come in one that has only grown leaves at once.
    func tell<S: TailSink & ~Copyable>(_ tail: TailFiles, _ record: inout Record, into sink: inout S) {
        guard let inotify else { return }
        inotify.takeEvents(into: &events)
        defer {
            events.removeAll(keepingCapacity: true)
            tail.endChanges()
        }
        for position in events.indices {
            switch events[position] {
            case .overflow: tail.lookEverywhere()
            case .file(let watch):
                if let latest, latest.watch == watch {
                    if !tail.readAhead(latest.log, latest.generation, &record, into: &sink) {
                        tail.noteChange(latest.log, latest.generation)
                    }
                    continue
                }
                guard let growing = files[watch] else {
                    loseFolders(watch, tail)
                    continue
                }
                for (log, generation) in growing where !tail.readAhead(log, generation, &record, into: &sink) {
                    tail.noteChange(log, generation)
                }
                if growing.count == 1 { latest = (watch, growing[0].log, growing[0].generation) }
            case .name(let watch, let name):
                for folder in folders[watch] ?? [] {
                    tail.noteName(name, in: folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/")
                }
            case .ended(let watch):
                for (log, generation) in files.removeValue(forKey: watch) ?? [] {
                    generation.watch = nil
                    tail.noteChange(log, generation)
                }
                loseFolders(watch, tail)
            }
        }
    }

    /// A folder was moved or deleted: another one of its name is watched when it is there.
    private func loseFolders(_ watch: Int32, _ tail: TailFiles) {
        guard let names = folders[watch] else { return }
        for folder in names { forget(folder) }
        tail.lookAtNames()
    }

    private func forget(_ folder: String) {
        guard let watch = folderWatches.removeValue(forKey: folder) else { return }
        folders[watch]?.remove(folder)
        guard folders[watch]?.isEmpty ?? true else { return }
        folders[watch] = nil
        inotify?.end(watch)
    }
}
