import Bytes
import Records

/// CEF and LEEF: a header of seven or five parts with `|` between them, then pairs. The format's patterns find the event
/// in the line, behind what transported it, and name it `event`.
final class SecurityEventParser: FieldSource {
    private let patterns: PatternParser
    private let isCEF: Bool
    private let meaning: FieldMeaning
    private let event: FieldName
    /// Names of the header's parts, from the vendor on.
    private let parts: [FieldName]
    private let level: FieldName

    init(_ format: LogFormat, _ patterns: PatternParser, _ meaning: FieldMeaning, _ record: inout Record) {
        self.patterns = patterns
        self.meaning = meaning
        isCEF = format.kind == .cef
        event = record.name("event")
        level = record.name("level")
        var names = ["vendor", "product", "product_version", "event_id"]
        if isCEF { names += ["name", "severity"] }
        parts = names.map { record.name($0) }
    }

    func parse(_ line: Slice, _ record: inout Record, _ context: inout ParseContext) -> ParseOutcome {
        let outcome = patterns.parse(line, &record, meaning, &context.time)
        guard outcome == .parsed else { return outcome }
        guard let position = record.position(of: event) else { return .noMatch }
        let text = record[position].value
        record.remove(at: position)
        return parse(event: text, &record) ? .parsed : .noMatch
    }

    private func parse(event text: Slice, _ record: inout Record) -> Bool {
        // `CEF:0|` or `LEEF:2.0|`
        guard let bar = EventText.bar(from: text.start, to: text.end, record) else { return false }
        let isSecond = !isCEF && record.store[max(text.start, bar - 3)] == 0x32
        var position = bar + 1
        for (index, name) in parts.enumerated() {
            // Some leave out the last bar when nothing follows.
            let isLast = index == parts.count - 1
            guard let end = EventText.bar(from: position, to: text.end, record) ?? (isLast ? text.end : nil) else {
                return false
            }
            append(Slice(from: position, to: end), as: name, isSeverity: isCEF && isLast, &record)
            position = min(end + 1, text.end)
        }
        if isCEF { return CEFExtension.parse(Slice(from: position, to: text.end), &record) }
        var delimiter: UInt8? = 0x09
        if isSecond, let end = record.store.buffer.find(0x7C, from: position, to: text.end), end - position < 5 {
            delimiter = LEEFAttributes.delimiter(Slice(from: position, to: end), record)
            position = end + 1
        }
        guard let delimiter else { return false }
        return LEEFAttributes.parse(Slice(from: position, to: text.end), delimiter: delimiter, &record)
    }

    private func append(_ part: Slice, as name: FieldName, isSeverity: Bool, _ record: inout Record) {
        guard !part.isEmpty else { return }
        let plain = EventText.unescaped(part, &record)
        record.append(name, plain, isSeverity ? FieldTyping.kind(of: plain, record.store.buffer) : .text)
        if isSeverity, record.position(of: level) == nil, let word = meaning.level(plain, record.store.buffer) {
            record.append(level, word, .string)
        }
    }
}
