import Bytes
import Records

/// What weir-notify writes: one record an attempt.
struct DeliveryRecord: ~Copyable {
    var record: Record
    private let time, receiver, key, state, alerts, attempt, outcome, detail, body: FieldName

    init() {
        var record = Record(store: ByteStore(input: 4096))
        time = record.name("time")
        receiver = record.name("receiver")
        key = record.name("key")
        state = record.name("state")
        alerts = record.name("alerts")
        attempt = record.name("attempt")
        outcome = record.name("outcome")
        detail = record.name("detail")
        body = record.name("body")
        self.record = record
    }

    mutating func build(_ delivery: Delivery, _ outcome: String, detail: String, showsBody: Bool, at now: Int64) {
        record.clear()
        put(time, Timestamp(nanoseconds: now, digits: 3).text)
        put(receiver, delivery.receiver)
        put(key, delivery.key)
        put(state, delivery.isFiring ? "firing" : "resolved")
        put(json: alerts, "\(delivery.alerts)")
        put(json: attempt, "\(delivery.attempts)")
        put(self.outcome, outcome)
        if !detail.isEmpty { put(self.detail, detail) }
        if showsBody { put(body, delivery.body) }
    }

    private mutating func put(_ name: FieldName, _ text: String) {
        let start = record.store.buffer.count
        record.store.buffer.append(text)
        record.append(name, Slice(from: start, to: record.store.buffer.count), .text)
    }

    private mutating func put(json name: FieldName, _ text: String) {
        let start = record.store.buffer.count
        record.store.buffer.append(text)
        record.append(name, json: Slice(from: start, to: record.store.buffer.count))
    }
}
