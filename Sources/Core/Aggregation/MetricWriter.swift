import Bytes
import Metrics
import Records

/// Writes one column of a series as a metric of OpenTelemetry's model: `name`, `unit`, `type`, `labels`, and `value` or
/// `buckets`. Units are those of UCUM, as OpenTelemetry wants them.
struct MetricWriter {
    private let name, unit, type, labels, value, buckets: FieldName
    private let columns: [(name: Slice, unit: Slice, type: Slice, hasBuckets: Bool)]
    private let labelTexts: [Slice]

    init(_ plan: AggregatePlan, labels: [String], _ record: inout Record) {
        name = record.name("name")
        unit = record.name("unit")
        type = record.name("type")
        self.labels = record.name("labels")
        value = record.name("value")
        buckets = record.name("buckets")
        var columns: [(name: Slice, unit: Slice, type: Slice, hasBuckets: Bool)] = []
        for column in plan.columns {
            let unit = MetricUnit.of(column)
            let kind = column.reading.metricType
            columns.append(
                (
                    record.store.keep(JSONTree.text(column.name).json.utf8),
                    record.store.keep(JSONTree.text(unit?.code ?? "1").json.utf8),
                    record.store.keep(JSONTree.text(kind).json.utf8),
                    column.reading.hasBuckets
                ))
        }
        self.columns = columns
        var texts: [Slice] = []
        for label in labels { texts.append(record.store.keep((JSONTree.text(label).json + ":").utf8)) }
        labelTexts = texts
    }

    func append(
        _ column: Int, _ plan: AggregatePlan, _ state: WindowState, _ series: Int, _ seconds: Double?,
        to record: inout Record
    ) {
        record.append(name, json: columns[column].name)
        record.append(unit, json: columns[column].unit)
        record.append(type, json: columns[column].type)
        appendLabels(state.key(of: series), to: &record)
        let start = record.store.buffer.count
        ColumnText.write(plan.columns[column].reading, state, series, seconds, to: &record.store.buffer)
        record.append(
            columns[column].hasBuckets ? buckets : value, json: Slice(from: start, to: record.store.buffer.count))
    }

    private func appendLabels(_ key: [UInt8]?, to record: inout Record) {
        let start = record.store.buffer.count
        record.store.buffer.append("{" as StaticString)
        if let key {
            for (position, value) in key.split(separator: 0x0A).enumerated() where position < labelTexts.count {
                if position > 0 { record.store.buffer.append("," as StaticString) }
                record.store.buffer.appendCopy(of: labelTexts[position])
                record.store.buffer.append(Array(value))
            }
        } else {
            record.store.buffer.append("\"_overflow\":true" as StaticString)
        }
        record.store.buffer.append("}" as StaticString)
        record.append(labels, json: Slice(from: start, to: record.store.buffer.count))
    }
}
