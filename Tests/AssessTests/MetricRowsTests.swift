import Testing

@testable import Assess

@Suite("How many rows of metrics a log gives")
struct MetricRowsTests {
    @Test("Without labels a row for each window")
    func plain() { #expect(MetricRows([]).expected(in: [1, 5, 1000]) == 1) }

    @Test("Of labels whose values all come often, each series has one")
    func all() { #expect(abs(MetricRows([[500, 500], [300, 700]]).expected(in: [1000]) - 4) < 0.001) }

    @Test("A value that comes once in a thousand lines is in few windows of a hundred")
    func rare() {
        let rows = MetricRows([[999, 1]]).expected(in: Array(repeating: 100, count: 50))
        // 1 - 0.999^100, besides the frequent one.
        #expect(abs(rows - 1.0952) < 0.001)
    }

    @Test("There are never more rows than lines")
    func few() { #expect(MetricRows([Array(repeating: 1, count: 80)]).expected(in: [3]) <= 3) }

    @Test("No windows, no rows")
    func none() { #expect(MetricRows([[1]]).expected(in: []) == 0) }
}
