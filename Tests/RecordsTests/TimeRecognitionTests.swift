import Bytes
import TestSupport
import Testing

@testable import Records

@Suite("A time at the beginning of a line")
struct TimeRecognitionTests {
    @Test(
        "is recognised by its shape",
        arguments: [
            ("2015-05-17T10:05:03Z INFO x", "rfc3339", 20), ("2015-05-17 10:05:03,123 INFO", "rfc3339", 23),
            ("2016-09-28 04:30:30, Info", "rfc3339", 19),
            ("2015-05-17 10:05:03.123 +0200 x", "%Y-%m-%d %H:%M:%S%.f %z", 29),
            ("2015-05-17 10:05:03.123 UTC [1] LOG", "%Y-%m-%d %H:%M:%S%.f %Z", 27),
            ("10/Oct/2000:13:55:36 -0700", "clf", 26), ("2009/11/10 23:00:00.123456 main.go", "go", 26),
            ("Oct  9 13:55:36 host app[1]: x", "rfc3164", 15),
            ("Wed Oct 11 14:32:52.123456 2000] [core", "apache_error", 31),
            ("Wed Oct 11 14:32:52 2000", "apache_error", 24),
            ("Wed Oct 11 14:32:52 EDT 2000", "%a %b %e %H:%M:%S %Z %Y", 28),
            ("Oct 11, 2000 2:32:52 PM org.x", "java_medium", 23),
            ("17/06/09 20:10:40 INFO", "%y/%m/%d %H:%M:%S%.f", 17),
            ("081109 203615 148 INFO", "%y%m%d %H%M%S", 13), ("03-17 16:13:38.811  1702", "%m-%d %H:%M:%S%.f", 18),
            ("2005-06-03-15.42.50.675872 R02", "%Y-%m-%d-%H.%M.%S%.f", 26),
            ("20171224-0:7:20:444|Step", "%Y%m%d-%H:%M:%S", 15),
            ("Sun, 17 May 2015 10:05:03 +0000", "%a, %d %b %Y %H:%M:%S %z", 31), ("1431857103.123 GET", "epoch", 14),
            ("1431857103123 GET", "epoch_ms", 13), ("1431857103123456 GET", "epoch_us", 16),
            ("1431857103123456789 x", "epoch_ns", 19),
            ("17 May 2015 10:05:03.123 * Ready", "%d %b %Y %H:%M:%S%.f", 24),
        ])
    func recognises(text: String, layout: String, length: Int) throws {
        let found = try #require(withTimeText(text.utf8) { TimeLayout.recognise($0, $1) })
        #expect(found.layout.description == layout)
        #expect(found.length == length)
    }

    @Test(
        "is not seen where there is none",
        arguments: [
            "", "INFO 2015-05-17T10:05:03Z", "hello world, this is text", "123 456 789 012", "192.168.0.1 - - x",
            "4155551212 calls",
            "99999999999999999999", "2015-05-17T10:05:03Zulu", "2015-13-17 10:05:03", "Octopus 9 13:55:36",
            "01/02/2015 10:05:03",
            "0000000000 x", "[2015-05-17T10:05:03Z]",
        ])
    func ignores(text: String) {
        #expect(withTimeText(text.utf8) { TimeLayout.recognise($0, $1) }?.layout.description == nil)
    }

    @Test("of any bytes never traps")
    func anything() {
        var random = SeededGenerator(seed: 5)
        let usual = Array("0123456789:/-.,+ TZJanFebMonPM".utf8)
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                Int.random(in: 0..<20, using: &random) == 0
                    ? UInt8.random(in: 0...255, using: &random) : usual.randomElement(using: &random) ?? 0
            }
            withTimeText(bytes) { buffer, slice in
                if let (_, length) = TimeLayout.recognise(buffer, slice), length > slice.count || length < 10 {
                    Issue.record("\(bytes)")
                }
            }
        }
    }
}
