import Testing

@testable import Records

@Suite("A duration")
struct DurationTextTests {
    @Test(
        "is read from numbers with units",
        arguments: [
            ("90s", 90_000_000_000), ("5m", 300_000_000_000), ("1h30m", 5_400_000_000_000), ("1d", 86_400_000_000_000),
            ("250ms", 250_000_000), ("1w", 604_800_000_000_000), ("10us", 10_000), ("10µs", 10_000), ("10μs", 10_000),
            ("7ns", 7),
            ("1.5h", 5_400_000_000_000), ("0.25s", 250_000_000), ("0", 0), ("0s", 0), ("01h", 3_600_000_000_000),
            ("1w2d3h4m5s6ms7us8ns", 788_645_006_007_008), ("9223372036854775807ns", .max),
        ] as [(String, Int64)])
    func parses(text: String, nanoseconds: Int64) throws {
        #expect(try DurationText.parse(text) == nanoseconds)
    }

    @Test(
        "is refused with a sentence that helps",
        arguments: [
            ("", "is empty"), ("90", "needs a unit after the number"), ("s", "needs a number before each unit"),
            ("5x", "unknown unit 'x'"), ("5 m", "unknown unit ' m'"), ("5M", "unknown unit 'M'"),
            ("-5m", "must not be negative"),
            ("5m1h", "the largest first"), ("1m1m", "each unit once"), ("1..5s", "needs a number"),
            (".5s", "needs a number"),
            ("1.5ns", "finer than a nanosecond"), ("300000000000h", "is too long"), ("15251w", "is too long"),
            ("9223372036854775807s", "is too long"),
            ("99999999999999999999999999999999999999999999999999s", "is too long"),
        ])
    func refuses(text: String, reason: String) throws {
        let error = try #require(throws: DurationText.ParseError.self) { try DurationText.parse(text) }
        #expect(error.description.contains(reason), "\(error)")
        #expect(error.description.contains("'\(text)'"))
    }

    @Test(
        "is written in its shortest usual form",
        arguments: [
            (0, "0s"), (60_000_000_000, "1m"), (90_000_000_000, "1m30s"), (5_400_000_000_000, "1h30m"),
            (250_000_000, "250ms"),
            (1_500_000_000, "1s500ms"), (86_400_000_000_000, "1d"), (604_800_000_000_000, "1w"),
            (2_592_000_000_000_000, "30d"),
            (691_200_000_000_000, "8d"), (-5_000, "-5us"), (.max, "106751d23h47m16s854ms775us807ns"),
            (.min, "-106751d23h47m16s854ms775us808ns"),
        ] as [(Int64, String)])
    func formats(nanoseconds: Int64, text: String) {
        #expect(DurationText.format(nanoseconds) == text)
    }

    @Test("reads back what it wrote")
    func roundTrip() throws {
        for shift in 0..<63 {
            for nanoseconds: Int64 in [.max >> shift, 1 << shift, (1 << shift) &* 1_000_000_007 & .max] {
                #expect(try DurationText.parse(DurationText.format(nanoseconds)) == nanoseconds)
            }
        }
    }
}
