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
    /// Of how many messages this is the one, since there were too many; 0 of one as any other.
    var heldBack = 0

    var isFiring: Bool { notices.contains(where: \.isFiring) }
    var groupKey: String { "{}:{" + group.map { "\($0.name)=\"\($0.value)\"" }.joined(separator: ", ") + "}" }

    /// The same for each attempt to tell it, another for everything else that is told.
    var key: String { AlertNotice.hash("\(groupKey)\n\(repeats)\n" + notices.map(\.key).joined(separator: "\n")) }

    static func == (one: Self, other: Self) -> Bool { one.key == other.key }
}

/// Alerts that are to be told, and those that were and still fire. A pure value: time is an argument.
struct AlertGroups {
    let rules: GroupRules
    /// By the values of the labels.
    private var groups: [[String]: Group] = [:]
    private var created = 0
    /// Nothing is due before, unless the clock is set back.
    private var nextDue = Int64.max
    private var lastLook = Int64.min
    /// Alerts that were over before they were told, so that nobody was told of them.
    private(set) var unsaid = 0
    /// Another after each change.
    private(set) var version = 0

    private struct Group {
        /// Groups, and alerts in a group, are told in the order in which they came.
        let number: Int
        let labels: [(name: String, value: String)]
        /// By their fingerprints.
        var notices: [String: (number: Int, notice: AlertNotice)] = [:]
        var taken = 0
        /// Since the group was told of last.
        var hasNews = false
        var due: Int64
        var told: Int64?
        var repeats = 0
        /// Fingerprints of alerts that somebody was told of as firing.
        var known: Set<String> = []

        init(number: Int, labels: [(name: String, value: String)], due: Int64) {
            self.number = number
            self.labels = labels
            self.due = due
        }

        var inOrder: [AlertNotice] { notices.values.sorted { $0.number < $1.number }.map(\.notice) }

        mutating func put(_ notice: AlertNotice) {
            let number = notices[notice.fingerprint]?.number ?? taken
            if number == taken { taken += 1 }
            notices[notice.fingerprint] = (number, notice)
        }
    }

    init(_ rules: GroupRules) { self.rules = rules }

    var isEmpty: Bool { groups.isEmpty }

    /// Takes what weir-alert says; saying it again changes nothing.
    mutating func take(_ notice: AlertNotice, now: Int64) {
        lastLook = max(lastLook, now)
        let key = rules.labels.map(notice.label)
        // What is over before it was told needs no telling.
        guard notice.isFiring || groups[key] != nil else { return }
        if groups[key]?.notices[notice.fingerprint]?.notice.key == notice.key { return }
        version += 1
        // Taken out, so that it is changed and not copied.
        var group = groups.removeValue(forKey: key) ?? makeGroup(key, due: adding(rules.wait, to: now))
        if notice.isFiring || group.known.contains(notice.fingerprint) {
            group.put(notice)
            group.hasNews = true
            if let told = group.told { group.due = max(now, adding(rules.interval, to: told)) }
        } else {
            if group.notices.removeValue(forKey: notice.fingerprint) != nil { unsaid += 1 }
        }
        if !group.notices.isEmpty { groups[key] = group }
        nextDue = min(nextDue, group.due)
    }

    private mutating func makeGroup(_ key: [String], due: Int64) -> Group {
        created += 1
        return Group(number: created, labels: Array(zip(rules.labels, key)), due: due)
    }

    /// What is to be told now.
    /// - Parameters:
    ///   - all: nothing waits any longer, since nothing more will come.
    ///   - room: messages that may be sent; what is due beyond is told in the last of them, or waits if there is no room.
    mutating func take(due now: Int64, all: Bool = false, room: Int = .max) -> [Notification] {
        guard room > 0, all || nextDue <= now || now < lastLook else { return [] }
        lastLook = now
        // A clock that was set back must not keep anything waiting longer than the rules say.
        let longest = adding(max(rules.wait, max(rules.interval, rules.repetition)), to: now)
        var due: [(key: [String], number: Int)] = []
        nextDue = .max
        for (key, group) in groups {
            if group.due > longest { groups[key]?.due = longest }
            if group.due <= now || all && group.hasNews {
                due.append((key, group.number))
            } else {
                nextDue = min(nextDue, group.due, longest)
            }
        }
        guard !due.isEmpty else { return [] }
        due.sort { $0.number < $1.number }
        version += 1
        var told = due.compactMap { tell($0.key, now) }
        if told.count > room {
            let rest = told[(room - 1)...]
            let summary = Notification(
                group: [], notices: rest.flatMap(\.notices), repeats: rest.reduce(0) { $0 + $1.repeats },
                heldBack: rest.count)
            told = told.prefix(room - 1) + [summary]
        }
        return told
    }

    private mutating func tell(_ key: [String], _ now: Int64) -> Notification? {
        guard var group = groups[key] else { return nil }
        group.repeats = group.hasNews ? 0 : group.repeats + 1
        let notification = Notification(group: group.labels, notices: group.inOrder, repeats: group.repeats)
        group.notices = group.notices.filter { $0.value.notice.isFiring }
        group.known = Set(group.notices.keys)
        group.hasNews = false
        group.told = now
        group.due = adding(rules.repetition, to: now)
        nextDue = min(nextDue, group.due)
        groups[key] = group.notices.isEmpty ? nil : group
        return notification
    }

    /// How many groups are due and wait for room.
    func waiting(at now: Int64) -> Int { groups.values.count { $0.due <= now } }

    func isWaiting(at now: Int64) -> Bool { nextDue <= now }

    private func adding(_ interval: Int64, to time: Int64) -> Int64 {
        let (sum, overflow) = time.addingReportingOverflow(interval)
        return overflow ? .max : sum
    }

    // MARK: Kept over restarts

    var tree: JSONTree {
        .array(
            groups.values.sorted { $0.number < $1.number }.map { group in
                .object([
                    .init(name: "alerts", value: .array(group.inOrder.map(\.source))),
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
                let key = rules.labels.map(notice.label)
                var group: Group
                if let there = groups[key] {
                    group = there
                } else {
                    group = makeGroup(key, due: kept["due"]?.integer ?? now)
                    group.told = kept["told"]?.integer
                    group.repeats = Int(clamping: kept["repeats"]?.integer ?? 0)
                }
                group.put(notice)
                group.hasNews = group.hasNews || kept["news"] == .bool(true)
                if known.contains(notice.fingerprint) { group.known.insert(notice.fingerprint) }
                groups[key] = group
                nextDue = min(nextDue, group.due)
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
