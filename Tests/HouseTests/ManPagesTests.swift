import Foundation
import Testing

@Suite("The manual pages")
struct ManPagesTests {
    private static let pages = Repository.files(under: "man")

    /// `make docs` runs this with WEIR_RECORD=1, which brings the page up to date, and fails all the same: a new text is right
    /// only once somebody has looked at it.
    @Test("OPTIONS are what the filter says about its flags; if not, run `make docs`", arguments: Repository.allFilters)
    func options(of filter: String) throws {
        let path = "man/\(filter).1"
        let page = try Repository.text(path)
        let options = ManPage.options(of: try CommandInfo.of(filter))
        let fresh = try #require(
            ManPage.page(page, withOptions: options),
            "\(path) lacks the two comments that enclose the generated options")
        guard page != fresh else { return }
        if ProcessInfo.processInfo.environment["WEIR_RECORD"] == "1" {
            try fresh.write(toFile: Repository.path(path), atomically: true, encoding: .utf8)
            Issue.record("\(path): recorded; look at the diff")
        } else {
            Issue.record("\(path) is stale: run `make docs`")
        }
    }

    @Test("mandoc finds nothing to warn about", .enabled(if: Program.isInstalled("mandoc")), arguments: pages)
    func lint(page: String) throws {
        let lint = try Program.run("mandoc", "-T", "lint", "-W", "warning", page)
        #expect(lint.output.isEmpty)
    }
}
