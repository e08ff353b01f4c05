import Testing

@testable import Alert

@Suite("One series and its rule")
struct SeriesStateTests {
    private let minute: Int64 = 60

    @Test("Without a time to hold, the first true record fires and the first false one resolves")
    func immediately() {
        #expect(run([false, true, true, false, false], holdFor: 0) == [nil, .fired, nil, .resolved, nil])
    }

    @Test("The condition must have held for the whole time, counted from its first true record")
    func held() { #expect(run([true, true, true, true], holdFor: 2 * minute) == [nil, nil, .fired, nil]) }

    @Test("A single false record begins the count anew")
    func interrupted() {
        #expect(run([true, true, false, true, true, true], holdFor: 2 * minute) == [nil, nil, nil, nil, nil, .fired])
    }

    @Test("What was only pending resolves without a word")
    func pending() { #expect(run([true, false, false], holdFor: 5 * minute) == [nil, nil, nil]) }

    @Test("It fires again after it was resolved, and is active since then")
    func again() {
        var state = SeriesState()
        for (index, isTrue) in [true, false, true].enumerated() {
            _ = state.look(isTrue, at: Int64(index) * minute, .init())
        }
        #expect(state.phase == .firing)
        #expect(state.activeSince == 2 * minute)
    }

    @Test("A series that does not appear any more resolves if it was firing")
    func absent() {
        var state = SeriesState()
        _ = state.look(true, at: 0, .init())
        #expect(state.miss(before: 61, every: nil, last: 60, .init()) == 60)
        #expect(state.miss(before: 121, every: nil, last: 120, .init()) == nil)
    }

    @Test("Times at the ends of what there is do not trap")
    func extremes() {
        var state = SeriesState()
        _ = state.look(true, at: .min, .init(holdFor: .max))
        #expect(state.look(true, at: .max, .init(holdFor: .max)) == .fired)
    }

    private func run(_ conditions: [Bool], holdFor: Int64) -> [SeriesState.Event?] {
        var state = SeriesState()
        return conditions.enumerated().map { index, isTrue in
            state.look(isTrue, at: Int64(index) * minute, .init(holdFor: holdFor))
        }
    }
}
