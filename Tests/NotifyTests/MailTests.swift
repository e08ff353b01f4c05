import FilterKit
import Foundation
import Records
import TestSupport
import Testing
import Transfer

@testable import Notify

@Suite("Mail through a server")
struct MailTests {
    /// Tells of an alert until nothing waits any more, for 20 s at most.
    private func deliver(
        _ server: MailServer, user: String? = nil, password: String? = nil,
        permissions: Permissions = Permissions(allowsPrivate: true), patience: Int64 = 60 * second
    ) throws -> [Courier.Report] {
        let receiver = MailReceiver(
            to: "ops@example.org", from: "weir <weir@example.org>",
            server: .smtp(url: server.url, user: user, password: password), permissions: permissions)
        return try deliver(server, receiver, patience: patience)
    }

    private func deliver(
        _ server: MailServer, _ receiver: any Receiver, patience: Int64 = 60 * second
    ) throws -> [Courier.Report] {
        let now = Int64(Date().timeIntervalSince1970) * second
        let notification = Notify.Notification(
            group: [("alertname", "Slow")], notices: [try alert(path: "/a\\r\\n.\\r\\nRCPT TO:<x@y.z>")], repeats: 0)
        var queue = DeliveryQueue(patience: patience, spacing: 0)
        for (key, body) in receiver.messages(for: notification, now: now) {
            queue.add(
                Delivery(
                    key: key, receiver: receiver.name, body: body, alerts: 1, isFiring: true, since: now, due: .min))
        }
        let courier = Courier([receiver], queue: queue, transfers: try #require(Transfers()))
        var reports: [Courier.Report] = []
        let limit = Date() + 20
        while !courier.queue.isEmpty, Date() < limit {
            reports += courier.advance()
            courier.wait(milliseconds: 10)
        }
        server.stop()
        return reports
    }

    private func header(_ name: String, of message: String) -> String? {
        message.components(separatedBy: "\r\n").first { $0.hasPrefix(name + ":") }
    }

    @Test("a mail arrives, from whom and to whom it is meant, and no label of an alert ends it or adds a receiver")
    func arrives() throws {
        let server = try MailServer()
        let reports = try deliver(server)
        #expect(reports.map(\.outcome) == [.delivered])
        #expect(reports.first?.detail == "250 2.0.0 taken")
        #expect(server.heard.filter { $0.hasPrefix("MAIL") } == ["MAIL FROM:<weir@example.org>"])
        #expect(server.heard.filter { $0.hasPrefix("RCPT") } == ["RCPT TO:<ops@example.org>"])
        let message = try #require(server.received.first)
        #expect(header("Subject", of: message) == "Subject: [FIRING:1] Slow (path=/a  .  RCPT TO:<x@y.z>)")
        let parts = message.components(separatedBy: "\r\n\r\n")
        let text = Data(base64Encoded: parts[1].replacingOccurrences(of: "\r\n", with: ""))
        #expect(String(decoding: text ?? Data(), as: UTF8.self).hasPrefix("firing: Slow path=/a  .  RCPT TO:<x@y.z>\n"))
    }

    @Test("a server that is busy (421, 450, 451) is tried again, with the same Message-ID")
    func busy() throws {
        let server = try MailServer([
            ("CONNECT", "421 4.3.2 too busy"), ("RCPT", "450 4.2.0 greylisted"), ("MESSAGE", "451 4.3.0 disk full"),
        ])
        let reports = try deliver(server)
        #expect(reports.map(\.outcome) == [.delayed, .delayed, .delayed, .delivered])
        #expect(
            reports.map(\.detail).prefix(3) == ["421 4.3.2 too busy", "450 4.2.0 greylisted", "451 4.3.0 disk full"])
        #expect(server.received.count == 2)
        #expect(Set(server.received.map { header("Message-ID", of: $0) }).count == 1)
        #expect(server.received[0] == server.received[1])
    }

    @Test(
        "what a server will never take (5yz) is said in its words, and not sent again",
        arguments: [
            ("RCPT", "550 5.1.1 no such user"), ("MAIL", "553 5.1.8 who are you"), ("MESSAGE", "554 5.7.1 spam"),
            ("CONNECT", "554 5.3.2 go away"),
        ])
    func refused(_ answer: (command: String, text: String)) throws {
        let server = try MailServer([(answer.command, answer.text)])
        let reports = try deliver(server)
        #expect(reports.map(\.outcome) == [.refused])
        #expect(reports.first?.detail == answer.text)
    }

    @Test("the password comes from a file that others cannot read, and goes where the server asks for it")
    func password() throws {
        try withScratchDirectory { path in
            let file = path + "/password"
            try Data("s3cret\n".utf8).write(to: URL(filePath: file))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
            let server = try MailServer(extensions: ["AUTH PLAIN"])
            let command = try NotifyCommand.parse([
                "--mail", "ops@example.org", "--smtp", server.url, "--allow-private", "--smtp-user", "me",
                "--smtp-password-file", file,
            ])
            let receiver = try #require(try command.receivers().first)
            #expect(try deliver(server, receiver).map(\.outcome) == [.delivered])
            // RFC 4616: a zero before the user, and one before the password.
            let words = Data("\0me\0s3cret".utf8).base64EncodedString()
            #expect(
                server.heard.contains("AUTH PLAIN \(words)")
                    || server.heard.contains("AUTH PLAIN") && server.heard.contains(words))
        }
    }

    @Test("a wrong password is said, and no mail goes without one")
    func wrongPassword() throws {
        let server = try MailServer([("AUTH", "535 5.7.8 who is that")], extensions: ["AUTH PLAIN"])
        let reports = try deliver(server, user: "me", password: "wrong")
        #expect(reports.map(\.outcome) == [.refused] && reports.first?.detail == "535 5.7.8 who is that")
        #expect(!server.heard.contains { $0.hasPrefix("MAIL") })
    }

    @Test(
        "a server that does not offer TLS hears neither the password nor the mail, but on one's own network if that is allowed"
    )
    func inTheClear() throws {
        let server = try MailServer(extensions: ["AUTH PLAIN"])
        let reports = try deliver(
            server, user: "me", password: "s3cret",
            permissions: Permissions(allowsPrivate: true, allowsClear: false), patience: 0)
        #expect(reports.map(\.outcome) == [.abandoned])
        #expect(!server.heard.contains { $0.hasPrefix("AUTH") || $0.hasPrefix("MAIL") })
        let other = try MailServer()
        let refused = try deliver(other, permissions: Permissions(allowsPrivate: false))
        #expect(refused.map(\.outcome) == [.refused] && other.heard.isEmpty)
    }

    @Test("a server that offers TLS and cannot do it hears nothing more")
    func brokenTLS() throws {
        let server = try MailServer([("STARTTLS", "220 go on")], extensions: ["STARTTLS", "AUTH PLAIN"])
        let reports = try deliver(server, user: "me", password: "s3cret", patience: 0)
        #expect(reports.map(\.outcome) == [.abandoned])
        #expect(!server.heard.contains { $0.hasPrefix("AUTH") || $0.hasPrefix("MAIL") })
    }

    @Test("each address is told for itself")
    func addresses() throws {
        let command = try NotifyCommand.parse(["--mail", "a@example.org", "--mail", "b@example.org"])
        #expect(try command.receivers().map(\.name) == ["mail a@example.org", "mail b@example.org"])
    }
}
