import Bytes
import TestSupport
import Testing

@testable import Records

@Suite("A time stamp")
struct TimeStampTests {
    @Test("numbers days as a plain count through the years does")
    func countsDays() {
        var number = CivilDate.days(year: 0, month: 1, day: 1)
        #expect(number == -719_528)
        for year in 0...9999 {
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            for (index, length) in [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
                let month = index + 1
                // Every day of some years, the ends of every month of all.
                let days = year % 97 == 0 ? Array(1...length) : [1, length]
                for day in days {
                    let expected = number + day - 1
                    let date = CivilDate(year: year, month: month, day: day)
                    if CivilDate.days(year: year, month: month, day: day) != expected
                        || CivilDate(days: expected) != date
                    {
                        Issue.record("\(date) is not day \(expected)")
                        return
                    }
                }
                if CivilDate.days(in: month, of: year) != length { Issue.record("\(year)-\(month) has \(length) days") }
                number += length
            }
        }
        #expect(CivilDate.days(year: 1970, month: 1, day: 1) == 0)
    }

    @Test(
        "is read from RFC 3339 and what logs make of it",
        arguments: [
            ("1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z"),
            ("2015-05-17T10:05:03Z", "2015-05-17T10:05:03Z"),
            ("2015-05-17t10:05:03z", "2015-05-17T10:05:03Z"),
            ("2015-05-17 10:05:03.5+02:00", "2015-05-17T08:05:03.5Z"),
            ("2015-05-17 10:05:03,120-0730", "2015-05-17T17:35:03.120Z"),
            ("2015-05-17T10:05:03.123456789+02", "2015-05-17T08:05:03.123456789Z"),
            ("2015-05-17T10:05:03.12345678Z", "2015-05-17T10:05:03.12345678Z"),
            ("2015-05-17T10:05:03.1234567899999Z", "2015-05-17T10:05:03.123456789Z"),
            ("2015-05-17T10:05:03.000Z", "2015-05-17T10:05:03.000Z"),
            ("2015-05-17T10:05:03-00:00", "2015-05-17T10:05:03Z"),
            ("0000-01-01T00:00:00Z", "0000-01-01T00:00:00Z"), ("9999-12-31T23:59:59.9Z", "9999-12-31T23:59:59.9Z"),
            ("2000-02-29T23:59:59Z", "2000-02-29T23:59:59Z"), ("1969-12-31T23:59:59.25Z", "1969-12-31T23:59:59.25Z"),
            ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"), ("2016-12-31T23:59:60.5Z", "2017-01-01T00:00:00.5Z"),
            ("2017-01-01T05:29:60+05:30", "2017-01-01T00:00:00Z"),
        ])
    func readsRFC3339(text: String, expected: String) throws {
        #expect(try #require(rfc3339(text)).text == expected)
    }

