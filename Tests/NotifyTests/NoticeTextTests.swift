import Foundation
import Records
import Testing
import Transfer

@testable import Notify

@Suite("A notification reads well, and is inert")
struct NoticeTextTests {
    func notification(_ notices: AlertNotice...) -> Notify.Notification {
        Notify.Notification(group: [("alertname", "Slow")], notices: notices, repeats: 0)
    }

    @Test("the subject says what fires, and where, if it is one")
    func subject() throws {
        #expect(NoticeText.subject(notification(try alert())) == "[FIRING:1] Slow (path=/a)")
        #expect(NoticeText.subject(notification(try alert(), try alert(path: "/b"))) == "[FIRING:2] Slow")
        #expect(NoticeText.subject(notification(try alert(firing: false))) == "[RESOLVED] Slow (path=/a)")
    }

    @Test("control characters and turns of direction from a log become spaces")
    func inert() throws {
        let text = NoticeText.body(
            notification(try alert(annotations: #"{"summary":"a\u001b]0;x\u0007\u202eb\r\nBcc: c"}"#)))
        #expect(text.contains("a ]0;x  b  Bcc: c"))
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }

    @Test("nobody in Slack is called by what stands in a log")
    func slack() throws {
        let receiver = SlackReceiver(url: "https://slack.test", permissions: Permissions(allowsPrivate: false))
        let body = receiver.messages(for: notification(try alert(path: "<!channel>&")), now: 0).first?.body ?? ""
        #expect(body.contains("&lt;!channel&gt;&amp;") && !body.contains("<!channel>"))
    }

    @Test("a mail's header lines come from nobody's log, and what is not ASCII is encoded (RFC 2047, RFC 2045)")
    func mail() throws {
        let receiver = MailReceiver(
            to: "ops@example.org", from: "weir <weir@example.org>", server: .sendmail("/bin/true"),
            permissions: Permissions(allowsPrivate: false))
        let body =
            receiver.messages(for: notification(try alert("Größe\\nBcc: x@y.z")), now: 1_795_514_400 * second)
            .first?.body ?? ""
        let head = body.prefix { $0 != "\r\n" || true }.split(separator: "\r\n\r\n").first ?? ""
        #expect(!head.contains("\r\nBcc:"))
        #expect(head.contains("Subject: =?utf-8?B?W0ZJUklORzoxXSBHcsO2w59lIEJjYzog"))
        #expect(head.contains("Date: 24 Nov 2026 "))
        #expect(body.utf8.allSatisfy { $0 < 0x80 })
        guard
            case .program(let program) = receiver.way(
                for: Delivery(key: "", receiver: "", body: body, alerts: 1, isFiring: true, since: 0, due: 0))
        else { return #expect(Bool(false), "sendmail is a program") }
        #expect(program.arguments == ["-i", "-f", "weir@example.org", "--", "ops@example.org"])
    }

    @Test("a webhook's body is Alertmanager's, version 4")
    func webhook() throws {
        let receiver = WebhookReceiver(
            url: "https://user:secret@example.org/hook?key=x", token: nil,
            permissions: Permissions(allowsPrivate: false))
        #expect(receiver.name == "webhook https://example.org/hook")
        let text = receiver.messages(for: notification(try alert(), try alert(path: "/b")), now: 0).first?.body ?? ""
        let body = try JSONTree(parsing: Array(text.utf8))
        #expect(body["version"]?.string == "4" && body["status"]?.string == "firing")
        #expect(body["groupKey"]?.string == #"{}:{alertname="Slow"}"#)
        #expect(body["commonLabels"]?.json == #"{"alertname":"Slow"}"#)
        #expect(
            body["alerts"]?.elements.map { $0["labels"]?.json } == [
                #"{"alertname":"Slow","path":"/a"}"#, #"{"alertname":"Slow","path":"/b"}"#,
            ])
    }

    @Test("Alertmanager gets a storm in parts of 256 alerts, each under a key of its own")
    func alertmanager() throws {
        let receiver = AlertmanagerReceiver(url: "https://a.test", permissions: Permissions(allowsPrivate: false))
        var groups = AlertGroups(try #require(receiver.rules))
        for number in 0..<600 { groups.take(try alert(path: "/\(number)"), now: 0) }
        #expect(groups.take(due: 0) == [])
        let notification = try #require(groups.take(due: second).first)
        let messages = receiver.messages(for: notification, now: 0)
        #expect(try messages.map { try JSONTree(parsing: Array($0.body.utf8)).elements.count } == [256, 256, 88])
        #expect(Set(messages.map(\.key)).count == 3)
    }

    @Test("PagerDuty's events are tied by the fingerprint, and the key of the integration is in no queue")
    func pagerDuty() throws {
        let receiver = PagerDutyReceiver(
            url: "https://pd.test", key: "s3cret", permissions: Permissions(allowsPrivate: false))
        let bodies = receiver.messages(for: notification(try alert(), try alert(path: "/b", firing: false)), now: 0)
            .map(\.body)
        let trees = try bodies.map { try JSONTree(parsing: Array($0.utf8)) }
        #expect(trees.map { $0["event_action"]?.string } == ["trigger", "resolve"])
        #expect(trees.map { $0["dedup_key"]?.string } == ["Slow/a", "Slow/b"])
        #expect(!bodies.joined().contains("s3cret"))
        let delivery = Delivery(key: "", receiver: "", body: bodies[0], alerts: 1, isFiring: true, since: 0, due: 0)
        guard case .transfer(let request) = receiver.way(for: delivery) else {
            return #expect(Bool(false), "it is a request")
        }
        #expect(try JSONTree(parsing: request.body)["routing_key"]?.string == "s3cret")
    }
}

@Suite("Words of one's own")
struct NoticeTemplateTests {
    private let evil = #"{"summary":"<!channel> <img onerror=x>\r\nBcc: x@y.z\u001b]0;t\u0007"}"#

    private func notification() throws -> Notify.Notification {
        Notify.Notification(
            group: [("alertname", "Slow")],
            notices: [try alert(annotations: evil), try alert(path: "/b", firing: false)],
            repeats: 0)
    }

    private func wording(_ text: String) throws -> Wording { Wording(template: try NoticeTemplate(text)) }

    @Test("a template words the message, and what it defines as subject stands above it")
    func words() throws {
        let wording = try wording(
            """
            {{ define "subject" }}{{ .GroupLabels.alertname }}
              is {{ .Status }}{{ end -}}
            {{ range .Alerts }}{{ .Labels.path }} {{ .Value | humanizePercentage }} since {{ .StartsAt }}
            {{ end }}
            """)
        #expect(wording.subject(try notification(), to: "mail") == "Slow is firing")
        #expect(
            wording.body(try notification(), to: "mail", limit: 1000)
                == "/a 50% since 2026-11-24T10:00:00Z\n/b 50% since 2026-11-24T10:00:00Z\n")
    }

    @Test("48: what comes from a log is inert in mail and in Slack, where the template's own signs mean what they mean")
    func inert() throws {
        let wording = try wording(
            """
            {{ define "subject" }}{{ (print "a") }}{{ range .Alerts }}{{ .Annotations.summary }}{{ end }}{{ end -}}
            {{ range .Alerts }}<https://runbooks.test|runbook> {{ .Annotations.summary }}
            {{ end }}
            """)
        let permissions = Permissions(allowsPrivate: false)
        let slack = SlackReceiver(url: "https://slack.test", permissions: permissions, wording: wording)
        let body = slack.messages(for: try notification(), now: 0).first?.body ?? ""
        #expect(body.contains("<https://runbooks.test|runbook> &lt;!channel&gt; &lt;img onerror=x&gt;"))
        #expect(!body.contains("<!channel>") && !body.contains("\\u001b"))
        let mail = MailReceiver(
            to: "ops@example.org", from: "weir@example.org", server: .sendmail("/bin/true"), permissions: permissions,
            wording: wording)
        let message = mail.messages(for: try notification(), now: 0).first?.body ?? ""
        let head = message.components(separatedBy: "\r\n\r\n")[0]
        #expect(!head.contains("\r\nBcc:") && head.contains("Subject: a<!channel> <img onerror=x> Bcc: x@y.z ]0;t"))
    }

    @Test("a receiver gets no more than it takes, and many alerts are counted")
    func cut() throws {
        let notices = try (0..<300).map { try alert(path: "/\($0)") }
        let body = NoticeText.body(Notify.Notification(group: [], notices: notices, repeats: 0))
        #expect(body.hasSuffix("\n\nand 250 more: 250 Slow"))
        #expect(NoticeText.cut(String(repeating: "ä", count: 100), to: 50).utf8.count <= 50)
        #expect(NoticeText.cut("short", to: 50) == "short")
        let ntfy = NtfyReceiver(
            url: "https://ntfy.sh/x", token: nil, permissions: Permissions(allowsPrivate: false),
            wording: Wording())
        let text =
            ntfy.messages(for: Notify.Notification(group: [], notices: notices, repeats: 0), now: 0)
            .first?.body ?? ""
        #expect(try JSONTree(parsing: Array(text.utf8))["message"]?.string?.utf8.count ?? 9999 <= 4096)
    }

    @Test("48: what comes from a log is a string in each JSON that is sent, byte for byte")
    func json() throws {
        let value = "<img onerror=x> =cmd|' /C calc'!A0 \u{1B}]0;t\u{07} \",\"alerts\":[]} \u{2028}"
        let label = JSONTree.text(value).json.dropFirst().dropLast()
        let notice = try alert(path: String(label))
        let notification = Notify.Notification(group: [("path", value)], notices: [notice], repeats: 0)
        let permissions = Permissions(allowsPrivate: false)
        let webhook = WebhookReceiver(url: "https://example.org", token: nil, permissions: permissions)
        let text = webhook.messages(for: notification, now: 0).first?.body ?? ""
        let body = try JSONTree(parsing: Array(text.utf8))
        #expect(body["alerts"]?.elements.count == 1)
        #expect(body["alerts"]?.elements.first?["labels"]?["path"]?.string == value)
        #expect(!text.utf8.contains { $0 < 0x20 })
        let alertmanager = AlertmanagerReceiver(url: "https://a.test", permissions: permissions)
        let sent = try JSONTree(
            parsing: Array((alertmanager.messages(for: notification, now: 0).first?.body ?? "").utf8))
        #expect(sent.elements.first?["labels"]?["path"]?.string == value)
    }
}
