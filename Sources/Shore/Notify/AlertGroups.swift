import Records

/// When alerts are told together, and how often: Alertmanager's `group_by`, `group_wait`, `group_interval`, `repeat_interval`.
/// Durations in nanoseconds.
struct GroupRules: Equatable {
    let labels: [String]
    let wait: Int64
    let interval: Int64
    let repetition: Int64
}

/// What is told at once: a group's alerts as they are now.
struct Notification: Equatable {
    /// The labels by which they were grouped.
    let group: [(name: String, value: String)]
    let notices: [AlertNotice]
    /// Told again of the same.
    let repeats: Int

    var isFiring: Bool { notices.contains(where: \.isFiring) }
    var groupKey: String { "{}:{" + group.map { "\($0.name)=\"\($0.value)\"" }.joined(separator: ", ") + "}" }

    /// The same for each attempt to tell it, another for everything else that is told.
    var key: String { AlertNotice.hash("\(groupKey)\n\(repeats)\n" + notices.map(\.key).joined(separator: "\n")) }

    static func == (one: Self, other: Self) -> Bool { one.key == other.key }
}

/// Alerts that are to be told, and those that were and still fire. A pure value: time is an argument.
struct AlertGroups {
    let rules: GroupRules
    private(set) var groups: [Group] = []

    struct Group {
        let labels: [(name: String, value: String)]
        /// In the order in which they came.
        var notices: [AlertNotice] = []
        /// Since the group was told of last.
        var hasNews = false
        var due: Int64
        var told: Int64?
        var repeats = 0
        /// Fingerprints of alerts that somebody was told of as firing.
        var known: Set<String> = []
    }

    init(_ rules: GroupRules) { self.rules = rules }

    /// Takes what weir-alert says; saying it again changes nothing.
    mutating func take(_ notice: AlertNotice, now: Int64) {
        let labels = rules.labels.map { ($0, notice.label($0)) }
        var place = groups.firstIndex { $0.labels.elementsEqual(labels, by: ==) }
        if place == nil {
            // What is over before it was told needs no telling.
            guard notice.isFiring else { return }
            groups.append(Group(labels: labels, due: adding(rules.wait, to: now)))
            place = groups.count - 1
        }
        guard let place else { return }
        let index = groups[place].notices.firstIndex { $0.fingerprint == notice.fingerprint }
        if let index, groups[place].notices[index].key == notice.key { return }
        guard notice.isFiring || groups[place].known.contains(notice.fingerprint) else {
            if let index { groups[place].notices.remove(at: index) }
            if groups[place].notices.isEmpty { groups.remove(at: place) }
            return
        }
        if let index { groups[place].notices[index] = notice } else { groups[place].notices.append(notice) }
        groups[place].hasNews = true
        if let told = groups[place].told { groups[place].due = max(now, adding(rules.interval, to: told)) }
    }

    /// What is to be told now.
    /// - Parameter all: nothing waits any longer, since nothing more will come.
    mutating func take(due now: Int64, all: Bool = false) -> [Notification] {
        var notifications: [Notification] = []
        for place in groups.indices {
            // A clock that was set back must not keep anything waiting longer than the rules say.
            let longest = adding(max(rules.wait, max(rules.interval, rules.repetition)), to: now)
            groups[place].due = min(groups[place].due, longest)
            let isDue = groups[place].due <= now
            guard groups[place].hasNews ? isDue || all : isDue else { continue }
            groups[place].repeats = groups[place].hasNews ? 0 : groups[place].repeats + 1
            let group = groups[place]
            notifications.append(Notification(group: group.labels, notices: group.notices, repeats: group.repeats))
            groups[place].notices.removeAll { !$0.isFiring }
            groups[place].known = Set(groups[place].notices.map(\.fingerprint))
            groups[place].hasNews = false
            groups[place].told = now
            groups[place].due = adding(rules.repetition, to: now)
        }
        groups.removeAll { $0.notices.isEmpty }
        return notifications
    }

    private func adding(_ interval: Int64, to time: Int64) -> Int64 {
        let (sum, overflow) = time.addingReportingOverflow(interval)
        return overflow ? .max : sum
    }

    // MARK: Kept over restarts

    var tree: JSONTree {
        .array(
            groups.map { group in
                .object([
                    .init(name: "alerts", value: .array(group.notices.map(\.source))),
                    .init(name: "known", value: .array(group.known.sorted().map(JSONTree.text))),
                    .init(name: "news", value: .bool(group.hasNews)),
                    .init(name: "due", value: .number("\(group.due)")),
                    .init(name: "told", value: group.told.map { .number("\($0)") } ?? .null),
                    .init(name: "repeats", value: .number("\(group.repeats)")),
                ])
            })
    }

    /// Takes up what was kept; the labels to group by may be others now.
    mutating func restore(_ tree: JSONTree, now: Int64) {
        for kept in tree.elements {
            let known = Set((kept["known"]?.elements ?? []).compactMap(\.string))
            for source in kept["alerts"]?.elements ?? [] {
                guard let notice = try? AlertNotice(source) else { continue }
                let labels = rules.labels.map { ($0, notice.label($0)) }
                let place = groups.firstIndex { $0.labels.elementsEqual(labels, by: ==) } ?? groups.count
                if place == groups.count {
                    var group = Group(labels: labels, due: kept["due"]?.integer ?? now)
                    group.told = kept["told"]?.integer
                    group.repeats = Int(clamping: kept["repeats"]?.integer ?? 0)
                    groups.append(group)
                }
                groups[place].notices.append(notice)
                groups[place].hasNews = groups[place].hasNews || kept["news"] == .bool(true)
                if known.contains(notice.fingerprint) { groups[place].known.insert(notice.fingerprint) }
            }
        }
    }
}

extension JSONTree {
    var integer: Int64? {
        guard case .number(let text) = self else { return nil }
        return Int64(text)
    }
}
