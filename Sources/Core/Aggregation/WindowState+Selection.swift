import Bytes
import Metrics
import Records

extension WindowState {
    /// The series with the largest counts, and all others in the overflow series. Equal counts: by key.
    func heaviest(_ limit: Int) -> WindowState {
        guard table.count > limit else { return self }
        let sorted = table.indicesSortedByKey().sorted { counts[$0 + 1] > counts[$1 + 1] }
        let shown = WindowState(copying: self, limit: limit)
        for index in sorted.prefix(limit) {
            table.withKey(at: index) { shown.merge(self, index + 1, into: shown.series($0)) }
        }
        for index in sorted.dropFirst(limit) { shown.merge(self, index + 1, into: Self.overflow) }
        if hasOverflow { shown.merge(self, Self.overflow, into: Self.overflow) }
        shown.hasOverflow = true
        return shown
    }

    /// The series to be shown, in the order to be shown in.
    func series(in shape: OutputShape, _ plan: AggregatePlan, _ seconds: Double?) -> [Int] {
        var series = sortedSeries
        if let sort = shape.sort, let column = plan.columns.first(where: { $0.name == sort.column }) {
            let values = series.map { number(column.reading, $0, seconds) }
            let order = series.indices.sorted { left, right in
                // What has no value comes last, whichever way it goes; equal ones keep the order of their keys.
                guard let first = values[left], let second = values[right], first != second else {
                    return values[left] != nil && values[right] == nil
                        || (values[left] == nil) == (values[right] == nil) && left < right
                }
                return (first < second) == sort.isRising
            }
            series = order.map { series[$0] }
        }
        return shape.limit.map { Array(series.prefix($0)) } ?? series
    }

    private func number(_ reading: Reading, _ series: Int, _ seconds: Double?) -> Decimal? {
        var text = ByteBuffer(capacity: 64)
        ColumnText.write(reading, self, series, seconds, to: &text)
        return Decimal(parsing: text.contents)
    }
}
