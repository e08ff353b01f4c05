import Bytes
import FilterKit
import Records

/// Writes alerts as records: `time`, `alert`, `state`, `labels`, `value`, `starts_at`, `ends_at`, `fingerprint`.
struct AlertRecord: ~Copyable {
    var record: Record
    private let time, alert, state, labels, value, startsAt, endsAt, fingerprint: FieldName

    init() {
        var record = Record(store: ByteStore(input: 4096))
        time = record.name("time")
        alert = record.name("alert")
        state = record.name("state")
        labels = record.name("labels")
        value = record.name("value")
        startsAt = record.name("starts_at")
        endsAt = record.name("ends_at")
        fingerprint = record.name("fingerprint")
        self.record = record
    }

    mutating func build(_ rule: AlertRule, _ series: AlertSeries, isFiring: Bool, startsAt: Int64, at now: Int64) {
        record.clear()
        put(time, Timestamp(nanoseconds: now).text)
        put(alert, rule.name)
        put(state, isFiring ? "firing" : "resolved")
        put(json: labels, series.labels)
        put(json: value, series.value)
        put(self.startsAt, Timestamp(nanoseconds: startsAt).text)
        if isFiring { put(json: endsAt, Array("null".utf8)) } else { put(endsAt, Timestamp(nanoseconds: now).text) }
        put(fingerprint, AlertSeries.fingerprint(rule: rule.name, labels: series.labels))
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

    /// The record as one JSON object, for a program's standard input.
    func json() -> [UInt8] {
        var text = ByteBuffer(capacity: 512)
        record.write(to: &text)
        text.append(0x0A)
        return text.contents
    }
}
