import Bytes
import Records
import Testing

@testable import Formats

@Suite("Detection")
struct DetectionTests {
    /// All formats, made ready once: that takes longer than the detection.
    private struct Bench: ~Copyable {
        var record: Record
        let parsers: [FormatParser]
        let general: FormatParser

        init() throws {
            var record = Record()
            let library = FormatLibrary.builtIn()
            var parsers: [FormatParser] = []
            for format in library.formats where !format.isCarried {
                parsers.append(try FormatParser(format, readsCarried: false, &record))
            }
            let general = try FormatParser(.inferred(), &record)
            self.parsers = parsers
            self.general = general
            self.record = record
        }

        mutating func detect(_ lines: [String]) -> [String] {
            FormatDetection(
                of: lines.map { Array($0.utf8) }, among: parsers, general: general,
                ParseContext(reference: FormatParser.sampleReference), &record
            ).candidates.map { $0.parser.learned == nil ? $0.parser.format.name : "inferred" }
        }
    }

    @Test("Every format is detected by its own samples, each alone, line by line as they come")
    func samples() throws {
        var bench = try Bench()
        for format in CatalogueTests.library.formats where !format.isCarried {
            for sample in format.samples {
                let lines = (sample.before + [sample.line]).flatMap { $0.split(separator: "\n").map(String.init) }
                let first = bench.detect(lines).first
                // Messages that a transport carries are its own, and read as theirs.
                if format.over != nil, first?.hasPrefix("syslog") == true { continue }
                #expect(first == format.name, "\(sample.line.prefix(100))")
            }
        }
    }

    @Test("What begins with # is no W3C log unless it names the columns")
    func comments() throws {
        var bench = try Bench()
        let events = ["2026-11-30T10:00:00Z INFO hello", "2026-11-30T10:00:01Z INFO hello"]
        #expect(bench.detect(["# a", "# b", "# c"] + events) == ["inferred"])
        #expect(bench.detect(["#Version: 1.0", "#Software: x"]).isEmpty)
        #expect(bench.detect(["#Version: 1.0", "#Fields: date time c-ip sc-status"]) == ["w3c"])
        let trace = ["[stacktrace]", "#0 /a.php(1): x()", "#1 /b.php(2): y()", "#2 {main}", "\"}"]
        let laravel = ["[2026-11-30 10:00:00] local.ERROR: boom {\"exception\":\"[object]"] + trace
        #expect(bench.detect(laravel + ["[2026-11-30 10:00:01] local.INFO: ok"]) == ["inferred"])
    }

    @Test("Lines that go on an event do not outvote those that begin one")
    func continuations() throws {
        var bench = try Bench()
        let go = ["2009/11/10 23:00:00 Entering...", "panic: wrong!", "", "goroutine 1 [running]:"]
        let frames = (1...20).flatMap { ["main.f\($0)()", "\t/path/main.go:\($0) +0x66"] }
        #expect(bench.detect(go + frames + ["exit status 2"]) == ["inferred"])
        let java = [
            "java.lang.RuntimeException: outer", "\tat a.B.c(B.java:1)", "Caused by: java.io.IOException: inner",
        ]
        let log = ["2026-11-30 10:00:00,123 ERROR [main] a.B - boom"] + java + java + java
        #expect(bench.detect(log + log).first == "log4j")
        // Nothing but times tells these events from what they say.
        let dump = ["2026-11-30 10:00:00 dump follows", "ab cd", "ef gh", "ij kl", "mn op"]
        #expect(bench.detect(dump + dump) == ["inferred"])
        #expect(bench.detect(Array(dump.dropFirst())).isEmpty)
    }

    @Test("JSON that a program was sent is no event of the log; JSON that a logger wrote is")
    func bodies() throws {
        var bench = try Bench()
        let exchange = ["2026-11-30 10:00:00 response:", #"{"id":1,"status":500}"#]
        #expect(bench.detect(exchange + exchange).first == "inferred")
        // It begins with JSON, or is of JSON for the most part.
        #expect(bench.detect([exchange[1]] + exchange + exchange).first == "json")
        #expect(bench.detect(exchange + Array(repeating: exchange[1], count: 4)).first == "json")
        let logger = ["2026-11-30 10:00:00 up", #"{"level":"info","msg":"a"}"#, #"{"time":"2026-11-30T10:00:00Z"}"#]
        #expect(bench.detect(logger).first == "json")
    }

    @Test("A program's JSON goes before plain JSON, whichever matches more lines")
    func telling() throws {
        var bench = try Bench()
        for name in ["caddy", "traefik-json", "mongodb"] {
            let format = try #require(CatalogueTests.library.format(named: name))
            let other = #"{"level":"info","ts":1646861401.5,"msg":"serving"}"#
            let found = bench.detect([other, format.samples[0].line, other])
            #expect(found.prefix(2) == [name, "json"])
        }
    }

    @Test("Prose with commas is no table")
    func prose() throws {
        var bench = try Bench()
        let prose = [
            ["Error, something failed, retrying", "Warning, disk low, 5%", "Error, x, y"],
            ["Error,failed,retrying", "Warning,low,disk", "Error,x,y"],
            ["Hello, my friend, welcome"],
            ["Hello, friend, welcome", "Goodbye, friend, sleep"],
            ["Well,then", "no comma here", "nor here"],
        ]
        for lines in prose { #expect(!bench.detect(lines).contains("csv"), "\(lines[0])") }
    }

    @Test("A table is one, with blanks behind its commas or names of several words")
    func tables() throws {
        var bench = try Bench()
        let tables = [
            ["time, level, took", "2026-11-30T10:00:00Z, info, 3"], ["First Name,Last Name,Age", "Zoë,Nash,41"],
            ["a,b,c"],
        ]
        for lines in tables { #expect(bench.detect(lines).first == "csv", "\(lines[0])") }
    }
}
