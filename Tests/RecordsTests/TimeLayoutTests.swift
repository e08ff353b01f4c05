import Bytes
import TestSupport
import Testing

@testable import Records

@Suite("A time layout")
struct TimeLayoutTests {
    @Test(
        "of a name reads what the name says",
        arguments: [
            ("clf", "10/Oct/2000:13:55:36 -0700", "2000-10-10T20:55:36Z"),
            ("clf", "10/oct/2000:13:55:36 +0000", "2000-10-10T13:55:36Z"),
            ("clf", "10/Oct/2000:13:55:36 +02:00", "2000-10-10T11:55:36Z"),
            ("clf", "31/Dec/2016:23:59:60 +0000", "2017-01-01T00:00:00Z"),
            ("rfc3339", "2015-05-17 10:05:03,123", "2015-05-17T10:05:03.123Z"),
            ("rfc3339", "2015-05-17T10:05:03.123+02:00", "2015-05-17T08:05:03.123Z"),
            ("rfc3164", "Oct  9 13:55:36", "2000-10-09T13:55:36Z"),
            ("rfc3164", "Oct 19 13:55:36", "2000-10-19T13:55:36Z"),
            ("rfc3164", "Oct 09 13:55:36.120", "2000-10-09T13:55:36.120Z"),
            ("rfc3164", "Oct 9 13:55:36", "2000-10-09T13:55:36Z"),
            ("epoch", "1431857103", "2015-05-17T10:05:03Z"),
            ("epoch", "1431857103.123", "2015-05-17T10:05:03.123Z"),
            ("epoch", "-1.25", "1969-12-31T23:59:58.75Z"),
            ("epoch", "-1", "1969-12-31T23:59:59Z"),
            ("epoch", "0", "1970-01-01T00:00:00Z"),
            ("epoch_ms", "1431857103123", "2015-05-17T10:05:03.123Z"),
            ("epoch_ms", "1431857103123.4567", "2015-05-17T10:05:03.1234567Z"),
            ("epoch_ms", "-1", "1969-12-31T23:59:59.999Z"),
            ("epoch_us", "1431857103123456", "2015-05-17T10:05:03.123456Z"),
            ("epoch_ns", "1431857103123456789", "2015-05-17T10:05:03.123456789Z"),
            ("epoch_ns", "1431857103123456789.5", "2015-05-17T10:05:03.123456789Z"),
            ("epoch_auto", "1431857103", "2015-05-17T10:05:03Z"),
            ("epoch_auto", "1431857103123", "2015-05-17T10:05:03.123Z"),
            ("epoch_auto", "1431857103123456", "2015-05-17T10:05:03.123456Z"),
            ("epoch_auto", "1431857103123456789", "2015-05-17T10:05:03.123456789Z"),
            ("apache_error", "Wed Oct 11 14:32:52.123456 2000", "2000-10-11T14:32:52.123456Z"),
            ("apache_error", "Wed Oct 11 14:32:52 2000", "2000-10-11T14:32:52Z"),
            ("ctime", "Mon Oct  9 14:32:52 2000", "2000-10-09T14:32:52Z"),
            ("go", "2009/11/10 23:00:00.123456", "2009-11-10T23:00:00.123456Z"),
            ("go", "2009/11/10 23:00:00", "2009-11-10T23:00:00Z"),
            ("java_medium", "Oct 11, 2000 2:32:52 PM", "2000-10-11T14:32:52Z"),
            ("java_medium", "Oct 11, 2000, 12:32:52\u{202F}AM", "2000-10-11T00:32:52Z"),
        ])
    func named(name: String, text: String, expected: String) throws {
        #expect(try read(name, text) == expected)
    }

