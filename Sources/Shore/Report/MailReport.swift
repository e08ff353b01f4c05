import FilterKit
import Foundation
import Records

/// A report as a message to be given to sendmail: the text, and for those who show one a page with its pictures in the message
/// (RFC 2046, multipart/alternative; RFC 2387, multipart/related; RFC 2392, cid).
struct MailReport {
    let report: Report
    let zone: TimeZoneRules

    var text: String {
        let plain = TextReport(report: report, zone: zone).text
        let page = MailPage(report: report, zone: zone).html
        // The parts are base64, in which no line begins with hyphens: any words will do.
        let (outer, inner) = ("=_weir-report", "=_weir-page")
        var lines = [
            "Subject: \(Self.word(report.title))", "MIME-Version: 1.0",
            "Content-Type: multipart/alternative; boundary=\"\(outer)\"", "",
            "--\(outer)", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "",
            Self.base64(Data(plain.utf8)),
            "--\(outer)", "Content-Type: multipart/related; type=\"text/html\"; boundary=\"\(inner)\"", "",
            "--\(inner)", "Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: base64", "",
            Self.base64(Data(page.utf8)),
        ]
        for (index, chart) in report.charts.enumerated() {
            lines += [
                "--\(inner)", "Content-Type: image/png", "Content-ID: <\(MailPage.name(ofChart: index))>",
                "Content-Disposition: inline; filename=\"chart\(index + 1).png\"", "Content-Transfer-Encoding: base64",
                "", Self.base64(Data(ChartPicture(chart: chart, report: report).png)),
            ]
        }
        return (lines + ["--\(inner)--", "--\(outer)--", ""]).joined(separator: "\r\n")
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

    private static func base64(_ data: Data) -> String {
        data.base64EncodedString(options: [.lineLength76Characters])
    }
}
