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
        record.append(time, text: Timestamp(nanoseconds: now, digits: 3).text)
        record.append(receiver, text: delivery.receiver)
        record.append(key, text: delivery.key)
        record.append(state, text: delivery.isFiring ? "firing" : "resolved")
        record.append(alerts, number: delivery.alerts)
        record.append(attempt, number: delivery.attempts)
        record.append(self.outcome, text: outcome)
        if !detail.isEmpty { record.append(self.detail, text: detail) }
        if showsBody { record.append(body, text: delivery.body) }
    }
}
