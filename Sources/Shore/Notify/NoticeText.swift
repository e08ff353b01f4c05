import Records

/// A notification in words, for those who read it on a small screen. What comes from data is plain text without control characters.
enum NoticeText {
    /// `[FIRING:2] SlowPath (path=/cart)`
    static func subject(_ notification: Notification) -> String {
        let firing = notification.notices.filter(\.isFiring).count
        let state = firing > 0 ? "[FIRING:\(firing)]" : "[RESOLVED]"
        let names = Set(notification.notices.map(\.name)).sorted()
        let shown = names.prefix(3).joined(separator: ", ") + (names.count > 3 ? ", …" : "")
        let only = notification.notices.count == 1 ? notification.notices.first.map { labels($0) } ?? "" : ""
        let held = notification.heldBack > 0 ? " (\(notification.heldBack) messages in one)" : ""
        return plain("\(state) \(shown)\(only.isEmpty ? "" : " (\(only))")\(held)", limit: 200)
    }

    /// Alerts that are written out; more are counted.
    private static let most = 50

    /// A paragraph for each alert.
    static func body(_ notification: Notification) -> String {
        var paragraphs = notification.notices.prefix(most).map(paragraph)
        if notification.heldBack > 0 {
            paragraphs.insert("\(notification.heldBack) messages in one: there were more than --rate allows.", at: 0)
        }
        let rest = notification.notices.dropFirst(most)
        if !rest.isEmpty {
            let counts = Dictionary(grouping: rest, by: \.name).sorted { $0.key < $1.key }
            let named = counts.prefix(20).map { "\($0.value.count) \($0.key)" }.joined(separator: ", ")
            paragraphs.append(plain("and \(rest.count) more: \(named)", limit: 1000))
        }
        return paragraphs.joined(separator: "\n\n")
    }

    private static func paragraph(_ notice: AlertNotice) -> String {
        let labels = notice.labels.isEmpty ? "" : " " + labels(notice)
        var lines = ["\(notice.isFiring ? "firing" : "resolved"): \(notice.name)\(labels)"]
        if let summary = notice.annotation("summary") { lines.append(summary) }
        if let description = notice.annotation("description") { lines.append(description) }
        if let value = notice.value { lines.append("value \(value)") }
        lines.append(
            notice.isFiring ? "since \(notice.startsAt)" : "from \(notice.startsAt) to \(notice.endsAt ?? "?")")
        if let runbook = notice.annotation("runbook_url") { lines.append("runbook: \(runbook)") }
        return lines.map { plain($0, limit: 1000) }.joined(separator: "\n")
    }

    /// What a receiver takes of it.
    static func cut(_ text: String, to bytes: Int) -> String {
        guard text.utf8.count > bytes else { return text }
        var kept = ""
        var room = bytes - 4
        for character in text {
            room -= character.utf8.count
            if room < 0 { break }
            kept.append(character)
        }
        return kept + "\n…"
    }

    static func labels(_ notice: AlertNotice) -> String {
        notice.labels.map { "\($0.name)=\($0.value)" }.joined(separator: ", ")
    }

    /// One line: control characters, and those that turn the direction of writing, become spaces.
    static func plain(_ text: String, limit: Int) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(limit) {
            let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            let turns =
                (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
                || [0x200E, 0x200F, 0x2028, 0x2029].contains(scalar.value)
            scalars.append(isControl || turns ? " " : scalar)
        }
        return String(scalars)
    }
}
