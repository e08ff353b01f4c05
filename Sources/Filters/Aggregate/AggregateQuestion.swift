import FilterKit
import Records

/// What an aggregation is made of, on whatever thread.
struct AggregateQuestion: Sendable {
    let plan: AggregatePlan
    let options: WindowOptions
    let labels: [String]
    let weight: String?
    let shape: OutputShape
    let isForEyes: Bool

    /// - Parameter makeSibling: nil for a sibling.
    func filter(
        late: String?, _ run: FilterRun, _ record: inout Record,
        makeSibling: FilterMaker<AggregateFilter>? = nil
    ) throws(Failure) -> AggregateFilter {
        run.expect(labels, &record)
        if let weight { run.expect([weight], &record) }
        for expression in plan.ownExpressions { run.expect(fieldsOf: expression, &record) }
        return try AggregateFilter(
            plan, options, by: labels, weight: weight, late: late, shape, isForEyes: isForEyes,
            isSibling: makeSibling == nil, makeSibling: makeSibling, in: run, &record)
    }
}

/// The same of several metrics.
struct DerivedQuestion: Sendable {
    let metrics: [DerivedMetric]
    let options: WindowOptions
    let weight: String?
    let shape: OutputShape
    let isForEyes: Bool

    func filter(
        late: String?, _ run: FilterRun, _ record: inout Record, makeSibling: FilterMaker<DeriveFilter>? = nil
    ) throws(Failure) -> DeriveFilter {
        for metric in metrics {
            run.expect(metric.labels, &record)
            for expression in metric.plan.ownExpressions + [metric.condition].compactMap(\.self) {
                run.expect(fieldsOf: expression, &record)
            }
        }
        return try DeriveFilter(
            metrics, options, weight: weight, late: late, shape, isForEyes: isForEyes,
            isSibling: makeSibling == nil, makeSibling: makeSibling, in: run, &record)
    }
}
