import Bytes
import FilterKit
import Metrics
import Records

/// Writes a window's series as records: `time`, `window`, the labels, the columns, `_by`; and `_state` of partial ones.
struct WindowWriter: ~Copyable {
    var record = Record(store: ByteStore(input: 4096))
    private let plan: AggregatePlan
    private let shape: OutputShape
    private let time, window, by, state, overflow, spark: FieldName
    private let labels: [FieldName]
    private let columns: [FieldName]
    private let byText, overflowByText, trueText: Slice
    /// What the states of partial records begin with.
    private let header: [UInt8]
    private var metrics: MetricWriter?
    private var texts = ColumnTexts()
    fileprivate var sparks = Sparklines()
    /// The text of a width, and the width.
    private var width: (nanoseconds: Int64, text: [UInt8])?

    init(_ plan: AggregatePlan, labels: [String], _ shape: OutputShape) {
        var record = Record(store: ByteStore(input: 4096))
        time = record.name("time")
        window = record.name("window")
        by = record.name("_by")
        state = record.name("_state")
        overflow = record.name("_overflow")
        spark = record.name("spark")
        self.labels = labels.map { Self.name($0, &record) }
        columns = plan.columns.map { Self.name($0.name, &record) }
        let names = labels.map { JSONTree.text($0) }
        byText = record.store.keep(JSONTree.array(names).json.utf8)
        overflowByText = record.store.keep("[\"_overflow\"]".utf8)
        trueText = record.store.keep("true".utf8)
        header = shape.isPartial ? PartialState.header(plan, labels: labels) : []
        metrics = shape.isMetrics ? MetricWriter(plan, labels: labels, &record) : nil
        self.record = record
        self.plan = plan
        self.shape = shape
    }

    private static func name(_ text: String, _ record: inout Record) -> FieldName { record.name(text) }

    /// Emits the series of a window, sorted by key or by a column.
    /// - Parameters:
    ///   - span: from the first to the last event of a total: what its rates divide by.
    ///   - isFinal: not a draft, which is drawn again and leaves no trace.
    mutating func emit<S: RecordSink & ~Copyable>(
        _ state: WindowState, span: EventSpan, isFinal: Bool, into sink: inout S,
        _ give: (inout Record, inout S) -> Void
    ) {
        let seconds = state.width == nil ? span.seconds : state.window.seconds
        let shown = shape.top.map { state.heaviest($0) } ?? state
        for series in shown.series(in: shape, plan, seconds) {
            record.clear()
            if let width = state.width { append(state.window, width) }
            if let metrics {
                let start = record.count
                for column in plan.columns.indices {
                    while record.count > start { record.remove(at: record.count - 1) }
                    metrics.append(column, plan, shown, series, seconds, to: &record)
                    appendNames(of: series)
                    give(&record, &sink)
                }
                continue
            }
            appendLabels(of: series, shown)
            for position in columns.indices {
                let start = record.store.buffer.count
                texts.append(plan.columns[position].reading, shown, series, seconds, to: &record.store.buffer)
                let json = Slice(from: start, to: record.store.buffer.count)
                record.append(columns[position], json: json)
                if position == 0, shape.hasSpark, state.width != nil {
                    let value = Double(record.store.text(json))
                    sparks.add(value, of: shown.key(of: series), keeps: isFinal)
                }
            }
            if shape.hasSpark, state.width != nil { append(spark, text: sparks.drawing) }
            appendNames(of: series)
            if shape.isPartial { appendState(shown, series) }
            give(&record, &sink)
        }
    }

    private mutating func append(_ window: Window, _ nanoseconds: Int64) {
        let start = record.store.buffer.count
        Timestamp(nanoseconds: window.start).append(to: &record.store.buffer)
        record.append(time, Slice(from: start, to: record.store.buffer.count), .string)
        if width?.nanoseconds != nanoseconds {
            width = (nanoseconds, Array(DurationText.format(nanoseconds).utf8))
        }
        let text = record.store.buffer.count
        record.store.buffer.append(width?.text ?? [])
        record.append(self.window, Slice(from: text, to: record.store.buffer.count), .string)
    }

    private mutating func append(_ name: FieldName, text: String) {
        let start = record.store.buffer.count
        record.store.buffer.append(text)
        record.append(name, Slice(from: start, to: record.store.buffer.count), .string)
    }

    private mutating func appendNames(of series: Int) {
        record.append(by, series == WindowState.overflow ? overflowByText : byText, .array)
    }

    private mutating func appendLabels(of series: Int, _ state: WindowState) {
        if series == WindowState.overflow { return record.append(overflow, trueText, .true) }
        var start = record.store.buffer.count
        state.table.withKey(at: series - 1) { record.store.buffer.append($0) }
        for label in labels {
            guard let end = record.store.buffer.find(0x0A, from: start, to: record.store.buffer.count) else { return }
            record.append(label, json: Slice(from: start, to: end))
            start = end + 1
        }
    }

    private mutating func appendState(_ window: WindowState, _ series: Int) {
        let start = record.store.buffer.count
        PartialState.append(header, window, series, to: &record.store.buffer)
        record.append(state, Slice(from: start, to: record.store.buffer.count), .string)
    }
}

extension Window {
    /// Nil of a window without a width.
    var seconds: Double? { end > start ? (Double(end) - Double(start)) / 1e9 : nil }
}

extension WindowWriter {
    func write(to snapshot: inout SnapshotWriter) { sparks.write(to: &snapshot) }

    mutating func restore(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        try sparks.restore(from: &snapshot)
    }
}
