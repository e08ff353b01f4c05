import Foundation
import Testing

@Suite("The repository")
struct SelfContainedTests {
    /// Logs may hold any path; everything else that names one of some developer's machine would break on the next.
    private static let data = ["Tests/Fixtures/", "samples/"]

    static func machinePaths(in text: String) -> [Int] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            line.contains(/(?:^|[\s"'`=:(])\/(?:work|root)\//) ? index + 1 : nil
        }
    }

    @Test("No file names a path of the machine it was written on")
    func speaksOfItselfAlone() throws {
        let list = try Program.run("git", "ls-files", "--cached", "--others", "--exclude-standard")
        try #require(list.status == 0, "\(list.output)")
        for path in list.output.split(separator: "\n").map(String.init) where !Self.data.contains(where: path.hasPrefix)
        {
            guard let text = try? Repository.text(path) else { continue }
            for line in Self.machinePaths(in: text) { Issue.record("\(path):\(line): a path of somebody's machine") }
        }
    }

    @Test("The check for that can fail")
    func canFail() {
        let path = "/" + "root/x"
        #expect(Self.machinePaths(in: "a\ncd \(path)\n\"\(path)\"\nhttp://a/b\(path)\n") == [2, 3])
    }
}
