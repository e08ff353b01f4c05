import Records
import Testing

@testable import Formats

@Suite("Running a format's samples")
struct FormatSampleTests {
    /// The outcome for one line and the record that it should become.
    private func check(_ line: String, _ record: String) throws -> SampleOutcome? {
        let json = """
            {"name":"a","patterns":[{"regex":"(?<time>\\\\S+ +\\\\d+ \\\\S+) (?<n>\\\\S+)(?: (?<x>.*))?"}],
             "fields":{"n":{"type":"number"}},"time":{"field":"time","layouts":["rfc3164"]},
             "samples":[{"line":"\(line)","record":\(record)}]}
            """
        return try FormatFile(json: Array(json.utf8), path: "a.json").checkSamples().first
    }

    @Test("A stamp without a year is read as of the end of 2024")
    func year() throws {
        #expect(try check("Dec 31 23:00:00 1", #"{"time":"2024-12-31T23:00:00Z","n":1}"#) == .right)
        #expect(try check("Jan  2 00:00:00 1", #"{"time":"2024-01-02T00:00:00Z","n":1}"#) == .right)
    }

    @Test("What differs is told field by field; numbers are held together as they are written")
    func differences() throws {
        let outcome = try check("Dec 31 23:00:00 1.50 y", #"{"time":"2024-12-31T23:00:00Z","n":1.5,"z":true}"#)
        #expect(
            outcome
                == .differs([
                    SampleDifference(field: "n", expected: .number("1.5"), got: .number("1.50")),
                    SampleDifference(field: "z", expected: .bool(true), got: nil),
                    SampleDifference(field: "x", expected: nil, got: .text("y")),
                ]))
    }

    @Test("The order of the fields belongs to the record")
    func order() throws {
        let outcome = try check("Dec 31 23:00:00 1", #"{"n":1,"time":"2024-12-31T23:00:00Z"}"#)
        #expect(outcome == .reordered(expected: ["n", "time"], got: ["time", "n"]))
    }

    @Test("A line that becomes no record is told with the reason")
    func rejected() throws {
        #expect(try check("nothing", "{}") == .rejected(.noMatch))
        #expect(try check("Dec 31 23:00:00 x", "{}") == .rejected(.failed(.badType(field: "n", wanted: .number))))
        #expect(try check("Dec 32 23:00:00 1", "{}") == .rejected(.failed(.badTime(field: "time"))))
    }

    @Test("Each sample is read by itself: the year of one is not that of the next")
    func independence() throws {
        let json = #"""
            {"name":"a","patterns":[{"regex":"(?<time>.*)"}],"time":{"field":"time","layouts":["rfc3164"]},
             "samples":[
               {"line":"Jan  3 00:00:00","record":{"time":"2024-01-03T00:00:00Z"}},
               {"line":"Dec 31 00:00:00","record":{"time":"2024-12-31T00:00:00Z"}}]}
            """#
        let file = try FormatFile(json: Array(json.utf8), path: "a.json")
        #expect(try file.checkSamples() == [.right, .right])
        #expect(file.sampleLines == [3, 4])
    }
}
