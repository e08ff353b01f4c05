import Records
import Testing

@testable import Assess

@Suite("Times whose minute is none")
struct MinuteTraceTests {
    /// 2015-05-17T00:00:00Z.
    private static let start: Int64 = 1_431_820_800

    /// Requests every so many seconds for so many hours, each with this minute in place of its own.
    private func trace(every step: Int64, hours: Int64, minute: Int64?, from start: Int64 = start) throws -> MinuteTrace
    {
        var trace = MinuteTrace()
        for second in stride(from: start, to: start + hours * 3600, by: Int(step)) {
            let hour = WindowCounts.start(second, 3600)
            let shown = minute.map { hour + $0 * 60 + second % 60 } ?? second
            trace.observe(try #require(Timestamp(seconds: shown)))
        }
        return trace
    }

    @Test("The month's number in place of the minute, as %m writes it, is found by the seconds that start over")
    func month() throws {
        let lost = try #require(try trace(every: 29, hours: 48, minute: 5).lost)
        #expect(lost == LostMinute(minute: 5, isMonth: true, hours: 48, fullHours: 48))
        #expect(lost.text == "05")
        // Few requests do not show each minute, but it is still the month's number.
        #expect(try trace(every: 600 + 7, hours: 48, minute: 5).lost?.fullHours == 0)
    }

    @Test("Another minute that is always the same is one that got lost only if each hour shows sixty of them")
    func constant() throws {
        #expect(
            try trace(every: 29, hours: 48, minute: 17).lost
                == LostMinute(minute: 17, isMonth: false, hours: 48, fullHours: 48))
        #expect(try trace(every: 607, hours: 48, minute: 17).lost == nil)
    }

    @Test("It changes with the month")
    func months() throws {
        var trace = MinuteTrace()
        // From the last two days of May into June.
        for second in stride(from: Self.start + 13 * 86_400, to: Self.start + 17 * 86_400, by: 29) {
            let month: Int64 = second < Self.start + 15 * 86_400 ? 5 : 6
            trace.observe(try #require(Timestamp(seconds: WindowCounts.start(second, 3600) + month * 60 + second % 60)))
        }
        #expect(trace.lost?.isMonth == true && trace.lost?.minute == nil)
    }

    @Test("A log with its own minutes has lost none, nor has one of which a minute of each hour was kept")
    func sound() throws {
        #expect(try trace(every: 29, hours: 48, minute: nil).lost == nil)
        var sample = MinuteTrace()
        for hour in 0..<48 {
            for second in 0..<60 {
                sample.observe(try #require(Timestamp(seconds: Self.start + Int64(hour) * 3600 + 300 + Int64(second))))
            }
        }
        #expect(sample.lost == nil)
    }

    @Test("Seconds in any order say nothing, and neither do few hours")
    func shuffled() throws {
        var trace = MinuteTrace()
        for hour in 0..<48 {
            for number in 0..<200 {
                trace.observe(
                    try #require(Timestamp(seconds: Self.start + Int64(hour) * 3600 + 300 + Int64(number * 37 % 60))))
            }
        }
        #expect(trace.lost == nil)
        #expect(try self.trace(every: 29, hours: 5, minute: 5).lost == nil)
    }
}
