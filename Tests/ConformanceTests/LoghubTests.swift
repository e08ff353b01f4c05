import Foundation
import Testing

/// Each log is parsed by detection, with no flag of its own, and each field that the truth has is held against it. A
/// line is right when all of them are.
@Suite("The logs of loghub", .enabled(if: Corpora.areThere, "../shared/corpora is not there"), .serialized)
struct LoghubTests {
    @Test("At least 99.5 % of the lines are fully right", arguments: LoghubSystem.all)
    func share(_ system: LoghubSystem) throws {
        let folder = Corpora.folder.appending(path: "loghub/\(system.name)")
        let log = try Data(contentsOf: folder.appending(path: "\(system.name)_2k.log"))
        let truth = try String(
            contentsOf: folder.appending(path: "\(system.name)_2k.log_structured.csv"), encoding: .utf8)
        let rows = Loghub.rows(csv: truth)
        #expect(rows.count == 2000)
        let records = try recordsByLine(of: system.name, log)
        var misses: [String] = []
        var wrong = 0
        var stripped = 0
        for row in rows {
            let record = records[Int(row["LineId"]) ?? 0]
            let found = Self.misses(of: system, row, record)
            misses += found
            if !found.isEmpty { wrong += 1 }
            if let message = record?["message"], message != message.withoutBlankEnds { stripped += 1 }
        }
        print(try report(system, lines: rows.count, wrong: wrong, stripped: stripped, misses))
        #expect(Double(rows.count - wrong) >= 0.995 * Double(rows.count))
    }

    @Test("Columns that say something else than their name are told, not left out")
    func doubts() {
        print("loghub: columns that are not what they are called")
        for doubt in LoghubDoubt.all {
            print("  \(doubt.system.padded(to: 10)) \(doubt.column.padded(to: 16)) \(doubt.reason)")
        }
        let systems = Set(LoghubSystem.all.map(\.name) + ["all"])
        #expect(LoghubDoubt.all.allSatisfy { systems.contains($0.system) && !$0.reason.isEmpty })
    }

    /// Our records under the number of the line they begin on. Lines are told apart by weir-tail's offsets, so that a
    /// reject moves nothing.
    private func recordsByLine(of name: String, _ log: Data) throws -> [Int: Loghub.Record] {
        var lines = [0: 1]
        for (offset, byte) in log.enumerated() where byte == 0x0A { lines[offset + 1] = lines.count + 1 }
        let (status, output) = try shell(#"weir-tail --once "$CORPORA/loghub/\#(name)/\#(name)_2k.log" | weir-parse"#)
        #expect(status == 0)
        var records: [Int: Loghub.Record] = [:]
        for line in output.split(separator: "\n") {
            let record = try Loghub.Record(json: line)
            guard let offset = Int(record["_offset"]), let number = lines[offset] else { continue }
            records[number] = record
        }
        return records
    }

    private static func misses(of system: LoghubSystem, _ row: Loghub.Row, _ record: Loghub.Record?) -> [String] {
        guard let record else { return ["line \(row["LineId"]): no record"] }
        var misses: [String] = []
        func miss(_ columns: String, _ expected: String, _ actual: String) {
            misses.append("line \(row["LineId"]): \(columns): truth '\(expected)', ours '\(actual)'")
        }
        let time = system.time(row)
        if time.isEmpty || !record["time"].hasSuffix(time) { miss("time", time, record["time"]) }
        for check in system.checks {
            let (expected, actual) = (check.expected(row), check.actual(record))
            if expected != actual.withoutBlankEnds { miss(check.columns, expected, actual) }
        }
        return misses
    }

    private func report(
        _ system: LoghubSystem, lines: Int, wrong: Int, stripped: Int, _ misses: [String]
    ) throws -> String {
        let share = String(format: "%.2f %%", 100 * Double(lines - wrong) / Double(lines))
        let columns = (["time"] + system.checks.map(\.columns)).joined(separator: ", ")
        let format = try format(of: system.name)
        var report = [
            "loghub: \(system.name.padded(to: 10)) \(format.padded(to: 15)) \(lines) lines, fully right \(share)  (\(columns))"
        ]
        if stripped > 0 { report.append("  \(stripped) contents compared without the blanks at their ends") }
        return (report + misses.map { "  miss: " + $0 }).joined(separator: "\n")
    }

    /// The detected format is named with each reject, so one is put before the log.
    private func format(of name: String) throws -> String {
        let (_, output) = try shell(
            """
            rejects=$(mktemp); trap 'rm -f "$rejects"' EXIT
            { echo '?'; head -n 63 "$CORPORA/loghub/\(name)/\(name)_2k.log"; } | weir-parse --rejects "$rejects" >/dev/null 2>&1
            sed -n 's/.*"pattern":"\\([^"]*\\)".*/\\1/p' "$rejects"
            """)
        return output.split(separator: "\n").first.map(String.init) ?? "none"
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        padding(toLength: max(width, count), withPad: " ", startingAt: 0)
    }

    fileprivate var withoutBlankEnds: String { trimmingCharacters(in: CharacterSet(charactersIn: " \t")) }
}
