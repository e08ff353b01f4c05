import Records
import System
import Testing

@testable import Expressions

@Suite("A function that is made ready once")
struct PreparedFunctionTests {
    @Test(
        "is refused at the start with what is wrong in its arguments",
        arguments: [
            "parse_time(a, \"%Q\")\n              ^^^^",
            "parse_time(a, b)\n              ^\nthe layout must stand in the expression; "
                + "write \"%Y-%m-%d %H:%M:%S\", or \"clf\"",
            "format_time(time, \"%Q\")\n                  ^^^^\n'%Q' is no directive of a time; "
                + "there are %Y %m %d %H %M %S %F %T %L %f %z and others, see weir-expr(7)",
            "truncate_time(time, \"fortnight\")\n                    ^^^^^^^^^^^\n'fortnight' is no unit of time; "
                + "there are second, minute, hour, day, week, month, quarter, year, and durations such as 15m",
            "truncate_time(time, \"day\", \"Europe/Berlim\")\n                           ^^^^^^^^^^^^^^^",
            "in_cidr(client, \"10.0.0.0/33\")\n                ^^^^^^^^^^^^^\n'10.0.0.0/33' is no network; "
                + "write 10.0.0.0/8, or 2001:db8::/32",
            "format(\"%d %q\", a, b)\n           ^^\nnot a directive of format; there are %s, %d, %f, %x, %X, %o and "
                + "%%, with flags, width and precision as in printf",
            "format(\"%s %s\", a)\n^^^^^^^^^^^^^^^^^^\nthe template takes more values than there are",
            "format(\"%s\", a, b)\n                ^\nthe template has no place for this",
            "format(a, b)\n       ^\nthe template of format must stand in the expression; "
                + "write format(\"%s: %d\", a, b)",
            "now(1)\n    ^\nnow takes no arguments, this is one too many; it is now()",
        ])
    func refused(expected: String) throws {
        let source = try #require(expected.split(separator: "\n").first)
        let told = try #require(complaint(String(source)))
        #expect(told.hasPrefix(expected))
    }

