import Foundation
import Testing

@Suite("The binary that `make build` leaves")
struct BinaryTests {
    private func weir() throws -> ELF {
        guard Repository.exists("bin/weir") else { throw Complaint("bin/weir is missing: run `make build` first") }
        return try ELF(Data(contentsOf: Repository.root.appending(path: "bin/weir"), options: .alwaysMapped))
    }

    @Test("It is static: it runs on any Linux of this processor")
    func isStatic() throws {
        #expect(try weir().isStatic)
    }

    @Test("The check for that can fail: the Swift compiler is not static")
    func isStaticCanFail() throws {
        let compiler = try Program.run("sh", "-c", "readlink -f \"$(command -v swift)\"").output.split(separator: "\n")
        let path = try #require(compiler.first)
        #expect(try !ELF(Data(contentsOf: URL(filePath: String(path)), options: .alwaysMapped)).isStatic)
    }

    @Test(
        "No part of ICU is in it: 30 MB that would be read at every start",
        arguments: [
            "icudt", "libicu", "_FoundationICU", "FoundationInternationalization",
        ])
    func hasNoICU(_ symbol: String) throws {
        #expect(try !weir().contains(symbol))
    }

    @Test("Each filter is a link to it that tells its use", arguments: Repository.filters)
    func links(filter: String) throws {
        let target = try FileManager.default.destinationOfSymbolicLink(atPath: Repository.path("bin/\(filter)"))
        #expect(target == "weir")
        let help = try Program.run("bin/\(filter)", "--help")
        #expect(help.status == 0)
        #expect(help.output.contains("USAGE: \(filter)"))
        #expect(help.output.contains("EXAMPLES"))
    }

    @Test("`weir parse` is `weir-parse`", arguments: Repository.filters)
    func subcommands(filter: String) throws {
        let name = String(filter.dropFirst("weir-".count))
        let version = try Program.run("bin/\(filter)", "--version")
        #expect(version.status == 0)
        #expect(try Program.run("bin/weir", name, "--version").output == version.output)
    }

    @Test("The cold filters tell their use under their own names", arguments: Repository.coldFilters)
    func cold(filter: String) throws {
        let help = try Program.run(Repository.shore, filter, "--help")
        #expect(help.status == 0)
        #expect(help.output.contains("USAGE: \(filter)"))
        #expect(help.output.contains("EXAMPLES"))
    }
}
