import Testing

@Suite("The floors of the house")
struct FloorsTests {
    private static let filters: Set<String> = ["Tail", "Parse"]

    private func violations(_ source: String, in path: String) -> [String] {
        Floors.violations(in: source, path: path, filters: Self.filters, coldFilters: ["Store", "Report"])
    }

    @Test("Every file imports only what stands below it")
    func hold() throws {
        let filters = Set(Repository.filters.map { $0.dropFirst("weir-".count).capitalized })
        let coldFilters = Set(Repository.coldFilters.map { $0.dropFirst("weir-".count).capitalized })
        for path in Repository.files(under: "Sources", ending: ".swift") {
            let source = try Repository.text(path)
            for violation in Floors.violations(in: source, path: path, filters: filters, coldFilters: coldFilters) {
                Issue.record(Comment(rawValue: violation))
            }
        }
    }

    @Test("Every room stands on a floor")
    func complete() {
        let rooms = Set(Repository.files(under: "Sources/Core", ending: ".swift").compactMap(Floors.room(of:)))
        #expect(rooms.subtracting(Floors.core.joined()) == [])
    }

    @Test(
        "What a house allows",
        arguments: [
            ("import Glibc\nimport Bytes\n", "Sources/Core/Records/Record.swift"),
            ("package import Records\n", "Sources/Core/Expressions/Lexer.swift"),
            ("import CPCRE2\n", "Sources/Core/Regex/Pattern.swift"),
            ("import ArgumentParser\nimport FilterKit\n", "Sources/Filters/Tail/TailCommand.swift"),
            ("import Tail\nimport Parse\n", "Sources/weir/Main.swift"),
            ("// import Foundation\n", "Sources/Core/Bytes/A.swift"),
            ("import Foundation\nimport Storage\n", "Sources/Shore/Store/A.swift"),
            ("import Foundation\nimport GRDB\n", "Sources/Shore/Storage/A.swift"),
            ("import Store\nimport FilterKit\n", "Sources/weir-shore/Main.swift"),
        ])
    func good(source: String, path: String) {
        #expect(violations(source, in: path) == [])
    }

    @Test(
        "What it does not",
        arguments: [
            (
                "import Records\n", "Sources/Core/Bytes/A.swift",
                "Sources/Core/Bytes/A.swift:1: Bytes must not import Records"
            ),
            (
                "\nimport Parse", "Sources/Filters/Tail/A.swift",
                "Sources/Filters/Tail/A.swift:2: Tail must not import Parse"
            ),
            (
                "import Regex", "Sources/Core/Records/A.swift",
                "Sources/Core/Records/A.swift:1: Records must not import Regex"
            ),
            (
                "import CPCRE2", "Sources/Filters/Tail/A.swift",
                "Sources/Filters/Tail/A.swift:1: Tail must not import CPCRE2"
            ),
            (
                "import ArgumentParser", "Sources/Core/Bytes/A.swift",
                "Sources/Core/Bytes/A.swift:1: Bytes must not import ArgumentParser"
            ),
            (
                "import Report", "Sources/Shore/Store/A.swift",
                "Sources/Shore/Store/A.swift:1: Store must not import Report"
            ),
            (
                "import GRDB", "Sources/Shore/Store/A.swift",
                "Sources/Shore/Store/A.swift:1: Store must not import GRDB"
            ),
            (
                "import Store", "Sources/weir/A.swift",
                "Sources/weir/A.swift:1: weir must not import Store"
            ),
            (
                "import Foundation", "Sources/Core/FilterKit/A.swift",
                "Sources/Core/FilterKit/A.swift:1: FilterKit must not import Foundation"
            ),
            (
                "@preconcurrency import struct FoundationEssentials.Date", "Sources/weir/A.swift",
                "Sources/weir/A.swift:1: weir must not import FoundationEssentials"
            ),
            (
                "import Glibc; @_exported import Dispatch", "Sources/Core/System/A.swift",
                "Sources/Core/System/A.swift:1: System must not import Dispatch"
            ),
        ])
    func bad(source: String, path: String, message: String) {
        #expect(violations(source, in: path) == [message])
    }
}
