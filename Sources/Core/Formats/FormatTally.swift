import Bytes
import Records
import Regex

/// What a sample says of one format.
struct FormatTally {
    let parser: FormatParser
    private var context: ParseContext
    /// Lines that speak for it.
    private(set) var lines: Set<Int> = []
    /// Those that are events of a logger's, for a generic format.
    private(set) var events: Set<Int> = []
    /// Lines that rather go on another format's event.
    var discounted = 0
    /// See `FormatDetection.Candidate`.
    var standsAlone = true

    /// Lines of an event that are put together before it is given up: what tells a format stands at the beginning.
    private static let mostLines = 12

    init(_ parser: FormatParser, _ context: ParseContext) {
        self.parser = parser
        self.context = context
    }

    var isSeen: Bool { !lines.isEmpty }
    var count: Int { lines.count - discounted }

    mutating func hold(_ line: Slice, _ index: Int, _ given: ParseContext, _ record: inout Record) {
        // A header says what the lines behind it are; times are read as if nothing had come before.
        context.time = given.time
        guard parser.resembles(line, &record, &context) else { return }
        lines.insert(index)
        guard parser.format.isGeneric else { return }
        if parser.takesAsEvent(line, &record, &context) { events.insert(index) }
    }

    /// Looks at what can be judged only when all lines are known.
    mutating func finish(_ sample: SampleLines, _ record: inout Record) {
        if parser.isRefuted(context) { lines = [] }
        // A header without a row, though there are lines: it was one of them.
        if parser.format.isGeneric, parser.format.kind.hasColumns, lines == [0], sample.texts.count > 1 { lines = [] }
        if lines.isEmpty { joinEvents(sample, &record) }
    }

    /// Some formats have no event of one line: java.util.logging's have two, those of MySQL's slow log four.
    private mutating func joinEvents(_ sample: SampleLines, _ record: inout Record) {
        guard parser.format.kind == .pattern, parser.format.multilineStart != nil, let start = parser.startPattern
        else {
            return
        }
        let scratch = record.store.buffer.count
        func begins(_ index: Int, _ record: inout Record) -> Bool {
            record.store.buffer.append(sample.texts[index])
            defer { record.store.buffer.truncate(to: scratch) }
            return start.firstMatch(in: record.store.buffer, Slice(from: scratch, to: record.store.buffer.count))
                == .matched
        }
        var index = 0
        while index < sample.texts.count {
            defer { index += 1 }
            guard begins(index, &record) else { continue }
            var event = sample.texts[index]
            var next = index + 1
            while next < sample.texts.count, next - index < Self.mostLines, !begins(next, &record) {
                event.append(0x0A)
                event += sample.texts[next]
                next += 1
                record.store.buffer.append(event)
                let whole = Slice(from: scratch, to: record.store.buffer.count)
                let isTaken = parser.parse(whole, &record, &context).isParsed
                record.store.buffer.truncate(to: scratch)
                guard isTaken else { continue }
                lines.formUnion(index..<next)
                break
            }
        }
    }
}
