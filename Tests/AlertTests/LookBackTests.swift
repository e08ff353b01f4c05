import Testing

@testable import Alert

@Suite("Looking back over a series")
struct LookBackTests {
    private func memory(_ values: [Double], step: Int64 = 60, span: Int64) -> SeriesMemory {
        var memory = SeriesMemory()
        for (index, value) in values.enumerated() { memory.add(value, at: Int64(index) * step, span: span) }
        return memory
    }

    @Test("What was is the value at that time, or the last one before it that is not too old")
    func ago() {
        let memory = memory([1, 2, 3, 4], span: 120)
        #expect(memory.ago(120, from: 180, slack: 0) == 2)
        #expect(memory.ago(90, from: 180, slack: 30) == 2)
        #expect(memory.ago(90, from: 180, slack: 29) == nil)
        #expect(SeriesMemory().ago(60, from: 0, slack: 60) == nil)
    }

    @Test("A span holds this moment, and not the one at its far end")
    func over() {
        let memory = memory([1, 2, 3, 4], span: 120)
        #expect(Array(memory.over(120, to: 180)) == [3, 4])
        #expect(Array(memory.over(121, to: 180)) == [2, 3, 4])
        #expect(Array(memory.over(121, to: 180, withNewest: false)) == [2, 3])
    }

    @Test("Of two values of one time the later counts; what is not needed is forgotten")
    func bounded() {
        var memory = SeriesMemory()
        memory.add(1, at: 0, span: 100)
        memory.add(5, at: 0, span: 100)
        #expect(Array(memory.over(100, to: 0)) == [5])
        for time in 1...10_000 { memory.add(Double(time), at: Int64(time), span: 100) }
        #expect(memory.over(100, to: 10_000).count == 100)
        #expect(memory.over(10_000, to: 10_000).count < 300)
    }

    @Test("The moving average halves the weight of what is one half-life old")
    func ewma() {
        var memory = SeriesMemory()
        #expect(memory.average(8, at: 0, halfLife: 60) == 8)
        #expect(memory.average(0, at: 60, halfLife: 60) == 4)
        #expect(memory.average(0, at: 180, halfLife: 60) == 1)
    }

    @Test("A robust score is not misled by one outlier, needs five values, and knows values that never changed")
    func zscore() throws {
        let score = try #require(Statistics.robustScore(16, among: [10, 11, 9, 10, 12, 1000][...]))
        #expect((score - 5.5 / 1.4826).magnitude < 1e-9)
        #expect(Statistics.robustScore(16, among: [10, 11, 9, 10][...]) == nil)
        #expect(Statistics.robustScore(11, among: [10, 10, 10, 10, 10][...]) == 1e6)
        #expect(Statistics.robustScore(10, among: [10, 10, 10, 10, 10][...]) == 0)
    }

    @Test("A sequence wants the first before the second, and not too long before")
    func sequence() {
        var memory = SeriesMemory()
        let isTold = [(true, true, 0), (false, true, 60), (false, true, 61), (true, false, 100), (false, true, 101)].map
        {
            memory.follows($0.0, $0.1, at: Int64($0.2), within: 60)
        }
        #expect(isTold == [false, true, false, false, true])
    }

    @Test("N of the last M records")
    func nOfM() {
        var memory = SeriesMemory()
        let answers = [true, false, true, true, false, false, false].enumerated().map {
            memory.count($0.element, n: 2, m: 3, at: Int64($0.offset))
        }
        #expect(answers == [false, false, true, true, true, false, false])
    }
}
