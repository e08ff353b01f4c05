import Bytes
import Metrics
import Records

/// Writes the value of a column as JSON.
enum ColumnText {
    /// - Parameter seconds: the time that `rate` divides by; nil where it is not known.
    static func write(
        _ reading: Reading, _ state: WindowState, _ series: Int, _ seconds: Double?, to buffer: inout ByteBuffer
    ) {
        let measures = state.measures
        switch reading {
        case .sum(let index):
            guard let sum = (measures[index] as? Sums)?.states[series].sum else { break }
            return sum.write { buffer.append($0) }
        case .increase(let index):
            guard let sum = (measures[index] as? Counters)?.states[series].increase else { break }
            return sum.write { buffer.append($0) }
        case .edge(let index):
            guard let value = (measures[index] as? Edges)?.states[series].value, !value.isEmpty else { break }
            return buffer.append(value)
        case .any(let index):
            guard let value = (measures[index] as? Exemplars)?.states[series].values.first else { break }
            return buffer.append(value)
        case .values(let index):
            let values = (measures[index] as? Exemplars)?.states[series].values ?? []
            return list(values, to: &buffer) { value, buffer in buffer.append(value) }
        case .top(let index, let limit):
            guard let top = (measures[index] as? Tops)?.states[series] else { break }
            return list(top.top(limit), to: &buffer) { entry, buffer in
                buffer.append("{\"value\":" as StaticString)
                buffer.append(entry.value)
                buffer.append(",\"count\":" as StaticString)
                append(entry.count, to: &buffer)
                if top.isApproximate { buffer.append(",\"approximate\":true" as StaticString) }
                buffer.append("}" as StaticString)
            }
        case .bounded(let index):
            guard let histogram = (measures[index] as? BoundedCounts)?.states[series] else { break }
            return append(histogram, to: &buffer)
        case .exponential(let index):
            guard let histogram = (measures[index] as? Distributions)?.states[series] else { break }
            return append(histogram, to: &buffer)
        default: break
        }
        append(ColumnValue.of(reading, state, series, seconds), to: &buffer)
    }

    static func append(_ value: Value, to buffer: inout ByteBuffer) {
        switch value {
        case .integer(let number): return buffer.append(integer: number)
        case .decimal(let number): return number.write { buffer.append($0) }
        case .double(let number): if DoubleText.write(number, { buffer.append($0) }) { return }
        default: break
        }
        buffer.append("null" as StaticString)
    }

    private static func append(_ count: UInt64, to buffer: inout ByteBuffer) {
        append(.integer(Int64(clamping: count)), to: &buffer)
    }

    static func list<Item>(
        _ items: [Item], to buffer: inout ByteBuffer, _ item: (Item, inout ByteBuffer) -> Void
    ) {
        buffer.append("[" as StaticString)
        for (position, one) in items.enumerated() {
            if position > 0 { buffer.append("," as StaticString) }
            item(one, &buffer)
        }
        buffer.append("]" as StaticString)
    }

    /// The members are called as in OpenTelemetry's `HistogramDataPoint`.
    private static func append(_ histogram: BoundedHistogram, to buffer: inout ByteBuffer) {
        buffer.append("{\"bounds\":" as StaticString)
        list(histogram.bounds, to: &buffer) { bound, buffer in bound.write { buffer.append($0) } }
        buffer.append(",\"counts\":" as StaticString)
        list(histogram.counts, to: &buffer) { count, buffer in append(count, to: &buffer) }
        buffer.append(",\"sum\":" as StaticString)
        histogram.total.sum.write { buffer.append($0) }
        buffer.append("}" as StaticString)
    }
}
