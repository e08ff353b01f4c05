import Bytes
import Testing

@testable import Regex

@Suite("How far a pattern came")
struct PatternProbeTests {
    @Test(
        "The place is the furthest of all attempts, and what is wanted there is the pattern's rest",
        arguments: [
            ("(?<a>[a-z]+) (?<b>[0-9]+)", "abc def", 4, "(?<b>[0-9]+)"),
            ("GET (?<path>/\\S*) HTTP/1.1", "GET /x HTTP/2", 12, "1.1"),
            // The second alternative came further than the first.
            ("(?:ab|abcd)e", "abcdf", 4, "e"),
            ("abc", "", 0, "abc"),
            ("abc", "abcd", 3, ""),
            ("[0-9]++x", "1234", 4, "x"),
        ])
    func furthest(_ pattern: String, _ line: String, _ offset: Int, _ wanted: String) throws {
        #expect(
            try Self.point(pattern, line, [.bytes, .whole]) == FurthestPoint(offset: offset, wanted: wanted))
    }

    @Test("A pattern that may begin anywhere came furthest where it matched most")
    func unanchored() throws {
        #expect(try Self.point("took (?<n>[0-9]+) ms", "it took 7 s", []) == FurthestPoint(offset: 10, wanted: "ms"))
    }

    @Test("Where the pattern matches there is nothing to explain")
    func matches() throws {
        #expect(try Self.point("a+", "aaa", [.bytes, .whole]) == nil)
    }

    @Test("What is not UTF-8, and a pattern that would run away, still have a place")
    func hostile() throws {
        var buffer = ByteBuffer(capacity: 16)
        buffer.append([0x61, 0xFF, 0x62])
        let pattern = try CompiledPattern("^a.b$")
        let probe = try #require(PatternProbe(of: pattern))
        #expect(probe.furthestPoint(in: buffer, Slice(start: 0, count: 3))?.offset == 1)
        let line = String(repeating: "a", count: 5000) + "!"
        #expect(try Self.point("(a+)+$", line, [])?.offset == 5000)
    }

    private static func point(_ text: String, _ line: String, _ options: PatternOptions) throws -> FurthestPoint? {
        var buffer = ByteBuffer(capacity: 16)
        buffer.append(line)
        let probe = try #require(PatternProbe(of: CompiledPattern(text, options: options)))
        return probe.furthestPoint(in: buffer, Slice(start: 0, count: buffer.count))
    }
}
