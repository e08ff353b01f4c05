import Bytes
import Metrics
import Records

/// A series as an alert speaks of it: its labels as JSON, and its fingerprint.
struct AlertSeries {
    /// `{"path":"/a"}`, in the order of the record.
    let labels: [UInt8]
    /// The value shown last, as JSON.
    var value: [UInt8]
    var state = SeriesState()

    init(labels: [UInt8], value: [UInt8]) {
        self.labels = labels
        self.value = value
    }

    func save(to snapshot: inout SnapshotWriter) {
        snapshot.append(labels)
        snapshot.append(value)
        state.save(to: &snapshot)
    }

    init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        labels = try snapshot.run()
        value = try snapshot.run()
        state = try SeriesState(from: &snapshot)
    }

    /// 16 hexadecimal digits that name rule and series, the same in every run: XXH64 of the alert's name, a newline and
    /// the labels.
    static func fingerprint(rule: String, labels: [UInt8]) -> String {
        let bytes = Array(rule.utf8) + [0x0A] + labels
        let digits = String(SeriesHash.hash(RawSpan(_elements: bytes.span)), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

/// Finds the labels of a metric record: the fields that `_by` names, or without it the text fields but time and window.
struct LabelReader {
    private let by, time, window: FieldName

    init(_ record: inout Record) {
        by = record.name("_by")
        time = record.name("time")
        window = record.name("window")
    }

    /// The width of the record's window in nanoseconds; nil where it has none.
    func width(of record: borrowing Record) -> Int64? {
        guard let position = record.position(of: window), record[position].kind == .string else { return nil }
        return try? DurationText.parse(record.store.text(record[position].value))
    }

    func labels(of record: borrowing Record) -> [UInt8] {
        var text = ByteBuffer(capacity: 256)
        let named = names(in: record)
        text.append("{" as StaticString)
        for position in 0..<record.count {
            if let named {
                guard named.contains(record.store.buffer.copy(record[position].name)) else { continue }
            } else {
                guard record[position].kind.isText, !record.isNamed(time, at: position),
                    !record.isNamed(window, at: position)
                else { continue }
            }
            text.append(text.count > 1 ? ",\"" as StaticString : "\"")
            text.append(record.store.buffer, record[position].name)
            text.append("\":" as StaticString)
            record.writeValue(at: position, to: &text)
        }
        text.append("}" as StaticString)
        return text.contents
    }

    /// The names in `_by`, as they stand in JSON strings; nil where there is no `_by`.
    private func names(in record: borrowing Record) -> [[UInt8]]? {
        guard let position = record.position(of: by), record[position].kind == .array,
            let tree = try? JSONTree(parsing: record.store.buffer.copy(record[position].value))
        else { return nil }
        return tree.elements.compactMap(\.string).map { name in
            var escaped = ByteBuffer(capacity: name.utf8.count + 8)
            escaped.append(escaping: name)
            return escaped.contents
        }
    }
}
