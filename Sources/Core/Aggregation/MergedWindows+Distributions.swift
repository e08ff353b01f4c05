import Metrics

extension MergedWindows {
    /// How the values of a field are distributed, for each window and series; nothing where no histogram of it is kept.
    package func eachDistribution(of field: String, _ body: (Window, ExponentialHistogram) -> Void) {
        for state in merged {
            for (measure, planned) in zip(state.measures, plan.measures)
            where planned.kind == .distribution && planned.expression.fieldName == field {
                for series in 0...state.table.count {
                    guard let histogram = (measure as? Distributions)?.states[series], histogram.count > 0
                    else { continue }
                    body(state.window, histogram)
                }
            }
        }
    }
}
