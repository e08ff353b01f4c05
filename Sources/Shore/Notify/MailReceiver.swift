import Bytes
import Records
import System
import Transfer

/// Mail (RFC 5322), through sendmail or an SMTP server.
struct MailReceiver: Receiver {
    enum Server: Equatable {
        case sendmail(String)
        case smtp(url: String, user: String?, password: String?)
    }

    let to: String
    let from: String
    let server: Server
    let permissions: Permissions
    var wording = Wording()

    /// Bytes of text in a mail.
    private static let limit = 1 << 20

    var name: String { "mail \(to)" }

    func messages(for notification: Notification, now: Int64) -> [(key: String, body: String)] {
        let subject = wording.subject(notification, to: name)
        let lines = [
            "From: \(from)", "To: \(to)", "Subject: \(Self.encodedWord(subject))",
            "Date: \(Self.date(now))", "Message-ID: <\(notification.key)@weir.invalid>",
            // RFC 3834: vacation programs do not answer; the group is one thread to a reader.
            "Auto-Submitted: auto-generated", "References: <\(AlertNotice.hash(notification.groupKey))@weir.invalid>",
            "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "",
            Self.base64(wording.body(notification, to: name, limit: Self.limit) + "\n"), "",
        ]
        return [(notification.key, lines.joined(separator: "\r\n"))]
    }

    func way(for delivery: Delivery) -> Way {
        switch server {
        case .sendmail(let program):
            // -i: a lone dot ends nothing. The addresses come from the command line, never from data.
            return .program(Subprocess(program: program, arguments: ["-i", "-f", address, "--", to], environment: []))
        case .smtp(let url, let user, let password):
            return .transfer(
                TransferRequest(
                    url: url, kind: .mail(from: address, to: [to], user: user, password: password),
                    body: Array(delivery.body.utf8), permissions: permissions, timeout: 30_000))
        }
    }

    /// `weir <weir@example.org>` without the name.
    private var address: String {
        guard let start = from.lastIndex(of: "<"), let end = from.lastIndex(of: ">"), start < end else { return from }
        return String(from[from.index(after: start)..<end])
    }

    /// RFC 2047: what is not ASCII goes in words of at most 75 characters.
    static func encodedWord(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
        var words: [String] = []
        var word = ""
        for character in text {
            if word.utf8.count + character.utf8.count > 42 {
                words.append(word)
                word = ""
            }
            word.append(character)
        }
        words.append(word)
        return words.map { "=?utf-8?B?\(encode($0))?=" }.joined(separator: "\r\n ")
    }

    /// In lines of 76 characters (RFC 2045).
    static func base64(_ text: String) -> String {
        let digits = Array(encode(text).utf8)
        return stride(from: 0, to: digits.count, by: 76).map {
            String(decoding: digits[$0..<min($0 + 76, digits.count)], as: UTF8.self)
        }
        .joined(separator: "\r\n")
    }

    private static func encode(_ text: String) -> String {
        var buffer = ByteBuffer(capacity: text.utf8.count * 3)
        buffer.append(text)
        let whole = Slice(start: 0, count: buffer.count)
        buffer.appendBase64(of: whole)
        return buffer.text(Slice(from: whole.end, to: buffer.count))
    }

    /// `24 Nov 2026 10:00:00 +0000`
    static func date(_ now: Int64) -> String {
        let text = Timestamp(nanoseconds: now, digits: 0).text
        let parts = text.split { !$0.isNumber }
        guard parts.count >= 6, let month = Int(parts[1]), (1...12).contains(month) else { return text }
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return "\(parts[2]) \(names[month - 1]) \(parts[0]) \(parts[3]):\(parts[4]):\(parts[5]) +0000"
    }
}
