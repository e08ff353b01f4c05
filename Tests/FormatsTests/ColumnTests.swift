import Bytes
import Records
import TestSupport
import Testing

@testable import Formats

@Suite("Rows of cells")
struct ColumnTests {
    @Test(
        "CSV cells, quotes and types",
        arguments: [
            ("a,b", "1,x", #"{"a":1,"b":"x"}"#), ("a,b", #""1",007"#, #"{"a":"1","b":"007"}"#),
            ("a,b", ",", #"{"a":"","b":""}"#), ("a,b", #""x,y","q""r""#, #"{"a":"x,y","b":"q\"r"}"#),
            ("a,b", #""",""#, "openQuote"), ("a,b", #""x"y,1"#, "badQuote"), ("a,b", "1", "cells 2"),
            ("a,b", "1,2,3", "cells 2"), ("a,a,,_raw", "1,2,3,4", #"{"a":1,"a_2":2,"column_3":3,"log._raw":4}"#),
            (#""a ""x""", b"#, "1,2", #"{"a \"x\"":1,"b":2}"#),
            ("a,b", "1\u{0},\u{1}", #"{"a":"1\u0000","b":"\u0001"}"#),
            ("a,b", "-1.50,1e400", #"{"a":-1.50,"b":1e400}"#), ("a", "x", #"{"a":"x"}"#), ("a,b", "a,b", "absorbed"),
        ])
    func csv(_ header: String, _ row: String, _ expected: String) throws {
        #expect(try parse([header, row], #"{"name":"c","kind":"csv"}"#) == ["absorbed", expected])
    }

    @Test("A header whose quote does not end is none")
    func brokenHeader() throws {
        #expect(try parse([#"a,"b"#, "c,d", "1,2"], #"{"name":"c","kind":"csv"}"#).first == "badQuote")
    }

    @Test("The header shows which of the delimiters it is")
    func delimiters() throws {
        let format = #"{"name":"c","kind":"csv","delimiter":",;|"}"#
        #expect(try parse(["a;b", "1,5;2"], format).last == #"{"a":"1,5","b":2}"#)
        #expect(try parse(["a|b", "1|2"], format).last == #"{"a":1,"b":2}"#)
    }

    @Test("TSV has no quotes, and escapes for tabs and line ends")
    func tsv() throws {
        let rows = ["a\tb", "\"x\ty\\tz\\n\\\\\\q"]
        #expect(try parse(rows, #"{"name":"t","kind":"tsv"}"#).last == #"{"a":"\"x","b":"y\tz\n\\\\q"}"#)
    }

    static let w3c = #"""
        {"name":"w","kind":"w3c","absent":["-"],"rename":{"c-ip":"client","cs(User-Agent)":"agent","time-taken":"duration"},
         "fields":{"agent":{"decode":"plus"},"duration":{"type":"number","scale":"0.001"}},
         "time":{"field":"time","columns":["date","time"],"layouts":["rfc3339"]}}
        """#

    @Test("W3C: the directive drives the columns, and may come again; the day may come from #Date")
    func directives() throws {
        let lines = [
            "1 2", "#Version: 1.0", "#Date: 2026-11-24 06:00:00", "#Fields: time c-ip cs(User-Agent)",
            "07:00:00 ::1 a+b",
            "#Fields: date time time-taken", "2026-11-25 08:00:00 1500", "2026-11-25 08:00:00", "#Remark: x",
            "#Fields:",
            "#Fields: date\ttime", "2026-11-25\t08:00:00",
        ]
        #expect(
            try parse(lines, Self.w3c) == [
                "noMatch", "absorbed", "absorbed", "absorbed",
                #"{"time":"2026-11-24T07:00:00Z","client":"::1","agent":"a b"}"#, "absorbed",
                #"{"time":"2026-11-25T08:00:00Z","duration":1.5}"#, "cells 3", "absorbed", "absorbed", "absorbed",
                #"{"time":"2026-11-25T08:00:00Z"}"#,
            ])
    }

    @Test("A stream goes on with its header after a restart")
    func restart() throws {
        var record = Record()
        let parser = try FormatParser(LogFormat(json: Array(Self.w3c.utf8), file: "test"), &record)
        var context = ParseContext(reference: 0)
        for line in ["#Date: 2026-11-24 06:00:00", "#Fields: time c-ip"] {
            #expect(parser.parse(record.store.load(line.utf8), &record, &context) == .absorbed)
        }
        var snapshot = SnapshotWriter()
        context.save(to: &snapshot)
        var reader = SnapshotReader(snapshot.contents)
        var resumed = ParseContext(reference: 0)
        try resumed.restore(from: &reader)
        #expect(reader.isAtEnd)
        #expect(parser.parse(record.store.load("07:00:00 ::1".utf8), &record, &resumed) == .parsed)
        #expect(text(of: record) == #"{"time":"2026-11-24T07:00:00Z","client":"::1"}"#)
    }

    @Test("Columns without a header; those with a ? may be missing")
    func fixed() throws {
        let format = #"""
            {"name":"f","kind":"csv","columns":["time","a","b?"],"fields":{"a":{"type":"integer"}},
             "time":{"field":"time","layouts":["epoch"]}}
            """#
        #expect(
            try parse(["0,1,2", "0,1", "0", "0,1,2,3", "x,1,2", "0,y,2"], format) == [
                #"{"time":"1970-01-01T00:00:00Z","a":1,"b":2}"#, #"{"time":"1970-01-01T00:00:00Z","a":1}"#, "cells 3",
                "cells 3", "badTime time", "badType a",
            ])
    }

    @Test("A cell of a mebibyte, and a row of as many cells")
    func large() throws {
        let format = #"{"name":"c","kind":"csv"}"#
        let quotes = String(repeating: "x\"\"", count: 1 << 18)
        let cell = String(repeating: #"x\""#, count: 1 << 18)
        let rows = try parse(["a,b", "1,\"\(quotes)\""], format)
        #expect(rows.last == "{\"a\":1,\"b\":\"\(cell)\"}")
        #expect(try parse(["a,b", String(repeating: ",", count: 1 << 20)], format).last == "cells 2")
    }

    @Test("Random rows give the cells that a plain reader of RFC 4180 finds, and go on behind the same lines")
    func differential() throws {
        var generator = SeededGenerator(seed: 4180)
        let alphabet = Array("ab,,\"\"\"1 ")
        var record = Record()
        let parser = try FormatParser(LogFormat(json: Array(#"{"name":"c","kind":"csv"}"#.utf8), file: "test"), &record)
        var context = ParseContext(reference: 0)
        #expect(parser.parse(record.store.load("c1,c2,c3".utf8), &record, &context) == .absorbed)
        for _ in 0..<20_000 {
            let length = Int.random(in: 0..<14, using: &generator)
            let line = String((0..<length).map { _ in alphabet.randomElement(using: &generator) ?? "a" })
            let slice = record.store.load(line.utf8)
            let expected = PlainCSV.cells(of: line)
            let isOpen = parser.isOpen(slice, inside: false, record, &context)
            #expect(isOpen == (expected == .open), "\(line)")
            let outcome = parser.parse(slice, &record, &context)
            switch expected {
            case .open: #expect(outcome != .parsed, "\(line)")
            case .broken: #expect(outcome != .parsed, "\(line)")
            case .cells(let cells):
                guard cells.count == 3 else {
                    #expect(outcome == .failed(.cells(3)), "\(line)")
                    continue
                }
                #expect(outcome == .parsed, "\(line)")
                #expect((0..<record.count).map { record.store.text(record[$0].value) } == cells, "\(line)")
            }
        }
    }

    private func parse(_ lines: [String], _ format: String) throws -> [String] {
        var record = Record()
        let parser = try FormatParser(try LogFormat(json: Array(format.utf8), file: "test"), &record)
        var context = ParseContext(reference: 0)
        return lines.map { line in
            switch parser.parse(record.store.load(line.utf8), &record, &context) {
            case .parsed: return text(of: record)
            case .absorbed: return "absorbed"
            case .noMatch: return "noMatch"
            case .failed(.cells(let count)): return "cells \(count)"
            case .failed(.openQuote): return "openQuote"
            case .failed(.badQuote): return "badQuote"
            case .failed(.badTime(let field)): return "badTime \(field)"
            case .failed(.badType(let field, _)): return "badType \(field)"
            case .failed(let failure): return "\(failure)"
            }
        }
    }

    private func text(of record: borrowing Record) -> String {
        var output = ByteBuffer(capacity: 256)
        record.write(to: &output)
        return output.text(Slice(start: 0, count: output.count))
    }
}

/// RFC 4180, character by character.
private enum PlainCSV: Equatable {
    case cells([String])
    /// A quote does not end.
    case open
    /// Something stands behind a quote.
    case broken

    static func cells(of line: String) -> PlainCSV {
        var cells: [String] = []
        var rest = Substring(line)
        while true {
            var cell = ""
            if rest.first == "\"" {
                rest.removeFirst()
                while true {
                    guard let character = rest.popFirst() else { return .open }
                    if character == "\"" {
                        guard rest.first == "\"" else { break }
                        rest.removeFirst()
                    }
                    cell.append(character)
                }
                guard rest.isEmpty || rest.first == "," else { return .broken }
            } else {
                while let character = rest.first, character != "," {
                    cell.append(rest.removeFirst() == character ? character : " ")
                }
            }
            cells.append(cell)
            guard !rest.isEmpty else { return .cells(cells) }
            rest.removeFirst()
        }
    }
}
