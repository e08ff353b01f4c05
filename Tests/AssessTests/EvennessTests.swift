import Testing

@testable import Assess

@Suite("Requests that come too evenly")
struct EvennessTests {
    private static let month = LostMinute(minute: 5, isMonth: true, hours: 72, fullHours: 70)

    @Test("Hours that differ less than chance makes them are alike by night and by day")
    func alike() throws {
        let even = try #require(Evenness((0..<72).map { 115 + $0 % 10 }, lost: nil))
        #expect(even.least == 115 && even.most == 124 && even.hours == 70 && even.fullHours == nil)
        #expect(even.text.hasPrefix("**Night and day are alike: between 115 and 124 requests in each of 70 hours.**"))
    }

    @Test("Where chance would leave minutes empty and none is, the times look made up")
    func madeUp() throws {
        let even = try #require(Evenness(Array(repeating: 120, count: 72), lost: Self.month))
        #expect(even.fullHours == 70)
        #expect(
            even.text.hasPrefix("**The times look made up.**")
                && even.text.contains("chance would leave 13.5 % of them empty"))
        // At ten a minute none is empty anyway.
        #expect(try #require(Evenness(Array(repeating: 600, count: 72), lost: Self.month)).fullHours == nil)
    }

    @Test("Nights that are quieter are those of people, and two days must be seen")
    func people() {
        #expect(Evenness((0..<72).map { $0 % 24 < 8 ? 40 : 160 }, lost: nil) == nil)
        #expect(Evenness(Array(repeating: 120, count: 40), lost: nil) == nil)
    }
}
