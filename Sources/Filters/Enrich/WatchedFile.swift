import FilterKit
import System

/// A file whose content is used again when it changes: a database, a table.
struct WatchedFile {
    let path: String
    private var known: FileStatus?

    init(_ path: String) {
        self.path = path
        known = try? FileStatus(of: path)
    }

    /// Whether the file is another one, or was written to, since it was asked last. A file that is away for a moment, while
    /// it is being replaced, has not changed.
    mutating func hasChanged() -> Bool {
        guard let now = try? FileStatus(of: path), now != known else { return false }
        known = now
        return true
    }
}
