import Bytes
import FilterKit
import System

extension TailFiles: Checkpointed {
    func save(to snapshot: inout SnapshotWriter) {
        let positions = retired.compactMap(\.file.position) + files.compactMap(\.position) + saved
        snapshot.append(positions.count)
        for position in positions { position.save(to: &snapshot) }
    }

    mutating func restore(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        let count = try snapshot.integer()
        for _ in 0..<max(0, count) { saved.append(try SavedPosition(from: &snapshot)) }
    }

    var positions: [(file: String, offset: Int64)] { files.filter { $0.path != "-" }.map { ($0.path, $0.consumed) } }

    /// Finds the files again that were read in an earlier run and have not been opened: generations that were moved away
    /// meanwhile. They are beside the name that they had.
    mutating func findMoved(in run: FilterRun) {
        let left = saved.filter { position in !files.contains { $0.position?.inode == position.inode } }
        saved = []
        for position in left {
            guard let file = Self.find(position) else {
                run.diagnostics.warning(
                    "\(position.path): the file that was read up to byte \(position.offset) is gone; what came behind is lost"
                )
                continue
            }
            retired.append(RetiredFile(file, now: run.clock.monotonic))
        }
    }

    private static func find(_ position: SavedPosition) -> FollowedFile? {
        let parts = position.path.split(separator: "/", omittingEmptySubsequences: false)
        let folder = parts.count > 1 ? parts.dropLast().joined(separator: "/") + "/" : ""
        guard let names = try? Directory.names(in: folder.isEmpty ? "." : folder) else { return nil }
        for name in names where name.hasPrefix(parts.last ?? "") {
            var file = FollowedFile(path: position.path)
            guard (try? file.open(at: folder + name)) != nil else { continue }
            if file.resume(at: position) { return file }
            file.close()
        }
        return nil
    }
}
