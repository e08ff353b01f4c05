import Bytes
import Metrics
import Records

/// One alert, as weir-alert writes it.
struct AlertNotice: Equatable {
    typealias Pair = (name: String, value: String)

    let name: String
    let isFiring: Bool
    /// In the order of their names.
    let labels: [Pair]
    let annotations: [Pair]
    let value: String?
    /// RFC 3339.
    let startsAt: String
    let endsAt: String?
    /// The same for all that is said of one rule and series.
    let fingerprint: String
    /// The alert as it came.
    let source: JSONTree

    struct Flaw: Error { let message: String }

    init(_ source: JSONTree) throws(Flaw) {
        guard let name = source["alert"]?.string else {
            throw Flaw(message: "the record has no alert; weir-notify takes weir-alert's output")
        }
        switch source["state"]?.string {
        case "firing": isFiring = true
        case "resolved": isFiring = false
        default: throw Flaw(message: "the alert's state is neither firing nor resolved")
        }
        guard let startsAt = source["starts_at"]?.string else { throw Flaw(message: "the alert has no starts_at") }
        self.name = name
        self.startsAt = startsAt
        self.source = source
        labels = Self.pairs(source["labels"])
        annotations = Self.pairs(source["annotations"])
        value = source["value"].flatMap { $0 == .null ? nil : Self.text($0) }
        endsAt = source["ends_at"]?.string
        fingerprint =
            source["fingerprint"]?.string ?? Self.hash(name + labels.map { "\n\($0.name)\t\($0.value)" }.joined())
    }

    /// Names this state of the alert, so that who hears it twice can tell.
    var key: String { "\(fingerprint) \(startsAt) \(isFiring ? "firing" : "resolved")" }

    /// The value of a label; the rule's name is one of them, as in Prometheus.
    func label(_ name: String) -> String {
        name == "alertname" ? self.name : labels.first { $0.name == name }?.value ?? ""
    }

    func annotation(_ name: String) -> String? { annotations.first { $0.name == name }?.value }

    static func == (one: Self, other: Self) -> Bool { one.source == other.source }

    private static func pairs(_ tree: JSONTree?) -> [Pair] {
        (tree?.members ?? []).map { ($0.name, text($0.value)) }.sorted { $0.0 < $1.0 }
    }

    private static func text(_ tree: JSONTree) -> String { tree.string ?? tree.json }

    /// What all of them have alike.
    static func common(_ all: [[Pair]]) -> [Pair] {
        guard let first = all.first else { return [] }
        return first.filter { pair in all.allSatisfy { $0.contains { $0 == pair } } }
    }

    /// 16 hexadecimal digits.
    static func hash(_ text: String) -> String {
        let digits = String(SeriesHash.hash(RawSpan(_elements: Array(text.utf8).span)), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
