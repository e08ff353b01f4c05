import Bytes
import Records
import TestSupport
import Testing

@testable import Metrics

extension MergeableState {
    fileprivate var bytes: [UInt8] {
        var writer = SnapshotWriter()
        write(to: &writer)
        return writer.contents
    }
}

private func span<Result>(_ text: String, _ body: (RawSpan) -> Result) -> Result {
    let bytes = Array(text.utf8)
    return body(RawSpan(_elements: bytes.span))
}

@Suite("States that merge")
struct MergeableStateTests {
    /// Feeds a state with numbers 0..<count in three ways: at once, in parts that are merged, in parts that are written
    /// and read.
    private func check<State: MergeableState>(
        _ empty: State, _ count: Int, seed: UInt64, _ observe: (inout State, Int) -> Void
    ) throws -> State {
        var random = SeededGenerator(seed: seed)
        var whole = empty
        var parts = [State](repeating: empty, count: 4)
        for index in (0..<count).shuffled(using: &random) {
            observe(&whole, index)
            observe(&parts[Int.random(in: 0..<4, using: &random)], index)
        }
        var merged = empty
        var read = empty
        for part in parts.shuffled(using: &random) {
            merged.merge(part)
            var reader = SnapshotReader(part.bytes)
            try read.merge(from: &reader)
            #expect(reader.isAtEnd)
        }
        #expect(merged.bytes == whole.bytes)
        #expect(read.bytes == whole.bytes)
        return whole
    }

    @Test(
        "Distinct values are exact up to the limit, and within 2 % beyond", arguments: [0, 1, 2048, 2049, 5000, 40_000])
    func distinct(count: Int) throws {
        let state = try check(DistinctState(), count, seed: 1) { state, index in
            state.insert(span("value \(index)", SeriesHash.hash))
            state.insert(span("value \(index)", SeriesHash.hash))
        }
        if count <= DistinctState.exactLimit {
            #expect(state.estimate == UInt64(count))
        } else {
            #expect(abs(Double(state.estimate) / Double(count) - 1) < 0.02)
        }
    }

    @Test("A value that has 0.4 % of all is found, though its lines are all the same and many others come once")
    func topOfSameLines() throws {
        let state = try check(TopState(), 60_000, seed: 5) { state, index in
            let value = index % 240 == 0 ? "hot" : index % 50 == 1 ? "hotter" : "\(index)"
            span(value) { bytes in state.add(bytes, record: SeriesHash.hash(bytes), times: 1) }
        }
        #expect(state.isApproximate)
        let top = state.top(2)
        #expect(top.map { String(decoding: $0.value, as: UTF8.self) } == ["hotter", "hot"])
        #expect(top[1].count >= 250 && top[1].count <= 330)
    }

    @Test("The most frequent values are exact up to the limit, and found beyond it", arguments: [9_000, 30_000])
    func top(count: Int) throws {
        // Three heavy values among many that come once.
        let state = try check(TopState(), count, seed: 2) { state, index in
            let value = index % 10 == 0 ? "heavy" : index % 25 == 1 ? "less" : index % 40 == 2 ? "least" : "\(index)"
            span(value) { bytes in
                state.add(bytes, record: span("record \(index)", SeriesHash.hash), times: 1)
            }
        }
        let top = state.top(3)
        #expect(top.map { String(decoding: $0.value, as: UTF8.self) } == ["heavy", "less", "least"])
        let heavy = UInt64(count / 10)
        if count <= TopState.exactLimit {
            #expect(!state.isApproximate)
            #expect(top[0].count == heavy)
        } else {
            #expect(state.isApproximate)
            #expect(top[0].count >= heavy && top[0].count <= heavy + UInt64(count / 100))
        }
    }

    @Test("A counter's increase does not depend on order, and restarts count from 0")
    func counter() throws {
        // 0 … 49 and again, four times: three restarts, each loses the one step from 49 to 0.
        let state = try check(CounterState(), 200, seed: 3) { state, index in
            state.add(Decimal(Int64(index % 50)), at: Int64(index))
        }
        #expect(state.increase?.description == "196")
    }

    @Test("Beyond its limit a counter keeps a sample, the same one in any order")
    func sampledCounter() throws {
        let state = try check(CounterState(limit: 50), 400, seed: 4) { state, index in
            state.add(Decimal(Int64(index)), at: Int64(index))
        }
        let increase = try #require(state.increase.flatMap { Double($0.description) })
        #expect(increase > 300 && increase < 400)
    }

    @Test("First and last go by time, and then by value")
    func edges() throws {
        let last = try check(EdgeState(isLast: true), 60, seed: 5) { state, index in
            span("\"\(index % 7)\"") { state.add($0, at: Int64(index / 10)) }
        }
        #expect(String(decoding: last.value, as: UTF8.self) == "\"6\"")
        let first = try check(EdgeState(isLast: false), 60, seed: 6) { state, index in
            span("\"\(index % 7)\"") { state.add($0, at: Int64(index / 10)) }
        }
        #expect(String(decoding: first.value, as: UTF8.self) == "\"0\"")
    }

    @Test("Exemplars are different values, as many as there may be")
    func exemplars() throws {
        let state = try check(ExemplarState(limit: 5), 300, seed: 7) { state, index in
            span("\"\(index % 20)\"") { state.add($0) }
        }
        #expect(Set(state.values).count == 5)
    }

    @Test("Sums of numbers that fit no 128 bits, their squares, ranges and histograms")
    func numbers() throws {
        func number(_ index: Int) -> Decimal {
            Decimal(significand: Int128(index * 7919 - 3000), exponent: Int32(index % 120 - 60))
        }
        _ = try check(SumState(), 300, seed: 8) { $0.add(number($1), times: UInt64($1 % 3 + 1)) }
        _ = try check(MomentsState(), 300, seed: 9) { $0.add(number($1), times: UInt64($1 % 3 + 1)) }
        _ = try check(RangeState(), 300, seed: 10) { $0.add(number($1)) }
        _ = try check(ExponentialHistogram(), 300, seed: 11) { $0.observe(number($1).doubleValue, times: 2) }
        let bounds = [Decimal(-5), Decimal(0), Decimal(100)]
        _ = try check(BoundedHistogram(bounds: bounds), 300, seed: 12) { $0.add(number($1), times: 1) }
        _ = try check(ApdexState(target: Decimal(10)), 300, seed: 13) { $0.add(number($1), times: 1) }
    }

    @Test("A weight is as good as that many additions")
    func weights() {
        let huge = Decimal(significand: .max, exponent: 3)
        var once = MomentsState()
        var often = MomentsState()
        for number in [huge, Decimal(7), Decimal(significand: -15, exponent: -1)] {
            once.add(number, times: 5)
            for _ in 0..<5 { often.add(number, times: 1) }
        }
        #expect(once.bytes == often.bytes)
    }

    @Test("Bytes that are no state are an error, never a trap")
    func garbage() {
        var random = SeededGenerator(seed: 14)
        for _ in 0..<3000 {
            let bytes = random.bytes(upTo: 60, from: Array(0...255))
            func read<State: MergeableState>(_ empty: State) {
                var state = empty
                var reader = SnapshotReader(bytes)
                try? state.merge(from: &reader)
                _ = state.bytes
            }
            read(SumState())
            read(MomentsState())
            read(RangeState())
            read(ExponentialHistogram())
            read(BoundedHistogram(bounds: [Decimal(1)]))
            read(ApdexState(target: Decimal(1)))
            read(DistinctState())
            read(EdgeState(isLast: true))
            read(ExemplarState(limit: 3))
            read(TopState())
            read(CounterState())
        }
    }
}
