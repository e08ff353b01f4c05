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
        record.append(time, time: event.time)
        record.append(alert, text: rule.name)
        record.append(state, text: event.isFiring ? "firing" : "resolved")
        record.append(labels, json: event.labels)
        if !rule.annotations.isEmpty {
            record.append(annotations, json: Array(rule.annotations(of: event.labels, value: event.heldValue).utf8))
        }
        record.append(value, json: event.value.isEmpty ? Array("null".utf8) : event.value)
        record.append(startsAt, time: event.startsAt)
        record.append(endsAt, time: event.isFiring ? nil : event.time)
        record.append(fingerprint, text: AlertFingerprint.text(rule: rule.name, labels: event.labels))
        if let width = event.width { record.append(window, text: DurationText.format(width)) }
        if event.recent.count > 1 { record.append(values, json: Self.pairs(event.recent)) }
        if !event.samples.isEmpty { record.append(samples, json: [0x7B] + event.samples + [0x7D]) }
        if let records { record.append(self.records, json: records) }
    }

    /// `[["2026-11-24T10:00:00Z",0.01],…]`
    private static func pairs(_ recent: [(time: Int64, value: Double)]) -> [UInt8] {
        var bytes: [UInt8] = [0x5B]
        for (index, (time, value)) in recent.enumerated() {
            bytes += (index == 0 ? "[\"" : ",[\"").utf8
            bytes += Timestamp(nanoseconds: time).text.utf8
            bytes += "\",".utf8
            if !DoubleText.write(value, { bytes.append($0) }) { bytes += "null".utf8 }
            bytes.append(0x5D)
        }
        bytes.append(0x5D)
        return bytes
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
