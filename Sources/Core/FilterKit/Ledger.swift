import Bytes
import System

/// Why a record or line went no further. The words stand in ledgers and rejects; scripts rely on them.
package enum DropReason: String, CaseIterable, Sendable {
    case filtered
    case blank
    case late
    case duplicate
    case sampled
    case throttled
    case noMatch = "no-match"
    case tooLong = "too-long"
    case badJSON = "bad-json"
    case badTime = "bad-time"
    case badType = "bad-type"
    case badRow = "bad-row"
    case cutShort = "cut-short"
    case forgedControl = "forged-control"
    case matchLimit = "match-limit"
    /// It could not be looked through for what is to be hidden, and so must not be shown to anybody.
    case notRedacted = "not-redacted"

    /// Data that weir could not take, as against data that was told to go.
    package var isReject: Bool {
        switch self {
        case .filtered, .blank, .late, .duplicate, .sampled, .throttled, .notRedacted: false
        default: true
        }
    }
}

/// What went in and where it went: in = passed + absorbed + dropped, out = passed + created. Every filter keeps one.
package struct Ledger: Sendable {
    package var taken = 0
    package var passed = 0
    package var absorbed = 0
    package var created = 0
    package private(set) var dropped: [DropReason: Int] = [:]
    /// What was hidden in records, by kind.
    package var redacted: [String: Int] = [:]
    /// Of rejects that are about a field, how many each has. Formats say which fields there can be; beyond 64 only the
    /// reason is counted.
    private var fields: [FieldReason: Int] = [:]

    private struct FieldReason: Hashable {
        let reason: DropReason
        let field: String
    }
    /// The reader of the output left before the end, so less was written than was made.
    package var closedEarly = false

    package init() {}

    package mutating func drop(_ reason: DropReason) { dropped[reason, default: 0] += 1 }

    package mutating func drop(_ reason: DropReason, _ detail: RejectDetail?) {
        drop(reason)
        guard case .field(let field) = detail else { return }
        let key = FieldReason(reason: reason, field: field)
        if fields[key] != nil || fields.count < 64 { fields[key, default: 0] += 1 }
    }

    /// ` (status 2, bytes 1)`, or ` (status)` for one alone: the fields that a reason is about, the most frequent first;
    /// empty where it is about none.
    func fields(of reason: DropReason) -> String {
        let counts = fields.filter { $0.key.reason == reason }
            .sorted { ($0.value, $1.key.field) > ($1.value, $0.key.field) }
        guard let first = counts.first else { return "" }
        if first.value == dropped[reason] { return " (\(first.key.field))" }
        let shown = counts.prefix(4).map { "\($0.key.field) \($0.value)" } + (counts.count > 4 ? ["…"] : [])
        return " (\(shown.joined(separator: ", ")))"
    }

    /// `bad-type:status`, in the order of the reasons.
    private var fieldCounts: [(name: String, count: Int)] {
        DropReason.allCases.flatMap { reason in
            fields.filter { $0.key.reason == reason }.sorted { $0.key.field < $1.key.field }
                .map { ("\(reason.rawValue):\($0.key.field)", $0.value) }
        }
    }

    /// Adds what `other` has counted since it stood at `earlier`.
    package mutating func add(_ other: Ledger, since earlier: Ledger) {
        taken += other.taken - earlier.taken
        passed += other.passed - earlier.passed
        absorbed += other.absorbed - earlier.absorbed
        created += other.created - earlier.created
        for (reason, count) in other.dropped { dropped[reason, default: 0] += count - (earlier.dropped[reason] ?? 0) }
    }

    /// Lines that were not blank; of a speculative run, whose rejects do not count.
    var understood: Int { taken - (dropped[.blank] ?? 0) }

    package var droppedInAll: Int { dropped.values.reduce(0, +) }
    package var rejected: Int { dropped.reduce(0) { $0 + ($1.key.isReject ? $1.value : 0) } }
    package var out: Int { passed + created }
    package var balances: Bool { taken == passed + absorbed + droppedInAll }

    /// The ledger's line. Pipes are named by inode, so that a reader can follow stage to stage.
    package func line(stage: String, status: Int32, input: String?, output: String?) -> [UInt8] {
        var text = ByteBuffer(capacity: 512)
        text.append("{\"stage\":\"")
        text.append(escaping: stage)
        text.append("\"")
        func member(_ name: String, _ value: Int) { text.append(",\"\(name)\":\(value)") }
        member("in", taken)
        member("passed", passed)
        member("absorbed", absorbed)
        member("created", created)
        member("out", out)
        text.append(",\"dropped\":{")
        var isFirst = true
        for reason in DropReason.allCases {
            guard let count = dropped[reason] else { continue }
            text.append("\(isFirst ? "" : ",")\"\(reason.rawValue)\":\(count)")
            isFirst = false
        }
        text.append("}")
        for (index, (name, count)) in fieldCounts.enumerated() {
            text.append(index == 0 ? ",\"dropped_by_field\":{\"" : ",\"")
            text.append(escaping: name)
            text.append("\":\(count)")
        }
        if !fields.isEmpty { text.append("}") }
        for (index, (name, count)) in redacted.sorted(by: { $0.key < $1.key }).enumerated() {
            text.append(index == 0 ? ",\"redacted\":{\"" : ",\"")
            text.append(escaping: name)
            text.append("\":\(count)")
        }
        if !redacted.isEmpty { text.append("}") }
        if closedEarly { text.append(",\"closed_early\":true") }
        if let input { text.append(",\"input\":\"\(input)\"") }
        if let output { text.append(",\"output\":\"\(output)\"") }
        member("status", Int(status))
        text.append("}\n")
        return text.contents
    }
}