    @Test(
        "with directives reads what they say",
        arguments: [
            ("%y%m%d %H%M%S", "081109 203615", "2008-11-09T20:36:15Z"),
            ("%y/%m/%d %H:%M:%S", "17/06/09 20:10:40", "2017-06-09T20:10:40Z"),
            ("%y-%m-%d", "69-01-02", "1969-01-02T00:00:00Z"),
            ("%Y%m%d-%H:%M:%S:%f", "20171224-0:7:20:444", "2017-12-24T00:07:20.444Z"),
            ("%m-%d %H:%M:%S.%3f", "03-17 16:13:38.811", "2000-03-17T16:13:38.811Z"),
            ("%d %b %Y %H:%M:%S.%L", "17 May 2015 10:05:03.123", "2015-05-17T10:05:03.123Z"),
            ("%d %B %Y", "17 September 2015", "2015-09-17T00:00:00Z"),
            ("%d %b %Y", "17 MAY 2015", "2015-05-17T00:00:00Z"),
            ("%A, %e %b %Y %k:%M", "Sunday,  7 May 2015  9:05", "2015-05-07T09:05:00Z"),
            ("%Y.%j %T", "2016.366 23:59:59", "2016-12-31T23:59:59Z"),
            ("%a, %d %b %Y %T %Z", "Sun, 17 May 2015 10:05:03 GMT", "2015-05-17T10:05:03Z"),
            ("%F %T%.f %Z", "2015-05-17 10:05:03.5 CEST", "2015-05-17T08:05:03.5Z"),
            ("%F %T%.f %Z", "2015-05-17 10:05:03 EST", "2015-05-17T15:05:03Z"),
            ("%F %T %z", "2015-05-17   10:05:03 Z", "2015-05-17T10:05:03Z"),
            ("%D %R", "05/17/15 10:05", "2015-05-17T10:05:00Z"),
            ("%m/%d/%Y %I:%M:%S %p", "05/17/2015 12:05:03 am", "2015-05-17T00:05:03Z"),
            ("%m/%d/%Y %l:%M%p", "05/17/2015  1:05PM", "2015-05-17T13:05:00Z"),
            ("[%s.%3N]", "[1364481363.243]", "2013-03-28T14:36:03.243Z"),
            ("100%% %s", "100% 1364481363", "2013-03-28T14:36:03Z"),
            ("%Y-%m-%d\t%H:%M:%S", "2015-05-17\t10:05:03", "2015-05-17T10:05:03Z"),
            ("%FT%T.%9N%z", "2015-05-17T10:05:03.123456789+02:00", "2015-05-17T08:05:03.123456789Z"),
            ("%Y%m%d%H%M%S%f", "20150517100503123", "2015-05-17T10:05:03.123Z"),
        ])
    func directives(layout: String, text: String, expected: String) throws {
        #expect(try read(layout, text) == expected)
    }

    @Test(
        "gives nothing for what is no time",
        arguments: [
            ("clf", "10/Oct/2000:13:55:36"), ("clf", "32/Oct/2000:13:55:36 -0700"),
            ("clf", "10/Okt/2000:13:55:36 -0700"),
            ("clf", "10/Oct/2000:13:55:36 -0760"), ("clf", "10/Oct/2000:13:55:36 -2400"),
            ("clf", "10/Oct/2000:13:55:36 -0700]"), ("clf", "1/Oct/2000:13:55:36 -0700"),
            ("rfc3164", "Oct  9 13:55:36 "), ("rfc3164", "Oct 32 13:55:36"), ("rfc3164", "Feb 30 13:55:36"),
            ("rfc3164", "Oct  0 13:55:36"), ("rfc3164", "Oct  9 24:55:36"), ("rfc3164", "Oct  9 13:55"),
            ("epoch", ""), ("epoch", "-"), ("epoch", "1."), ("epoch", "1e9"), ("epoch", "+1"),
            ("epoch", "253402300800"),
            ("epoch", "9223372036854775808"), ("epoch", "99999999999999999999999999"), ("epoch", "-62167219201"),
            ("epoch_ns", "9223372036854775808"), ("epoch_ms", "253402300800000"),
            ("java_medium", "Oct 11, 2000 13:32:52 PM"), ("java_medium", "Oct 11, 2000 0:32:52 AM"),
            ("%F %T %Z", "2015-05-17 10:05:03 IST"), ("%F %T %Z", "2015-05-17 10:05:03 CST"),
            ("%F %T %Z", "2015-05-17 10:05:03 Europe/Bielefeld"), ("%F %T %Z", "2015-05-17 10:05:03 XYZ"),
            ("%F %T %Z", "2015-05-17 10:05:03 "), ("%Y-%j", "2015-366"), ("%Y-%j", "2015-0"), ("%F", "2015-02-29"),
            ("%F %T.%3N", "2015-05-17 10:05:03.12"), ("%F %T.%3N", "2015-05-17 10:05:03.1234"),
            ("%Y-%m-%d", "0000-00-00"),
        ])
    func refuses(layout: String, text: String) throws {
        #expect(try read(layout, text) == nil)
    }

