import FilterKit
import Records

/// At most so many messages in so long: times of the last ones are kept, so that no span of that length has more. A pure value.
struct RateLimit {
    struct Rule: Equatable {
        let count: Int
        /// Nanoseconds.
        let period: Int64

        /// Reads `20/1h`.
        static func parse(_ text: String) throws(Failure) -> Rule {
            let parts = text.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count == 2, let count = Int(parts[0]), (1...100_000).contains(count),
                let period = try? DurationText.parse(String(parts[1])), period > 0
            else { throw Failure(.usage, "--rate: '\(text)' is no rate; it is written 20/1h") }
            return Rule(count: count, period: period)
        }
    }

    let rule: Rule
    private(set) var sent: [Int64] = []

    init(_ rule: Rule) { self.rule = rule }

    /// How many messages may be sent now.
    mutating func room(at now: Int64) -> Int {
        // A clock that was set back keeps nothing waiting for longer than the period.
        sent = sent.map { min($0, now) }.filter { now &- $0 < rule.period }
        return max(0, rule.count - sent.count)
    }

    mutating func use(_ count: Int, at now: Int64) { sent += Array(repeating: now, count: count) }

    /// When there is room again; nil if there is.
    func next() -> Int64? { sent.count < rule.count ? nil : sent.min().map { $0 &+ rule.period } }

    // MARK: Kept over restarts

    var tree: JSONTree { .array(sent.map { .number("\($0)") }) }

    mutating func restore(_ tree: JSONTree) { sent = tree.elements.compactMap(\.integer).suffix(rule.count) }
}
