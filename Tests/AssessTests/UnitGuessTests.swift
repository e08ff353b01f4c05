import Testing

@testable import Assess

@Suite("Units are guessed, with the reason")
struct UnitGuessTests {
    private func guess(_ name: String, _ values: [String]) throws -> UnitGuess? {
        try Profiling(values.map { "{\"\(name)\":\($0)}" }).unit(of: name)
    }

    @Test(
        "By its name a number is a time, and is made seconds of",
        arguments: [
            ("took_ms", "ms", " / 1000"), ("elapsed_us", "us", " / 1000000"), ("wait_ns", "ns", " / 1000000000"),
            ("request_time", "s", ""), ("duration", "s", ""), ("ResponseTime", "ms", " / 1000"),
        ])
    func times(_ name: String, _ unit: String, _ conversion: String) throws {
        let guess = try #require(try guess(name, ["12", "7.5"]))
        #expect(guess.unit == unit && guess.conversion == conversion && guess.isTime)
        #expect(!guess.reason.isEmpty)
    }

    @Test(
        "Or a size",
        arguments: [("bytes", "bytes"), ("response_bytes", "bytes"), ("heap_mb", "MiB"), ("content_length", "bytes")])
    func sizes(_ name: String, _ unit: String) throws {
        let guess = try #require(try guess(name, ["1024"]))
        #expect(guess.unit == unit && !guess.isTime)
    }

    @Test("Where name and values agree it is a status, a port, a percentage or a ratio")
    func values() throws {
        #expect(try guess("status", ["200", "404"])?.unit == "HTTP status")
        #expect(try guess("status", ["200", "700"]) == nil)
        #expect(try guess("status", ["0", "1"]) == nil)
        #expect(try guess("src_port", ["22", "65535"])?.unit == "port")
        #expect(try guess("src_port", ["70000"]) == nil)
        #expect(try guess("cpu_percent", ["0", "99.5"])?.unit == "percent")
        #expect(try guess("cpu_percent", ["120"]) == nil)
        #expect(try guess("pool_usage", ["0.25"])?.unit == "ratio")
        #expect(try guess("pool_usage", ["25"]) == nil)
    }

    @Test("Nothing is guessed of a name that says nothing, nor of texts")
    func nothing() throws {
        #expect(try guess("count", ["3"]) == nil)
        #expect(try guess("took_ms", ["\"12\""]) == nil)
    }
}
