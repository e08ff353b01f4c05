import Bytes
import FilterKit
import State
import System
import Templates

/// A file that learned templates are kept in: whole and checked, or not there.
struct TemplateFile {
    let path: String

    private static let magic = "weir templates"

    /// Nil where there is no such file yet.
    func read() throws(Failure) -> TemplateTree? {
        let content: [UInt8]
        do throws(StateError) {
            guard let found = try DurableFile.read(path) else { return nil }
            content = found
        } catch {
            throw Failure(.badConfiguration, "--template-state \(error)")
        }
        do throws(SnapshotError) {
            var snapshot = SnapshotReader(content)
            guard try snapshot.text() == Self.magic else { throw .foreign }
            let tree = TemplateTree()
            try tree.restore(from: &snapshot)
            guard snapshot.isAtEnd else { throw .foreign }
            return tree
        } catch {
            throw Failure(
                .badConfiguration,
                "--template-state \(path): holds something else than templates, or those of another version")
        }
    }

    func write(_ tree: TemplateTree) throws(StateError) {
        var snapshot = SnapshotWriter()
        snapshot.append(Self.magic)
        tree.save(to: &snapshot)
        try DurableFile.replace(path, by: snapshot.contents)
    }
}
