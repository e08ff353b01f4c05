import TestSupport
import Testing

@testable import Metrics

private let minute: Int64 = 60_000_000_000

@Suite("Tumbling windows")
struct WindowTests {
    @Test("start at multiples of their width since the epoch")
    func alignment() throws {
        let clock = try #require(WindowClock(width: minute))
        #expect(clock.start(of: 0) == 0)
        #expect(clock.start(of: minute - 1) == 0)
        #expect(clock.start(of: minute) == minute)
        #expect(clock.window(containing: 90_000_000_000) == Window(start: minute, end: 2 * minute))
        #expect(clock.end(ofWindowAt: minute) == 2 * minute)
    }

    @Test("round down before 1970 too")
    func negativeTimes() throws {
        let clock = try #require(WindowClock(width: minute))
        #expect(clock.start(of: -1) == -minute)
        #expect(clock.start(of: -minute) == -minute)
        #expect(clock.start(of: -minute - 1) == -2 * minute)
        #expect(clock.window(containing: -1) == Window(start: -minute, end: 0))
    }

    @Test("need a width")
    func width() {
        #expect(WindowClock(width: 0) == nil)
        #expect(WindowClock(width: -1) == nil)
    }

    @Test("are cut short, without a trap, at the ends of time", arguments: [1, 7, minute, .max] as [Int64])
    func endsOfTime(width: Int64) throws {
        let clock = try #require(WindowClock(width: width))
        for time in [Int64.min, .min + 1, .max - 1, .max, -1, 0] {
            let window = clock.window(containing: time)
            #expect(window.start <= time)
            #expect(time < window.end || time == .max)
            #expect(clock.start(of: time) == window.start)
            #expect(clock.end(ofWindowAt: window.start) == window.end)
        }
    }

    @Test("contain each moment exactly once")
    func partition() throws {
        var random = SeededGenerator(seed: 21)
        for _ in 0..<5_000 {
            let clock = try #require(WindowClock(width: .random(in: 1...minute, using: &random)))
            let time = Int64(truncatingIfNeeded: random.next()) / 2
            let window = clock.window(containing: time)
            #expect(window.contains(time))
            #expect(window.end - window.start == clock.width)
            #expect(!window.contains(window.end))
            #expect(clock.start(of: window.end) == window.end)
            #expect(clock.start(of: window.start - 1) == window.start - clock.width)
        }
    }
}
