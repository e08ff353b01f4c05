import Testing

@testable import Tail

@Suite("Names of the generations of a log")
struct LogNameTests {
    @Test(
        "What is a suffix, and what belongs to the name",
        arguments: [
            ("access.log", "access.log", false), ("access.log.1", "access.log", true),
            ("access.log.12.gz", "access.log", true), ("access.log-20261124", "access.log", true),
            ("access.log-20261124.zst", "access.log", true), ("access.log.2026-11-24", "access.log", true),
            ("access.log-2026112406", "access.log", true), ("access.log-1764000000.xz", "access.log", true),
            ("0.log.20261124-063000.gz", "0.log", true), ("access.log.gz", "access.log", true),
            ("app.log.old", "app.log", true), ("worker-1", "worker-1", false),
            ("host-10.0.0.1", "host-10.0.0.1", false),
            ("catalina.2026-11-24.log", "catalina.2026-11-24.log", false), (".1", ".1", false),
            ("lib-2.4", "lib-2.4", false),
        ])
    func stems(name: String, stem: String, isOlder: Bool) {
        let parsed = LogName(name)
        #expect(parsed.stem == stem)
        #expect((parsed.age != .current) == isOlder)
    }

    @Test("Oldest first: higher numbers, earlier dates; the one without a suffix last")
    func order() {
        func sorted(_ names: [String]) -> [String] {
            names.map { LogName($0) }.sorted { $0.age.isOlder(than: $1.age) ?? false }.map(\.name)
        }
        #expect(
            sorted(["a.log", "a.log.1", "a.log.10.gz", "a.log.2.gz"]) == [
                "a.log.10.gz", "a.log.2.gz", "a.log.1", "a.log",
            ])
        #expect(
            sorted(["a.log", "a.log-20261124", "a.log-20251231.gz", "a.log-20261123"])
                == ["a.log-20251231.gz", "a.log-20261123", "a.log-20261124", "a.log"])
    }
}
