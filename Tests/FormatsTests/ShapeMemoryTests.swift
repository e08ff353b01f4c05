import Bytes
import Records
import TestSupport
import Testing

@testable import Formats

@Suite("What is remembered of the record before")
struct ShapeMemoryTests {
    @Test("changes no record: JSON lines of a few shapes, one after the other, and each by itself")
    func json() throws {
        let format = try #require(FormatLibrary.builtIn().format(named: "json"))
        var record = Record()
        let parser = try FormatParser(format, &record)
        var random = SeededGenerator(seed: 11)
        for _ in 0..<600 {
            let line = Self.line(&random)
            var fresh = Record()
            let own = try FormatParser(format, &fresh)
            #expect(Self.text(parser, line, &record) == Self.text(own, line, &fresh), "\(line)")
        }
    }

    private static func text(_ parser: FormatParser, _ line: String, _ record: inout Record) -> String {
        var context = ParseContext(reference: FormatParser.sampleReference)
        let outcome = parser.parse(record.store.load(line.utf8), &record, &context)
        guard outcome.isParsed else { return "\(outcome)" }
        var written = ByteBuffer(capacity: 256)
        record.write(to: &written)
        return written.text(Slice(start: 0, count: written.count))
    }

    /// A line of one of a few shapes, now and then damaged.
    private static func line(_ random: inout SeededGenerator) -> String {
        let keys = [
            "time", "ts", "level", "severity", "msg", "message", "a", "trace_id", "a_rather_long_key", "_raw",
            "\\u0061", "é",
        ]
        let values = [
            "\"2026-11-20T09:30:00Z\"", "\"2026-11-20T09:30:60Z\"", "\"2026-11-20T09:30:01.5Z\"",
            "\"2026-11-20 09:30:00,5\"", "\"INFO\"",
            "\"warning\"", "1", "2.50", "null", "{\"n\":[1]}", "\"a\\\"b\"", "\"é\"",
        ]
        let shape = Int.random(in: 0..<5, using: &random)
        let separator = shape == 4 ? ", " : ","
        let colon = shape == 3 ? ": " : ":"
        let members = (0..<(3 + shape)).map { index in
            let other = Int.random(in: 0..<12, using: &random) == 0
            let key = other ? keys.randomElement(using: &random) ?? "" : keys[(index * 3 + shape) % keys.count]
            return "\"\(key)\"\(colon)\(values.randomElement(using: &random) ?? "")"
        }
        let line = "{\(members.joined(separator: separator))}"
        return Int.random(in: 0..<15, using: &random) == 0
            ? String(line.dropLast(Int.random(in: 1...9, using: &random))) : line
    }
}
