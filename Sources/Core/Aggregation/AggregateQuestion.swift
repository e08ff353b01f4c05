import FilterKit
import Records

/// What an aggregation is made of, on whatever thread.
package struct AggregateQuestion: Sendable {
    let plan: AggregatePlan
    let options: WindowOptions
    let labels: [String]
    let weight: String?
    let shape: OutputShape
    let isForEyes: Bool

    package init(
        plan: AggregatePlan, options: WindowOptions, labels: [String], weight: String?, shape: OutputShape,
        isForEyes: Bool
    ) {
        self.plan = plan
        self.options = options
        self.labels = labels
        self.weight = weight
        self.shape = shape
        self.isForEyes = isForEyes
    }

    /// - Parameter makeSibling: nil for a sibling.
    package func filter(
        late: String?, _ run: FilterRun, _ record: inout Record,
        makeSibling: FilterMaker<AggregateFilter>? = nil
    ) throws(Failure) -> AggregateFilter {
        run.expect(labels, &record)
        if let weight { run.expect([weight], &record) }
        for expression in plan.ownExpressions { run.expect(fieldsOf: expression, &record) }
        for premise in plan.premises { run.expect(premise, &record) }
        return try AggregateFilter(
            plan, options, by: labels, weight: weight, late: late, shape, isForEyes: isForEyes,
            isSibling: makeSibling == nil, makeSibling: makeSibling, in: run, &record)
    }
}

/// The same of several metrics.
package struct DerivedQuestion: Sendable {
    let metrics: [DerivedMetric]
    let options: WindowOptions
    let weight: String?
    let shape: OutputShape
    let isForEyes: Bool

    package init(
        metrics: [DerivedMetric], options: WindowOptions, weight: String?, shape: OutputShape, isForEyes: Bool
    ) {
        self.metrics = metrics
        self.options = options
        self.weight = weight
        self.shape = shape
        self.isForEyes = isForEyes
    }

    package func filter(
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
