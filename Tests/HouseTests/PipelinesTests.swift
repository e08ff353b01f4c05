import Foundation
import Testing

@Suite("The ready-made pipelines")
struct PipelinesTests {
    private static let scripts = Repository.files(under: "pipelines", ending: ".sh")

    @Test("There are some")
    func exist() {
        #expect(!Self.scripts.isEmpty)
    }

    @Test("Each can be run, and says how in its head", arguments: scripts)
    func head(script: String) throws {
        #expect(FileManager.default.isExecutableFile(atPath: Repository.path(script)), "chmod +x \(script)")
        let lines = try Repository.text(script).split(separator: "\n")
        #expect(lines.first?.hasPrefix("#!/") == true)
        #expect(lines.prefix { $0.hasPrefix("#") }.contains { $0.contains("Usage:") }, "no `# Usage:` in its head")
    }

    @Test("shellcheck finds nothing", .enabled(if: Program.isInstalled("shellcheck")), arguments: scripts)
    func shellcheck(script: String) throws {
        #expect(try Program.run("shellcheck", script).output.isEmpty)
    }
}
