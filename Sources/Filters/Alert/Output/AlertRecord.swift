import Bytes
import FilterKit
import Metrics
import Records

/// Writes alerts as records.
struct AlertRecord: ~Copyable {
    var record: Record
    private let time, alert, state, labels, annotations, value, startsAt, endsAt, fingerprint, window, values: FieldName
    private let samples, records: FieldName

    init() {
        var record = Record(store: ByteStore(input: 4096))
        time = record.name("time")
        alert = record.name("alert")
        state = record.name("state")
        labels = record.name("labels")
        annotations = record.name("annotations")
        value = record.name("value")
        startsAt = record.name("starts_at")
        endsAt = record.name("ends_at")
        fingerprint = record.name("fingerprint")
        window = record.name("window")
        values = record.name("values")
        samples = record.name("samples")
        records = record.name("records")
        self.record = record
    }

    mutating func build(_ rule: AlertRule, _ event: AlertEvent, records: [UInt8]? = nil) {
        record.clear()
        put(time, Timestamp(nanoseconds: event.time).text)
        put(alert, rule.name)
        put(state, event.isFiring ? "firing" : "resolved")
        put(json: labels, event.labels)
        if !rule.annotations.isEmpty {
            put(json: annotations, Array(rule.annotations(of: event.labels, value: event.heldValue).utf8))
        }
        put(json: value, event.value.isEmpty ? Array("null".utf8) : event.value)
        put(startsAt, Timestamp(nanoseconds: event.startsAt).text)
        if event.isFiring {
            put(json: endsAt, Array("null".utf8))
        } else {
            put(endsAt, Timestamp(nanoseconds: event.time).text)
        }
        put(fingerprint, AlertFingerprint.text(rule: rule.name, labels: event.labels))
        if let width = event.width { put(window, DurationText.format(width)) }
        if event.recent.count > 1 { put(json: values, Self.pairs(event.recent)) }
        if !event.samples.isEmpty { put(json: samples, [0x7B] + event.samples + [0x7D]) }
        if let records { put(json: self.records, records) }
    }

    /// `[["2026-11-24T10:00:00Z",0.01],…]`
    private static func pairs(_ recent: [(time: Int64, value: Double)]) -> [UInt8] {
        let pairs = recent.map { time, value in
            JSONTree.array([
                .text(Timestamp(nanoseconds: time).text), .number(DoubleText.json(value) ?? "null"),
            ])
        }
        return Array(JSONTree.array(pairs).json.utf8)
    }

    private mutating func put(_ name: FieldName, _ text: String) {
        let start = record.store.buffer.count
        record.store.buffer.append(text)
        record.append(name, Slice(from: start, to: record.store.buffer.count), .text)
    }

    private mutating func put(json name: FieldName, _ bytes: [UInt8]) {
        let start = record.store.buffer.count
        record.store.buffer.append(bytes)
        record.append(name, json: Slice(from: start, to: record.store.buffer.count))
    }

    /// The record as one JSON object on a line, for a program's standard input.
    func json() -> [UInt8] {
        var text = ByteBuffer(capacity: 512)
        record.write(to: &text)
        text.append(0x0A)
        return text.contents
    }
}

enum AlertFingerprint {
    /// 16 hexadecimal digits that name an alert, the same in every run: XXH64 of its name, a newline and its labels.
    static func text(rule: String, labels: [UInt8]) -> String {
        let bytes = Array(rule.utf8) + [0x0A] + labels
        let digits = String(SeriesHash.hash(RawSpan(_elements: bytes.span)), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
