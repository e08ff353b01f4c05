import Records
import Transfer

/// Alertmanager's own API, version 2: it groups, routes, silences and repeats by itself, and wants to hear of each firing alert again
/// before it forgets it (`resolve_timeout`, 5 minutes). https://github.com/prometheus/alertmanager/blob/main/api/v2/openapi.yaml
struct AlertmanagerReceiver: Receiver {
    let url: String
    let permissions: Permissions

    private static let resend: Int64 = 60 * DeliveryQueue.second
    /// It takes an alert for resolved that it has not heard of for so long: four times missed, as Prometheus has it.
    private static let lifetime: Int64 = 4 * resend

    var name: String { "alertmanager \(ReceiverURL.shown(url))" }
    var limitsItself: Bool { true }
    var rules: GroupRules? { GroupRules(labels: [], wait: 0, interval: 0, repetition: Self.resend) }

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
        return [(notification.key, JSONTree.array(alerts).json)]
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
