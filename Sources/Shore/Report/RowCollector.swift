import Bytes
import Records

/// One line of an answer: labels and numbers, of a window or of all time.
struct ReportRow {
    /// Nanoseconds since 1970 where the window begins; nil of a total.
    var time: Int64?
    var labels: [String]
    var values: [String: Double]
}

/// Takes records for rows.
struct RowCollector: RecordSink, ~Copyable {
    let labels: [String]
    private(set) var rows: [ReportRow] = []

    init(labels: [String]) { self.labels = labels }

    mutating func receive(_ record: inout Record) {
        var row = ReportRow(time: nil, labels: labels.map { _ in "(others)" }, values: [:])
        for position in 0..<record.count {
            let name = record.nameText(at: position)
            let field = record[position]
            if name == "time" {
                row.time = Timestamp(rfc3339: record.store.buffer, field.value)?.nanoseconds
            } else if let label = labels.firstIndex(of: name) {
                var text = ByteBuffer(capacity: 64)
                record.writeText(at: position, to: &text)
                row.labels[label] =
                    field.kind == .null ? "(none)" : text.text(Slice(start: 0, count: text.count))
            } else if field.kind.isNumber {
                // A number beyond what can be drawn is none.
                if let value = Double(record.store.text(field.value)), value.isFinite { row.values[name] = value }
            }
        }
        rows.append(row)
    }
}
