import Bytes
import Metrics
import Records
import Templates

/// Which templates the messages of a log are made from (Drain), how often each came, and at which level.
final class MessageTemplates {
    private let tree = TemplateTree()
    private let message: FieldName
    private let level: FieldName
    private let detector: SensitiveData
    private var levels: [(hash: UInt64, name: String)] = []
    /// Of each template, by level; the last place is for records without one.
    private var counts: [[Int]] = []
    private(set) var total = 0

    /// Levels beyond these count as none: a field of that name with more values is something else.
    private static let mostLevels = 8
    /// A message is not looked at any further.
    private static let longest = 4096

    init(_ detector: SensitiveData, _ record: inout Record) {
        self.detector = detector
        message = record.name("message")
        level = record.name("level")
    }

    func observe(_ record: inout Record) {
        guard let text = record.textInput(of: message),
            let found = tree.learn(record.store.buffer, text.prefix(Self.longest))
        else { return }
        total += 1
        while counts.count <= found.template { counts.append(Array(repeating: 0, count: Self.mostLevels + 1)) }
        counts[found.template][place(record)] += 1
    }

    private func place(_ record: borrowing Record) -> Int {
        guard let position = record.position(of: level), record[position].kind.isText else { return Self.mostLevels }
        let hash = record.store.buffer.withSpan(record[position].value) { SeriesHash.hash($0) }
        if let known = levels.firstIndex(where: { $0.hash == hash }) { return known }
        guard levels.count < Self.mostLevels else { return Self.mostLevels }
        levels.append((hash, record.store.text(record[position].value)))
        return levels.count - 1
    }

    /// The templates, the most frequent first. Those that have become the same in the course of learning are one.
    var ranked: [MessageTemplate] {
        var places: [String: Int] = [:]
        var texts: [String] = []
        var sums: [[Int]] = []
        for number in counts.indices where counts[number].contains(where: { $0 > 0 }) {
            var text = ""
            tree.text(of: number) { buffer, slice, hasEscapes in
                let inside = buffer.copy(slice)
                text =
                    hasEscapes
                    ? (try? JSONTree(parsing: [0x22] + inside + [0x22]))?.string ?? ""
                    : String(decoding: inside, as: UTF8.self)
            }
            if let place = places[text] {
                for index in sums[place].indices { sums[place][index] += counts[number][index] }
            } else {
                places[text] = texts.count
                texts.append(text)
                sums.append(counts[number])
            }
        }
        return zip(texts, sums).map { text, sums in
            let most = levels.indices.max { sums[$0] < sums[$1] }
            return MessageTemplate(
                text: detector.masked(text).map { ShownText.shown($0, detector) }, count: sums.reduce(0, +),
                level: most.flatMap { sums[$0] > 0 ? levels[$0].name : nil })
        }
        .sorted { ($0.count, $1.text ?? "") > ($1.count, $0.text ?? "") }
    }
}

/// A template of messages as it is told.
struct MessageTemplate {
    /// With `<*>` for what varies, and `<email>` and the like for what is personal; nil where a secret is in it.
    let text: String?
    let count: Int
    /// That most of its messages have.
    let level: String?

    /// What is told where there is a secret in it.
    static let hidden = "(not shown: it seems to have a secret in it)"

    var shown: String { text ?? Self.hidden }

    /// The graver, the more.
    var severity: Int { ["info", "warn", "error", "fatal"].firstIndex(of: level ?? "") ?? 0 }
}

extension [MessageTemplate] {
    /// What a person reads first.
    var top: ArraySlice<MessageTemplate> { prefix(10) }

    /// Those of failures, the most frequent first.
    var failures: [MessageTemplate] { Array(filter { $0.severity >= 2 }.prefix(5)) }

    /// Those that came least often, the gravest first: what is new, or out of the ordinary. None where a log is so short that
    /// all of it is.
    var rare: [MessageTemplate] {
        let total = reduce(0) { $0 + $1.count }
        guard total >= 200 else { return [] }
        return Array(
            filter { $0.count <= Swift.max(1, total / 2000) }
                .sorted { ($1.severity, $0.count, $0.shown) < ($0.severity, $1.count, $1.shown) }.prefix(5))
    }
}
