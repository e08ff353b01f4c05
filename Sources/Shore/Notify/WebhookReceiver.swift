import Records
import Transfer

/// Alertmanager's webhook, version 4: what its receivers in the world understand.
/// https://prometheus.io/docs/alerting/latest/configuration/#webhook_config
struct WebhookReceiver: Receiver {
    let url: String
    let token: String?
    let permissions: Permissions

    var name: String { "webhook \(ReceiverURL.shown(url))" }

    func messages(for notification: Notification, now: Int64) -> [(key: String, body: String)] {
        let common = AlertNotice.common(notification.notices.map(\.labels))
        let annotations = AlertNotice.common(notification.notices.map(\.annotations))
        let names = Set(notification.notices.map(\.name))
        let body = JSONTree.object([
            .init(name: "version", value: .text("4")),
            .init(name: "groupKey", value: .text(notification.groupKey)),
            .init(name: "truncatedAlerts", value: .number("0")),
            .init(name: "status", value: .text(notification.isFiring ? "firing" : "resolved")),
            .init(name: "receiver", value: .text("weir-notify")),
            .init(name: "groupLabels", value: Self.object(notification.group)),
            .init(
                name: "commonLabels",
                value: Self.object((names.count == 1 ? [("alertname", names.first ?? "")] : []) + common)),
            .init(name: "commonAnnotations", value: Self.object(annotations)),
            .init(name: "externalURL", value: .text("")),
            .init(name: "alerts", value: .array(notification.notices.map(Self.alert))),
        ])
        return [(notification.key, body.json)]
    }

    private static func alert(_ notice: AlertNotice) -> JSONTree {
        .object([
            .init(name: "status", value: .text(notice.isFiring ? "firing" : "resolved")),
            .init(name: "labels", value: object([("alertname", notice.name)] + notice.labels)),
            .init(name: "annotations", value: object(notice.annotations)),
            .init(name: "startsAt", value: .text(notice.startsAt)),
            .init(name: "endsAt", value: .text(notice.endsAt ?? "0001-01-01T00:00:00Z")),
            .init(name: "generatorURL", value: .text("")),
            .init(name: "fingerprint", value: .text(notice.fingerprint)),
            // Beyond Alertmanager's: what the rule saw.
            .init(name: "value", value: notice.source["value"] ?? .null),
        ])
    }

    func way(for delivery: Delivery) -> Way {
        var headers = ["Content-Type: application/json", "User-Agent: weir-notify", "Idempotency-Key: \(delivery.key)"]
        if let token { headers.append("Authorization: Bearer \(token)") }
        return .transfer(
            TransferRequest(
                url: url, kind: .post(headers: headers), body: Array(delivery.body.utf8), permissions: permissions))
    }

    static func object(_ pairs: [AlertNotice.Pair]) -> JSONTree {
        .object(pairs.map { .init(name: $0.name, value: .text($0.value)) })
    }
}

enum ReceiverURL {
    /// Without what may be secret in it: user, password, query.
    static func shown(_ url: String) -> String {
        let bare = url.prefix { $0 != "?" && $0 != "#" }
        // scheme, nothing, host, path …
        var parts = bare.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count > 2, let at = parts[2].lastIndex(of: "@") else { return String(bare) }
        parts[2] = parts[2][parts[2].index(after: at)...]
        return parts.joined(separator: "/")
    }
}
