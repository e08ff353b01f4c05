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
        return plain("\(state) \(shown)\(only.isEmpty ? "" : " (\(only))")", limit: 200)
    }

    /// A paragraph for each alert.
    static func body(_ notification: Notification) -> String {
        notification.notices.map { notice in
            let labels = notice.labels.isEmpty ? "" : " " + labels(notice)
            var lines = ["\(notice.isFiring ? "firing" : "resolved"): \(notice.name)\(labels)"]
            if let summary = notice.annotation("summary") { lines.append(summary) }
            if let description = notice.annotation("description") { lines.append(description) }
            if let value = notice.value { lines.append("value \(value)") }
            lines.append(
                notice.isFiring ? "since \(notice.startsAt)" : "from \(notice.startsAt) to \(notice.endsAt ?? "?")")
            if let runbook = notice.annotation("runbook_url") { lines.append("runbook: \(runbook)") }
            return lines.map { plain($0, limit: 1000) }.joined(separator: "\n")
        }.joined(separator: "\n\n")
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
