import FilterKit
import System

/// Waits until something may have changed: inotify where there is some, looking every quarter second where not. What
/// changed is always found by looking, so that an event that was lost costs at most a second.
struct Follower: ~Copyable {
    private let inotify: Inotify?
    private let byName: Bool
    private let paths: [String]

    init(paths: [String], byName: Bool, _ diagnostics: Diagnostics) {
        self.paths = paths
        self.byName = byName
        inotify = Inotify()
        if inotify == nil { diagnostics.warning("no inotify instance left; looking every 250 ms instead") }
        watchAll()
    }

    /// Watches the files that are there now, and by name also the folders they come and go in.
    borrowing func watchAll() {
        switch inotify {
        case .some(let inotify):
            for path in paths {
                _ = inotify.watch(file: path)
                if byName { _ = inotify.watch(directory: Self.folder(of: path)) }
            }
        case .none: break
        }
    }

    /// - Parameter limit: milliseconds, where something else is to be done then.
    /// - Returns: false when nobody reads the output any more.
    borrowing func wait(output: Descriptor, atMost limit: Int32?) -> Bool {
        switch inotify {
        case .some(let inotify):
            let outcome = Descriptor.wait(
                forAny: [inotify.descriptor], hangUp: output, milliseconds: min(1000, limit ?? 1000))
            if outcome == .ready { inotify.drain() }
            return outcome != .hungUp
        case .none: return Descriptor.wait(forAny: [], hangUp: output, milliseconds: min(250, limit ?? 250)) != .hungUp
        }
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
