import Foundation
import Testing

@Suite("The README shows what really happens")
struct ReadmeTests {
    /// Its readers are at the top of a checkout, so that is where its commands run: in a directory that looks like one, and
    /// into which they may write.
    @Test("Each `console` block prints what it says", arguments: [Document(path: "README.md")])
    func prints(_ document: Document) throws {
        try document.check(parse: Transcript.init(markdown:path:)) { directory in
            let entries = try FileManager.default.contentsOfDirectory(atPath: Repository.root)
            for entry in entries where !entry.hasPrefix(".") {
                try FileManager.default.createSymbolicLink(
                    atPath: "\(directory)/\(entry)", withDestinationPath: "\(Repository.root)/\(entry)")
            }
        }
    }
}