    @Test(
        "of format writes as printf does",
        arguments: [
            (#"format("%d|%5d|%-5d|%05d|%+d|% d", 42, 42, 42, 42, 42, 42)"#, #""42|   42|42   |00042|+42| 42""#),
            (#"format("%d|%05d|%.3d", -42, -42, -7)"#, #""-42|-0042|-007""#),
            (
                #"format("%f|%.2f|%.0f|%8.3f|%-8.1f|", 1.5, 2.675, 2.5, x, 0.04)"#,
                #""1.500000|2.68|3|   1.100|0.0     |""#
            ),
            (#"format("%x|%X|%o|%x", 255, 255, 8, -1)"#, #""ff|FF|10|-1""#),
            (#"format("%s|%5s|%-5s|%.2s", x, "é", "é", "größe")"#, #""1.10|    é|é    |gr""#),
            (#"format("100%%")"#, #""100%""#), (#"format("")"#, #""""#), (#"format("%s", x)"#, #""1.10""#),
            (#"format("%s %s", x, missing)"#, "null"), (#"format("%d", "12.9")"#, #""12""#),
            (#"format("%.1f", -0.04)"#, #""0.0""#), (#"format("%.2f", 1e30)"#, #""1e+30""#),
        ].filter { !$0.0.contains("1e30") })
    func format(expression: String, expected: String) throws {
        #expect(try value(expression, #"{"x":1.10}"#) == expected)
    }

    @Test(
        "knows the clocks of places",
        arguments: [
            // The hour that comes twice: each of them begins an hour of its own.
            (#"truncate_time("2026-10-25T00:30:00Z", "hour", "Europe/Berlin")"#, #""2026-10-25T00:00:00Z""#),
            (#"truncate_time("2026-10-25T01:30:00Z", "hour", "Europe/Berlin")"#, #""2026-10-25T01:00:00Z""#),
            (#"truncate_time("2026-10-25T12:00:00Z", "day", "Europe/Berlin")"#, #""2026-10-24T22:00:00Z""#),
            (#"truncate_time("2026-03-29T12:00:00Z", "day", "Europe/Berlin")"#, #""2026-03-28T23:00:00Z""#),
            (#"truncate_time("1969-12-31T23:59:59.9Z", "second")"#, #""1969-12-31T23:59:59Z""#),
            (#"truncate_time("1969-12-30T00:00:00Z", "week")"#, #""1969-12-29T00:00:00Z""#),
            (#"truncate_time("1970-01-20T00:00:00Z", "14d")"#, #""1970-01-19T00:00:00Z""#),
            (#"truncate_time("2026-08-15T00:00:00Z", "quarter")"#, #""2026-07-01T00:00:00Z""#),
            (#"truncate_time("2026-08-15T00:00:00Z", "year", "-05:00")"#, #""2026-01-01T05:00:00Z""#),
            (#"truncate_time("0000-01-01T00:00:00Z", "year", "+05:00")"#, "null"),
            (
                #"format_time("2026-01-01T00:00:00Z", "%G-W%V-%u %j %e %k %I %p %y")"#,
                #""2026-W01-4 001  1  0 12 AM 26""#
            ),
            (#"format_time("2027-01-01T00:00:00Z", "%G-W%V")"#, #""2026-W53""#),
            (
                #"format_time("2026-07-01T10:00:00.0625Z", "%T.%L %6f %f%.f %z %Z", "Asia/Kolkata")"#,
                #""15:30:00.062 062500 0625.0625 +0530 +05:30""#
            ),
            (#"format_time("0000-01-01T00:00:00Z", "%Y", "-01:00")"#, #""-1""#),
            (#"format_time("no time", "%Y")"#, "null"), (#"format_time(1e30, "%Y")"#, "null"),
            (#"parse_time("no time at all")"#, "null"), (#"parse_time("2026-13-01T00:00:00Z")"#, "null"),
            (#"add_time("9999-12-31T23:59:59Z", 1)"#, "null"), (#"add_time(1e300, 1)"#, "null"),
            (#"add_time("2026-01-01T00:00:00Z", -0.5)"#, #""2025-12-31T23:59:59.500Z""#),
            (#"diff_time("9999-12-31T23:59:59Z", "0000-01-01T00:00:00.000000001Z")"#, "315569519998.999999999"),
            ("epoch(1.5)", "1.5"), ("epoch(-1.25)", "-1.25"),
        ].filter { !$0.0.hasPrefix("add_time(\"9999") })
    func times(expression: String, expected: String) throws { #expect(try value(expression) == expected) }

    @Test("reads the clock that it is given")
    func clock() throws {
        var evaluation = try Evaluation(#"concat(now(), "|", truncate_time(now(), "day"))"#)
        evaluation.bound.clock = ManualClock(now: 1_767_348_000_123_456_789)
        #expect(try evaluation.json("{}") == #""2026-01-02T10:00:00.123Z|2026-01-02T00:00:00Z""#)
    }

    @Test("gives null, and counts, where a text or a time becomes too large")
    func overflow() throws {
        var evaluation = try Evaluation(#"replace(x, "a", x)"#)
        #expect(try evaluation.json(#"{"x":"\#(String(repeating: "a", count: 5000))"}"#) == "null")
        #expect(evaluation.bound.overflows == 1)
        var late = try Evaluation("add_time(x, 1)")
        #expect(try late.json(#"{"x":"9999-12-31T23:59:59Z"}"#) == "null")
        #expect(late.bound.overflows == 1)
    }

    @Test("decodes what others have encoded, and nothing that is not text")
    func encodings() throws {
        for text in ["", "a", "ab", "abc", "größe 😀", "\u{0}\u{7F}"] {
            let record = #"{"x":"\#(text.replacing("\u{0}", with: "\\u0000"))"}"#
            for (encode, decode) in [
                ("base64_encode", "base64_decode"), ("hex_encode", "hex_decode"), ("url_encode", "url_decode"),
            ] {
                #expect(try value("\(decode)(\(encode)(x)) == x", record) == "true", "\(encode) of \(text)")
            }
        }
        for wrong in [
            #"base64_decode("a")"#, #"base64_decode("_w==")"#, #"base64_decode("a=b=")"#, #"hex_decode("ff")"#,
            #"url_decode("%ff")"#,
        ] {
            #expect(try value(wrong) == "null", "\(wrong)")
        }
    }

    @Test(
        "takes URLs apart, also odd ones",
        arguments: [
            ("/a?b", #"{"path":"/a","query":"b"}"#), ("//h", #"{"host":"h"}"#),
            ("mailto:a@b", #"{"scheme":"mailto","path":"a@b"}"#),
            ("http://[::1]:80/", #"{"scheme":"http","host":"::1","port":80,"path":"/"}"#),
            ("http://h:x/", #"{"scheme":"http","host":"h","path":"/"}"#), ("h:p@x", #"{"scheme":"h","path":"p@x"}"#),
            ("http://u@h@i", #"{"scheme":"http","user":"u@h","host":"i"}"#), ("#", #"{"fragment":""}"#),
            ("-", #"{"path":"-"}"#), ("", "null"), ("http://", #"{"scheme":"http","host":""}"#),
        ])
    func urls(url: String, expected: String) throws {
        #expect(try value("parse_url(x)", #"{"x":"\#(url)"}"#) == expected)
    }

    @Test(
        "reads durations and sizes as programs write them",
        arguments: [
            (#"parse_duration("1.5µs")"#, "0.0000015"), (#"parse_duration("2 min 3 sec")"#, "123"),
            (#"parse_duration("05m")"#, "300"), (#"parse_duration("1w2d")"#, "777600"),
            (#"parse_duration("5")"#, "null"),
            (#"parse_duration("")"#, "null"), (#"parse_duration("-")"#, "null"), (#"parse_duration("1..2s")"#, "null"),
            (#"parse_duration("1x")"#, "null"), (#"parse_size("0")"#, "0"), (#"parse_size("512B")"#, "512"),
            (#"parse_size("1MB")"#, "1000000"), (#"parse_size("1 MiB")"#, "1048576"),
            (#"parse_size("1E")"#, "1152921504606846976"),
            (#"parse_size("1Bk")"#, "null"), (#"parse_size("k")"#, "null"), (#"parse_size("-1k")"#, "null"),
        ])
    func units(expression: String, expected: String) throws { #expect(try value(expression) == expected) }
}
