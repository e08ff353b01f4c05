import Records
import Testing
import Transfer

@testable import Notify

@Suite("A notification reads well, and is inert")
struct NoticeTextTests {
    func notification(_ notices: AlertNotice...) -> Notification {
        Notification(group: [("alertname", "Slow")], notices: notices, repeats: 0)
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
            to: ["ops@example.org"], from: "weir <weir@example.org>", server: .sendmail("/bin/true"),
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
