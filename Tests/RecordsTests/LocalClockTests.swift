import Bytes
import System
import Testing

@testable import Records

private let hasDatabase = (try? FileStatus(of: TimeZoneRules.systemDirectory + "/Europe/Berlin")) != nil

@Suite("The hour that clocks have twice", .enabled(if: hasDatabase))
struct LocalClockTests {
    @Test("is told by the order of the lines")
    func order() throws {
        // A line each hour.
        #expect(try hours("01:30:00", "02:30:00", "02:30:00", "03:30:00") == ["23:30", "00:30", "01:30", "02:30"])
        // Many lines: the step back is far longer than lines are out of order.
        #expect(
            try hours("01:59:59", "02:00:00", "02:59:59", "02:00:01", "02:00:00", "02:59:58", "03:00:00")
                == ["23:59", "00:00", "00:59", "01:00", "01:00", "01:59", "02:00"])
    }

    @Test("is the first pass where lines are but a little out of order, or repeat a second")
    func disorder() throws {
        #expect(
            try hours("02:10:00", "02:10:00", "02:10:05", "02:09:59", "02:06:00", "02:10:06")
                == ["00:10", "00:10", "00:10", "00:09", "00:06", "00:10"])
        #expect(try hours("02:30:00") == ["00:30"])
    }

    @Test("goes on after a snapshot as if there had been none")
    func snapshot() throws {
        let layout = try TimeLayout("%Y-%m-%d %H:%M:%S")
        let zone = try TimeZoneRules(named: "Europe/Berlin")
        var whole = TimeContext(zone: zone, reference: 0)
        for time in ["01:30:00", "02:30:00", "02:30:00", "02:40:00", "03:30:00"] {
            var writer = SnapshotWriter()
            whole.save(to: &writer)
            var reader = SnapshotReader(writer.contents)
            var resumed = TimeContext(zone: zone, reference: 0)
            try resumed.restore(from: &reader)
            let text = "2026-10-25 \(time)".utf8
            let a = withTimeText(text) { layout.parse($0, $1, context: &whole) }
            let b = withTimeText(text) { layout.parse($0, $1, context: &resumed) }
            #expect(a == b)
        }
    }

    private func hours(_ times: String...) throws -> [String] {
        let layout = try TimeLayout("%Y-%m-%d %H:%M:%S")
        var context = TimeContext(zone: try TimeZoneRules(named: "Europe/Berlin"), reference: 0)
        return try times.map { time in
            let stamp = withTimeText("2026-10-25 \(time)".utf8) { layout.parse($0, $1, context: &context) }
            return String(try #require(stamp).text.dropFirst(11).prefix(5))
        }
    }
}
