import Bytes
import FilterKit
import System
import TextTemplates

/// Words of one's own for what people read, in the manner of Alertmanager's templates
/// (https://prometheus.io/docs/alerting/latest/notifications/): the text of a message, and with `define "subject"` what stands above it.
struct NoticeTemplate {
    private let template: Template

    private static let limit = 1 << 20
    private static let subjectName = "subject"

    static let vocabulary = TemplateVocabulary(
        .object([
            ("Status", .scalar), ("Receiver", .scalar), ("GroupLabels", .map), ("CommonLabels", .map),
            ("CommonAnnotations", .map), ("ExternalURL", .scalar), ("HeldBack", .scalar),
            (
                "Alerts",
                .list(
                    .object([
                        ("Status", .scalar), ("Labels", .map), ("Annotations", .map), ("Value", .scalar),
                        ("StartsAt", .scalar), ("EndsAt", .scalar), ("Fingerprint", .scalar),
                    ]), views: ["Firing", "Resolved"])
            ),
        ]), definitions: [subjectName])

    init(_ text: String) throws(Template.Failure) { template = try Template(text, Self.vocabulary) }

    init(reading path: String) throws(Failure) {
        let bytes: [UInt8]
        do throws(SystemError) {
            let file = try Descriptor.open(reading: path)
            defer { file.close() }
            bytes = try FileContents.read(file, limit: Self.limit)
        } catch {
            throw Failure(.noInput, "--template: \(error)")
        }
        do throws(Template.Failure) {
            try self.init(String(decoding: bytes, as: UTF8.self))
        } catch {
            throw Self.failure(error, path, bytes)
        }
    }

    /// `message.tmpl:3:14`, the line, and carets under the place.
    private static func failure(_ error: Template.Failure, _ path: String, _ bytes: [UInt8]) -> Failure {
        let before = bytes.prefix(error.range.lowerBound)
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        let column = String(decoding: bytes[start..<error.range.lowerBound], as: UTF8.self).count
        let line = before.count { $0 == 0x0A } + 1
        let length = max(1, min(error.range.upperBound, end) - error.range.lowerBound)
        return Failure(
            .badConfiguration, error.message, at: "\(path):\(line):\(column + 1)",
            place: [
                String(decoding: bytes[start..<end], as: UTF8.self),
                String(repeating: " ", count: column) + String(repeating: "^", count: length),
            ])
    }

    /// - Parameter escape: makes a text from an alert inert where it is to be read.
    func body(_ notification: Notification, to receiver: String, _ escape: (String) -> String) -> String {
        template.expand(Self.root(notification, receiver, escape))
    }

    /// Nil where the template does not define it.
    func subject(_ notification: Notification, to receiver: String, _ escape: (String) -> String) -> String? {
        template.expand(definition: Self.subjectName, Self.root(notification, receiver, escape))
            .map { NoticeText.plain($0.split(whereSeparator: \.isWhitespace).joined(separator: " "), limit: 200) }
    }

    private static func root(
        _ notification: Notification, _ receiver: String, _ escape: (String) -> String
    ) -> TemplateValue {
        func text(_ text: String) -> TemplateValue { .text(escape(NoticeText.plain(text, limit: 1000))) }
        func texts(_ pairs: [AlertNotice.Pair]) -> TemplateValue {
            .object(pairs.map { .init($0.name, text($0.value)) })
        }
        let alerts = notification.notices.map { notice -> TemplateValue in
            let value = notice.value ?? ""
            return .object([
                .init("Status", .text(notice.isFiring ? "firing" : "resolved")),
                .init("Labels", texts([("alertname", notice.name)] + notice.labels)),
                .init("Annotations", texts(notice.annotations)),
                .init("Value", Double(value).map { .number($0, value) } ?? text(value)),
                .init("StartsAt", text(notice.startsAt)), .init("EndsAt", text(notice.endsAt ?? "")),
                .init("Fingerprint", text(notice.fingerprint)),
            ])
        }
        let labels = notification.notices.map { [("alertname", $0.name)] + $0.labels }
        return .object([
            .init("Status", .text(notification.isFiring ? "firing" : "resolved")),
            .init("Receiver", text(receiver)), .init("GroupLabels", texts(notification.group)),
            .init("CommonLabels", texts(AlertNotice.common(labels))),
            .init("CommonAnnotations", texts(AlertNotice.common(notification.notices.map(\.annotations)))),
            .init("ExternalURL", .text("")),
            .init("HeldBack", .number(Double(notification.heldBack), "\(notification.heldBack)")),
            .init("Alerts", .list(alerts)),
        ])
    }
}

/// What people read of a notification, in weir's words or in one's own.
struct Wording {
    var template: NoticeTemplate?

    func subject(_ notification: Notification, to receiver: String, _ escape: (String) -> String = { $0 }) -> String {
        template?.subject(notification, to: receiver, escape) ?? escape(NoticeText.subject(notification))
    }

    /// - Parameter limit: bytes that the receiver takes.
    func body(
        _ notification: Notification, to receiver: String, limit: Int, _ escape: (String) -> String = { $0 }
    ) -> String {
        let text = template?.body(notification, to: receiver, escape) ?? escape(NoticeText.body(notification))
        return NoticeText.cut(text, to: limit)
    }
}
