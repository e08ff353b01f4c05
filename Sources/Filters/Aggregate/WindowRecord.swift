import Bytes
import FilterKit
import Metrics
import Records

/// Writes a window's series as records: `time`, `window`, the labels, the columns, `_by`.
struct WindowRecord: ~Copyable {
    private var record = Record(store: ByteStore(input: 4096))
    private let time, window, by: FieldName
    private let windowText: Slice
    private let byText: Slice
    private let labels: [FieldName]
    private let columns: [(name: FieldName, reading: AggregatePlan.Reading)]

    /// - Parameter width: of the windows in nanoseconds; nil where there is but one total.
    init(_ plan: AggregatePlan, labels: [String], width: Int64?) {
        var record = Record(store: ByteStore(input: 4096))
        time = record.name("time")
        window = record.name("window")
        by = record.name("_by")
        windowText = record.store.keep((width.map(DurationText.format) ?? "").utf8)
        var list = ByteBuffer(capacity: 256)
        list.append("[" as StaticString)
        for (index, label) in labels.enumerated() {
            list.append(index > 0 ? ",\"" as StaticString : "\"")
            list.append(escaping: label)
            list.append("\"" as StaticString)
        }
        list.append("]" as StaticString)
        byText = record.store.keep(list.contents)
        self.labels = Self.names(labels, &record)
        let names = Self.names(plan.columns.map(\.name), &record)
        columns = zip(names, plan.columns).map { ($0, $1.reading) }
        self.record = record
    }

    private static func names(_ texts: [String], _ record: inout Record) -> [FieldName] {
        var names: [FieldName] = []
        for text in texts { names.append(record.name(text)) }
        return names
    }

    /// Emits all series of a window, sorted by key.
    /// - Parameter seconds: the time that `rate` divides by; nil where it is not known.
    mutating func emit<S: RecordSink & ~Copyable>(
        _ state: WindowState, isWindow: Bool, seconds: Double?, into sink: inout S,
        _ give: (inout Record, inout S) -> Void
    ) {
        for series in state.table.indicesSortedByKey() {
            record.clear()
            if isWindow {
                append(time, Timestamp(nanoseconds: state.window.start))
                record.append(window, windowText, .string)
            }
            appendLabels(state.table.key(at: series))
            for (name, reading) in columns {
                if case .sum(let index) = reading, let sum = (state.measures[index] as? NumberSum)?.sums[series] {
                    append(name, sum)
                } else {
                    record.set(name, to: Self.value(reading, state, series, seconds))
                }
            }
            record.append(by, byText, .array)
            give(&record, &sink)
        }
    }

    private mutating func append(_ name: FieldName, _ time: Timestamp) {
        let start = record.store.buffer.count
        time.append(to: &record.store.buffer)
        record.append(name, Slice(from: start, to: record.store.buffer.count), .string)
    }

    /// The exact sum, however long it is.
    private mutating func append(_ name: FieldName, _ sum: ExactSum) {
        let start = record.store.buffer.count
        sum.write { record.store.buffer.append($0) }
        record.append(name, json: Slice(from: start, to: record.store.buffer.count))
    }

    private mutating func appendLabels(_ key: [UInt8]) {
        var start = record.store.buffer.count
        record.store.buffer.append(key)
        for label in labels {
            guard let end = record.store.buffer.find(0x0A, from: start, to: record.store.buffer.count) else { return }
            record.append(label, json: Slice(from: start, to: end))
            start = end + 1
        }
    }

    private static func value(
        _ reading: AggregatePlan.Reading, _ state: WindowState, _ series: Int, _ seconds: Double?
    ) -> Value {
        let count = state.counts[series]
        switch reading {
        case .count: return .integer(Int64(clamping: count))
        case .rate: return seconds.map { .double(Double(count) / $0) } ?? .null
        case .sum: return .null
        case .mean(let index):
            guard let measure = state.measures[index] as? NumberSum else { return .null }
            return Rounding.mean(of: measure.sums[series], count: measure.counts[series]).map(Value.double) ?? .null
        case .least(let index):
            return (state.measures[index] as? NumberRange)?.ranges[series].map { .decimal($0.least) } ?? .null
        case .greatest(let index):
            return (state.measures[index] as? NumberRange)?.ranges[series].map { .decimal($0.greatest) } ?? .null
        case .quantile(let index, let q):
            guard let value = (state.measures[index] as? Distribution)?.histograms[series].quantile(q) else {
                return .null
            }
            // More digits than these would be noise: a bucket is 1 % wide.
            return Decimal(shortest: value).map { .decimal($0.rounded(significantDigits: 5)) } ?? .null
        case .ratio(let index):
            guard count > 0, let measure = state.measures[index] as? TrueCount else { return .null }
            return .double(Double(measure.counts[series]) / Double(count))
        }
    }
}
