import Records
import Transfer

/// Alertmanager's own API, version 2: it groups, routes, silences and repeats by itself, and wants to hear of each firing alert again
/// before it forgets it (`resolve_timeout`, 5 minutes). https://github.com/prometheus/alertmanager/blob/main/api/v2/openapi.yaml
struct AlertmanagerReceiver: Receiver {
    let url: String
    let permissions: Permissions

    private static let resend: Int64 = 60 * DeliveryQueue.second
    /// News that come within it go together: a message has all that fires, and must not be made anew for each alert of a storm.
    private static let gather: Int64 = DeliveryQueue.second
    /// Alerts in a message, as Prometheus has it.
    private static let batch = 256
    /// It takes an alert for resolved that it has not heard of for so long: four times missed, as Prometheus has it.
    private static let lifetime: Int64 = 4 * resend

    var name: String { "alertmanager \(ReceiverURL.shown(url))" }
    var limitsItself: Bool { true }
    var rules: GroupRules? { GroupRules(labels: [], wait: Self.gather, interval: Self.gather, repetition: Self.resend) }

    func messages(for notification: Notification, now: Int64) -> [(key: String, body: String)] {
        let alerts = notification.notices.map { notice -> JSONTree in
            var annotations = notice.annotations
            if let value = notice.value, notice.annotation("value") == nil { annotations.append(("value", value)) }
            let end = notice.endsAt ?? Timestamp(nanoseconds: now &+ Self.lifetime).text
            return .object([
                .init(
                    name: "labels",
                    value: WebhookReceiver.object(
                        [("alertname", notice.name)] + notice.labels.filter { $0.name != "alertname" })),
                .init(name: "annotations", value: WebhookReceiver.object(annotations)),
                .init(name: "startsAt", value: .text(notice.startsAt)), .init(name: "endsAt", value: .text(end)),
            ])
        }
        return stride(from: 0, to: alerts.count, by: Self.batch).map { start in
            let part = alerts[start..<min(start + Self.batch, alerts.count)]
            let key = alerts.count > Self.batch ? AlertNotice.hash("\(notification.key) \(start)") : notification.key
            return (key, JSONTree.array(Array(part)).json)
        }
    }

    func way(for delivery: Delivery) -> Way {
        let base = url.hasSuffix("/") ? String(url.dropLast()) : url
        return .transfer(
            TransferRequest(
                url: base + "/api/v2/alerts",
                kind: .post(headers: ["Content-Type: application/json", "Idempotency-Key: \(delivery.key)"]),
                body: Array(delivery.body.utf8), permissions: permissions))
    }
}
