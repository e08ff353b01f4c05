import Records
import Transfer

/// Slack's incoming webhook; its URL is the secret. https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
struct SlackReceiver: Receiver {
    let url: String
    let permissions: Permissions
    var wording = Wording()

    var name: String { "slack" }

    func messages(for notification: Notification, now: Int64) -> [(key: String, body: String)] {
        let subject = wording.subject(notification, to: name, Self.escape)
        let body = wording.body(notification, to: name, limit: Self.limit, Self.escape)
        return [
            (notification.key, JSONTree.object([.init(name: "text", value: .text("*\(subject)*\n\(body)"))]).json)
        ]
    }

    /// Slack cuts a text off at 40,000 characters.
    private static let limit = 39_000

    /// `&`, `<` and `>` are all that Slack gives a meaning to: nobody can be called by a log line.
    private static func escape(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") {
            switch $1 {
            case "&": $0 += "&amp;"
            case "<": $0 += "&lt;"
            case ">": $0 += "&gt;"
            default: $0.unicodeScalars.append($1)
            }
        }
    }

    func way(for delivery: Delivery) -> Way {
        .transfer(
            TransferRequest(
                url: url, kind: .post(headers: ["Content-Type: application/json"]), body: Array(delivery.body.utf8),
                permissions: permissions))
    }
}

/// PagerDuty's Events API version 2: one event an alert, and its fingerprint ties the resolve to the trigger.
/// https://developer.pagerduty.com/docs/events-api-v2-overview
struct PagerDutyReceiver: Receiver {
    let url: String
    let key: String
    let permissions: Permissions

    static let usualURL = "https://events.pagerduty.com/v2/enqueue"

    var name: String { "pagerduty" }
    var limitsItself: Bool { true }

    func messages(for notification: Notification, now: Int64) -> [(key: String, body: String)] {
        notification.notices.map { notice in
            let summary = notice.annotation("summary") ?? "\(notice.name) \(NoticeText.labels(notice))"
            let severity = notice.label("severity")
            let payload = JSONTree.object([
                .init(name: "summary", value: .text(NoticeText.plain(summary, limit: 1024))),
                .init(name: "source", value: .text(notice.label("host").isEmpty ? "weir" : notice.label("host"))),
                .init(
                    name: "severity",
                    value: .text(["critical", "error", "warning", "info"].contains(severity) ? severity : "critical")),
                .init(name: "timestamp", value: .text(notice.startsAt)),
                .init(name: "custom_details", value: notice.source),
            ])
            // The key of the integration is a secret: it joins on the way, and is never in the queue's file.
            let event = JSONTree.object([
                .init(name: "event_action", value: .text(notice.isFiring ? "trigger" : "resolve")),
                .init(name: "dedup_key", value: .text(notice.fingerprint)), .init(name: "payload", value: payload),
            ])
            return (AlertNotice.hash(notification.key + notice.key), event.json)
        }
    }

    func way(for delivery: Delivery) -> Way {
        let body = "{\"routing_key\":" + JSONTree.text(key).json + "," + delivery.body.dropFirst()
        return .transfer(
            TransferRequest(
                url: url, kind: .post(headers: ["Content-Type: application/json"]), body: Array(body.utf8),
                permissions: permissions))
    }
}

/// ntfy: a topic's URL, on ntfy.sh or a server of one's own. https://docs.ntfy.sh/publish/#publish-as-json
struct NtfyReceiver: Receiver {
    let url: String
    let token: String?
    let permissions: Permissions
    var wording = Wording()

    /// ntfy makes a file of what has more than 4,096 bytes.
    private static let limit = 4000

    var name: String { "ntfy \(ReceiverURL.shown(url))" }

    func messages(for notification: Notification, now: Int64) -> [(key: String, body: String)] {
        let body = JSONTree.object([
            .init(name: "topic", value: .text(topic)),
            .init(name: "title", value: .text(wording.subject(notification, to: name))),
            .init(name: "message", value: .text(wording.body(notification, to: name, limit: Self.limit))),
            .init(name: "priority", value: .number(notification.isFiring ? "4" : "3")),
            .init(name: "tags", value: .array([.text(notification.isFiring ? "rotating_light" : "white_check_mark")])),
        ])
        return [(notification.key, body.json)]
    }

    func way(for delivery: Delivery) -> Way {
        var headers = ["Content-Type: application/json"]
        if let token { headers.append("Authorization: Bearer \(token)") }
        return .transfer(
            TransferRequest(
                url: String(url.dropLast(topic.count)), kind: .post(headers: headers), body: Array(delivery.body.utf8),
                permissions: permissions))
    }

    private var topic: String { String(url.split(separator: "/").last ?? "") }
}
