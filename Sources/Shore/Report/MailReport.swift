import FilterKit
import Foundation
import Records

/// A report as a message to be given to sendmail: the text, and the page for those who show one (RFC 2046, multipart/alternative).
struct MailReport {
    let report: Report
    let zone: TimeZoneRules

    var text: String {
        let plain = TextReport(report: report, zone: zone).text
        let page = HTMLPage(report: report, zone: zone).html
        // The parts are base64, in which no line begins with hyphens: any word will do.
        let boundary = "=_weir-report"
        return [
            "Subject: \(Self.word(report.title))", "MIME-Version: 1.0",
            "Content-Type: multipart/alternative; boundary=\"\(boundary)\"", "",
            "--\(boundary)", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "",
            Self.base64(plain), "--\(boundary)", "Content-Type: text/html; charset=utf-8",
            "Content-Transfer-Encoding: base64", "", Self.base64(page), "--\(boundary)--", "",
        ].joined(separator: "\r\n")
    }

    /// RFC 2047, in words of at most 75 characters; a line end in a title cannot add a header.
    private static func word(_ text: String) -> String {
        var words: [String] = []
        var rest = TerminalText.harmless(text)[...]
        while !rest.isEmpty {
            var part = ""
            while let next = rest.first, part.utf8.count + String(next).utf8.count <= 42 || part.isEmpty {
                part.append(next)
                rest.removeFirst()
            }
            words.append("=?utf-8?B?\(Data(part.utf8).base64EncodedString())?=")
        }
        return words.joined(separator: "\r\n ")
    }

    private static func base64(_ text: String) -> String {
        Data(text.utf8).base64EncodedString(options: [.lineLength76Characters])
    }
}
