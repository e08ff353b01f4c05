import Metrics
import Records

/// One window while it is open: its series, and what is kept of each.
final class WindowState {
    let window: Window
    var table = SeriesTable()
    private(set) var counts: [UInt64] = []
    let measures: [Measure]

    init(_ window: Window, _ plan: AggregatePlan) {
        self.window = window
        measures = plan.measures.map { $0.makeMeasure() }
    }

    /// Counts a record for the series with this key, and returns the series.
    @inline(__always) func count(_ key: RawSpan) -> Int {
        let (series, isNew) = table.index(ofKey: key)
        if isNew { makeRoom() }
        counts[series] &+= 1
        return series
    }

    /// Adds the one series that there is without labels, with nothing in it.
    func addSeries() {
        let empty: [UInt8] = []
        _ = table.index(ofKey: RawSpan(_elements: empty.span))
        makeRoom()
    }

    private func makeRoom() {
        counts.append(0)
        for measure in measures { measure.addSeries() }
    }
}