    @Test("reads the beginning of a longer text, and says how long it was")
    func prefix() throws {
        for (name, text, length) in [
            ("rfc3339", "2015-05-17 10:05:03, Info", 19), ("rfc3339", "2015-05-17 10:05:03,123 INFO", 23),
            ("rfc3339", "2015-05-17T10:05:03+02:00|x", 25), ("rfc3164", "Oct  9 13:55:36 host app: x", 15),
            ("clf", "10/Oct/2000:13:55:36 -0700] GET", 26), ("epoch", "1431857103.123:24287", 14),
        ] {
            let layout = try TimeLayout(name)
            var context = TimeContext(reference: 971_000_000 * 1_000_000_000)
            let read = withTimeText(text.utf8) { layout.parsePrefix($0, $1, context: &context) }
            #expect(read?.length == length, "\(text)")
        }
    }

    @Test(
        "that cannot be one is refused with the place and a sentence",
        arguments: [
            ("", 0, "empty"), ("rfc3393", 0, "did you mean rfc3339?"), ("iso", 0, "known are rfc3339, clf"),
            ("%Y-%m-%d %Q", 9, "%Q is not known"), ("%Y-%m-%d %", 9, "letter is missing"),
            ("%Y-%m", 5, "a date is missing"), ("%H:%M:%S", 8, "a date is missing"), ("%F %I:%M", 3, "%I needs %p"),
            ("%F %H:%M %p", 9, "%p needs %I"), ("%F %Y", 3, "the year is there twice"),
            ("%s %Y", 3, "%s says the whole"),
            ("%j %H", 0, "%j needs a year"), ("%Y %j %m", 6, "%j says the month"), ("%F %3H", 3, "only %f and %N"),
            ("%F %.3f", 3, "only %f and %N"), ("%F %f %N", 6, "the fraction is there twice"),
            ("%F %é", 3, "is not known"),
        ])
    func badLayouts(text: String, position: Int, message: String) throws {
        let error = try #require(throws: TimeLayoutError.self) { try TimeLayout(text) }
        #expect(error.position == position, "\(error)")
        #expect(error.description.contains(message), "\(error)")
    }

    @Test("gives the same stamp from memory as anew, in every layout", arguments: memoryCases)
    func memory(name: String, texts: [String]) throws {
        let layout = try TimeLayout(name)
        var random = SeededGenerator(seed: 7)
        var remembering = TimeContext(reference: 971_000_000 * 1_000_000_000)
        for _ in 0..<2000 {
            var text = Array(try #require(texts.randomElement(using: &random)).utf8)
            if Int.random(in: 0..<3, using: &random) == 0, !text.isEmpty {
                text[Int.random(in: 0..<text.count, using: &random)] = UInt8.random(in: 0x20...0x3B, using: &random)
            }
            var fresh = TimeContext(reference: 971_000_000 * 1_000_000_000)
            fresh.last = remembering.last
            let expected = withTimeText(text) { layout.parse($0, $1, context: &fresh) }
            let found = withTimeText(text) { layout.parse($0, $1, context: &remembering) }
            #expect(found == expected && found?.digits == expected?.digits, "\(String(decoding: text, as: UTF8.self))")
        }
    }

    static let memoryCases: [(String, [String])] = [
        ("clf", ["10/Oct/2000:13:55:36 -0700", "10/Oct/2000:13:55:36 +0700", "10/Oct/2000:13:55:37 -0700"]),
        ("rfc3164", ["Oct  9 13:55:36", "Oct  9 13:55:36.5", "Jan  1 00:00:00", "Dec 31 23:59:59"]),
        (
            "rfc3339",
            ["2015-05-17 10:05:03,123", "2015-05-17 10:05:03", "2015-05-17 10:05:03,123Z", "2015-05-17 10:05:03+02"]
        ),
        (
            "apache_error",
            ["Wed Oct 11 14:32:52.123456 2000", "Wed Oct 11 14:32:52 2000", "Wed Oct 11 14:32:52.1 2001"]
        ),
        ("%Y%m%d%H%M%S%f", ["20150517100503123", "201505171005034", "20150517100503"]),
        ("%F %T.%3N", ["2015-05-17 10:05:03.123", "2015-05-17 10:05:03.1234", "2015-05-17 10:05:03.12"]),
        ("java_medium", ["Oct 11, 2000 2:32:52 PM", "Oct 11, 2000 2:32:52 AM", "Oct 11, 2000 12:32:52 PM"]),
        ("epoch", ["1431857103.123", "1431857103", "1431857104.5"]),
    ]

    private func read(_ layout: String, _ text: String) throws -> String? {
        let layout = try TimeLayout(layout)
        // 2000-12-31, for those without a year.
        var context = TimeContext(reference: 978_200_000 * 1_000_000_000)
        return withTimeText(text.utf8) { layout.parse($0, $1, context: &context) }?.text
    }
}
