import Records
import TestSupport
import Testing

@testable import Metrics

@Suite("Windows on the clocks of a place")
struct WindowGridTests {
    private static let second: Int64 = 1_000_000_000
    private static let hour: Int64 = 3600 * second
    private static let zones = ["Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe", "America/St_Johns", "+05:30"]

    @Test("They follow each other without a gap, whatever the clocks do", arguments: zones)
    func contiguous(zone: String) throws {
        let rules = try TimeZoneRules(named: zone)
        var random = SeededGenerator(seed: 50)
        for width in [Self.second, 60 * Self.second, Self.hour, 6 * Self.hour, 24 * Self.hour, 168 * Self.hour] {
            let grid = try #require(WindowGrid(width: width, zone: rules))
            for _ in 0..<300 {
                // Anywhere from 2000 to 2050.
                let time = Int64.random(in: 946_684_800...2_524_608_000, using: &random) * Self.second + 1
                let window = grid.window(containing: time)
                #expect(window.contains(time))
                #expect(grid.window(containing: window.start) == window)
                #expect(grid.window(containing: window.end - 1) == window)
                #expect(grid.window(containing: window.end).start == window.end)
                #expect(grid.start(before: window.end) == window.start)
            }
        }
    }

    @Test("A year of days in Berlin has one of 23 and one of 25 hours")
    func days() throws {
        let grid = try #require(WindowGrid(width: 24 * Self.hour, zone: try TimeZoneRules(named: "Europe/Berlin")))
        // From 2026-01-01 on, local time.
        var start = grid.window(containing: 1_767_225_600 * Self.second).start
        var lengths: [Int64: Int] = [:]
        for _ in 0..<365 {
            let end = grid.end(of: 1, from: start)
            lengths[(end - start) / Self.hour, default: 0] += 1
            start = end
        }
        #expect(lengths == [23: 1, 24: 363, 25: 1])
    }

    @Test("Clocks that go back over midnight do not bring yesterday back")
    func foldOverMidnight() throws {
        let grid = try #require(WindowGrid(width: 24 * Self.hour, zone: try TimeZoneRules(named: "America/St_Johns")))
        // Until 2011 the clocks there went back at 00:01, to 23:01: in 2010 on 7 November, 02:31 UTC.
        let change = 1_289_097_060 * Self.second
        for minutes in -3...62 {
            let time = change + Int64(minutes) * 60 * Self.second
            let window = grid.window(containing: time)
            #expect(window.contains(time))
            #expect(grid.window(containing: window.start) == window)
        }
    }

    @Test("Without a zone they are aligned to the epoch, and widths that mean nothing are refused")
    func plain() throws {
        let grid = try #require(WindowGrid(width: Self.hour))
        #expect(grid.window(containing: 5 * Self.hour + 7) == Window(start: 5 * Self.hour, end: 6 * Self.hour))
        #expect(WindowGrid(width: 0) == nil)
        #expect(WindowGrid(width: Self.second / 2, zone: try TimeZoneRules(named: "Europe/Berlin")) == nil)
    }

    @Test("Times at the ends of what there is do not trap")
    func extremes() throws {
        for zone in [nil, try TimeZoneRules(named: "Europe/Berlin")] {
            let grid = try #require(WindowGrid(width: 24 * Self.hour, zone: zone))
            for time in [Int64.min, .min + 1, 0, .max - 1, .max] {
                _ = grid.window(containing: time)
                _ = grid.start(before: time)
                _ = grid.end(of: 3, from: time)
            }
        }
    }
}
