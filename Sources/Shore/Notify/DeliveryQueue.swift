import Records

/// One message on its way to one receiver.
struct Delivery: Equatable {
    /// Idempotency key: the same for each attempt.
    let key: String
    let receiver: String
    let body: String
    let alerts: Int
    let isFiring: Bool
    /// Nanoseconds since 1970: when it was to be told.
    let since: Int64
    var attempts = 0
    /// When to try next.
    var due: Int64
}

/// Messages that have not arrived. Each is tried until its receiver says that it has it, or until it is too old.
struct DeliveryQueue {
    private(set) var waiting: [Delivery] = []
    /// Another after each change of what is kept over restarts.
    private(set) var version = 0
    /// How long a message is tried.
    let patience: Int64
    /// The least time between two messages to one receiver; 0 for none.
    let spacing: Int64
    private var last: [String: Int64] = [:]
    /// Of those that wait: receiver and key.
    private var known: Set<[String]> = []

    static let second: Int64 = 1_000_000_000
    private static let longestPause: Int64 = 300 * second

    init(patience: Int64, spacing: Int64) {
        self.patience = patience
        self.spacing = spacing
    }

    var isEmpty: Bool { waiting.isEmpty }

    mutating func add(_ delivery: Delivery) {
        guard known.insert([delivery.receiver, delivery.key]).inserted else { return }
        waiting.append(delivery)
        version += 1
    }

    /// Those to be tried now, besides what is under way already: one at a time for each receiver, so that it hears things in
    /// their order.
    mutating func ready(now: Int64, besides busy: Set<String>) -> [Delivery] {
        var found: [Delivery] = []
        var taken = busy
        for index in waiting.indices {
            let delivery = waiting[index]
            guard !taken.contains(delivery.receiver) else { continue }
            taken.insert(delivery.receiver)
            // A clock that was set back keeps nothing waiting longer than the longest pause.
            waiting[index].due = min(delivery.due, now &+ Self.longestPause)
            let free = last[delivery.receiver].map { min($0, now) &+ spacing } ?? .min
            guard waiting[index].due <= now, free <= now else { continue }
            last[delivery.receiver] = now
            waiting[index].attempts += 1
            version += 1
            found.append(waiting[index])
        }
        return found
    }

    mutating func remove(_ delivery: Delivery) {
        version += 1
        known.remove([delivery.receiver, delivery.key])
        waiting.removeAll { $0.key == delivery.key && $0.receiver == delivery.receiver }
    }

    /// An attempt failed: tries again later, each time after twice as long, give or take a quarter so that many do not
    /// come back at the same moment.
    /// - Parameters:
    ///   - least: nanoseconds that the receiver asks for.
    ///   - jitter: from 0 to 1.
    /// - Returns: false if it is too old to be tried again; it is gone then.
    mutating func postpone(_ delivery: Delivery, now: Int64, least: Int64, jitter: Double) -> Bool {
        guard let index = waiting.firstIndex(where: { $0.key == delivery.key && $0.receiver == delivery.receiver })
        else { return false }
        guard now &- delivery.since < patience else {
            remove(delivery)
            return false
        }
        waiting[index].due = now &+ max(least, Self.pause(afterAttempt: delivery.attempts, jitter: jitter))
        return true
    }

    static func pause(afterAttempt attempt: Int, jitter: Double) -> Int64 {
        let doubled = min(longestPause, second << Int64(min(max(attempt - 1, 0), 9)))
        return Int64(Double(doubled) * (0.75 + jitter * 0.5))
    }

    // MARK: Kept over restarts

    var tree: JSONTree {
        .array(
            waiting.map { delivery in
                .object([
                    .init(name: "key", value: .text(delivery.key)),
                    .init(name: "receiver", value: .text(delivery.receiver)),
                    .init(name: "body", value: .text(delivery.body)),
                    .init(name: "alerts", value: .number("\(delivery.alerts)")),
                    .init(name: "firing", value: .bool(delivery.isFiring)),
                    .init(name: "since", value: .number("\(delivery.since)")),
                    .init(name: "attempts", value: .number("\(delivery.attempts)")),
                ])
            })
    }

    /// Takes up what was kept; a new run tries at once.
    mutating func restore(_ tree: JSONTree, now: Int64) {
        for kept in tree.elements {
            guard let key = kept["key"]?.string, let receiver = kept["receiver"]?.string,
                let body = kept["body"]?.string
            else { continue }
            add(
                Delivery(
                    key: key, receiver: receiver, body: body, alerts: Int(clamping: kept["alerts"]?.integer ?? 0),
                    isFiring: kept["firing"] == .bool(true), since: kept["since"]?.integer ?? now,
                    attempts: Int(clamping: kept["attempts"]?.integer ?? 0), due: now))
        }
    }
}
