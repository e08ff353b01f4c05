import Testing

@testable import Assess

@Suite("Lines that come by the clock")
struct RhythmTests {
    private static let hour: Int64 = 3600

    @Test("One minute of each hour is a pattern, and is named")
    func hourly() throws {
        let starts = (0..<84).map { Int64($0) * Self.hour + 300 }
        let rhythm = try #require(Rhythm(starts, width: 60))
        #expect(rhythm.period == Self.hour && rhythm.phases == [300] && rhythm.times == 84)
        #expect(rhythm.text.hasSuffix("from :05"))
    }

    @Test("An hour that is missing now and then does not hide it")
    func gaps() {
        let starts = (0..<84).filter { $0 % 10 != 3 }.map { Int64($0) * Self.hour + 300 }
        #expect(Rhythm(starts, width: 60)?.period == Self.hour)
    }

    @Test("The shortest period that explains the lines is taken")
    func shortest() {
        #expect(Rhythm((0..<40).map { Int64($0) * 300 }, width: 60)?.period == 300)
    }

    @Test("A log without holes has none, nor has one with a hole, nor minutes by chance")
    func none() {
        #expect(Rhythm((0..<500).map { Int64($0) * 60 }, width: 60) == nil)
        #expect(Rhythm(((0..<100) + Array(4000..<4100)).map { Int64($0) * 60 }, width: 60) == nil)
        #expect(Rhythm((0..<60).map { (Int64($0) * 7919 % 5000) * 60 }, width: 60) == nil)
        #expect(Rhythm([Int64](), width: 60) == nil)
    }
}
