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
        if isNew {
            counts.append(0)
            for measure in measures { measure.addSeries() }
        }
        counts[series] &+= 1
        return series
    }
}