    @Test(
        "is refused where it is none",
        arguments: [
            "", "2", "2015-05-17", "2015-05-17T10:05:03", "2015-05-17T10:05:0Z", "2015-13-17T10:05:03Z",
            "2015-00-17T10:05:03Z", "2015-05-00T10:05:03Z", "2015-05-32T10:05:03Z", "2015-02-29T10:05:03Z",
            "1900-02-29T10:05:03Z", "2015-05-17T24:00:00Z", "2015-05-17T10:60:03Z", "2015-05-17T10:05:61Z",
            "2015/05/17T10:05:03Z", "2015-05-17_10:05:03Z", "2015-05-17T10.05.03Z", "2015-05-17T10:05:03.Z",
            "2015-05-17T10:05:03Z ", " 2015-05-17T10:05:03Z", "2015-05-17T10:05:03+2:00", "2015-05-17T10:05:03+24:00",
            "2015-05-17T10:05:03+02:60", "2015-05-17T10:05:03+020", "2015-05-17T10:05:03+02:0",
            "0000-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "9999-12-31T23:59:60Z",
            "2015-05-17T10:05:0\u{E9}Z",
            "-015-05-17T10:05:03Z", "20150517T100503Z", "2O15-05-17T10:05:03Z",
            "\u{FF}\u{FF}\u{FF}\u{FF}5-17T10:05:03Z",
        ])
    func refuses(text: String) { #expect(rfc3339(text) == nil) }

    @Test("comes back from its own text, whatever it is")
    func roundTrip() {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<20_000 {
            let digits = UInt8.random(in: 0...9, using: &random)
            let unit = (digits..<9).reduce(1) { unit, _ in unit * 10 }
            let nanos = Int.random(in: 0..<1_000_000_000, using: &random) / unit * unit
            let seconds = Int64.random(in: Timestamp.firstSecond...Timestamp.lastSecond, using: &random)
            let time = Timestamp(seconds: seconds, nanos: Int32(nanos), digits: digits)
            let again = time.flatMap { rfc3339($0.text) }
            if again == nil || again != time || again?.digits != digits { Issue.record("\(String(describing: time))") }
        }
    }

    @Test("is nanoseconds since 1970 and back, to both ends of 64 bits")
    func nanoseconds() {
        for value in [Int64.min, .min + 1, -1_000_000_001, -1_000_000_000, -1, 0, 1, 999_999_999, 1_000_000_000, .max] {
            #expect(Timestamp(nanoseconds: value).nanoseconds == value)
        }
        #expect(Timestamp(nanoseconds: .min).text == "1677-09-21T00:12:43.145224192Z")
        #expect(Timestamp(nanoseconds: .max).text == "2262-04-11T23:47:16.854775807Z")
        #expect(Timestamp(nanoseconds: -1, digits: 9).text == "1969-12-31T23:59:59.999999999Z")
        #expect(Timestamp(nanoseconds: 1_500_000_000).text == "1970-01-01T00:00:01.500Z")
        #expect(rfc3339("2262-04-11T23:47:16.854775808Z")?.nanoseconds == nil)
        #expect(rfc3339("1677-09-21T00:12:43.145224191Z")?.nanoseconds == nil)
        #expect(rfc3339("9999-12-31T23:59:59Z")?.nanoseconds == nil)
    }

    @Test("is ordered by its instant alone, however many digits it was written with")
    func order() throws {
        let a = try #require(rfc3339("2015-05-17T10:05:03.5Z"))
        let b = try #require(rfc3339("2015-05-17T10:05:03.50Z"))
        let c = try #require(rfc3339("2015-05-17T10:05:03.51Z"))
        #expect(a == b)
        #expect(a.hashValue == b.hashValue)
        #expect(!(a < b) && !(b < a))
        #expect(b < c)
    }

    @Test("outside the years 0000 to 9999 is none")
    func bounds() {
        #expect(Timestamp(seconds: Timestamp.firstSecond - 1) == nil)
        #expect(Timestamp(seconds: Timestamp.lastSecond + 1) == nil)
        #expect(Timestamp(seconds: 0, nanos: 1_000_000_000) == nil)
        #expect(Timestamp(seconds: 0, nanos: -1) == nil)
        #expect(Timestamp(seconds: 0, digits: 10) == nil)
    }
}

/// A text in the middle of other bytes, so that what reads beyond it is seen.
func withTimeText<R>(_ text: some Sequence<UInt8>, _ body: (borrowing ByteBuffer, Slice) -> R) -> R {
    let bytes = Array(text)
    var buffer = ByteBuffer(capacity: bytes.count + 12)
    buffer.append("0012".utf8.map { $0 })
    buffer.append(bytes)
    buffer.append("00:00Z99".utf8.map { $0 })
    return body(buffer, Slice(start: 4, count: bytes.count))
}

func rfc3339(_ text: String) -> Timestamp? { withTimeText(text.utf8) { Timestamp(rfc3339: $0, $1) } }
