import Bytes
import FilterKit
import Formats
import Records

/// Makes records of the chunks of one log. It finds the format as weir-parse does, by the first lines, and anew when it
/// stops fitting; lines that belong to one event are joined where they lie.
final class ChunkParser {
    private let formats: KnownFormats
    private let longestEvent: Int
    private var context: ParseContext
    private var rule = EventRule.line
    /// The formats tried, the best first; empty while none was recognised.
    private(set) var tried: [FormatParser] = []
    /// What the last decision that found something rests on; nil where nothing was ever recognised.
    private(set) var detection: FormatDetection?
    private(set) var tally = LineTally()
    /// Lines by the format that took them, by name.
    private(set) var lines: [String: Int] = [:]
    /// What its stamps leave unsaid.
    private(set) var stamps: StampProbe
    /// Lines that were not understood, in a row, and how many raise the doubt that the format still holds.
    private var misses = 0
    private var patience = 0
    private var event: Slice?
    private var eventLines = 0
    private var isRowOpen = false

    private static let mostPatience = 4096

    init(_ formats: KnownFormats, reference: Int64, longestEvent: Int) {
        self.formats = formats
        self.longestEvent = longestEvent
        context = ParseContext(reference: reference)
        stamps = StampProbe(reference: reference)
    }

    /// - Parameter observe: is given each record; what it finds in it must not outlive the call.
    func take(
        _ chunk: SampledChunk, _ record: inout Record, observe: (inout Record) -> Void
    ) {
        record.store.clearScratch()
        let start = record.store.buffer.count
        record.store.buffer.append(chunk.bytes)
        let end = record.store.buffer.count
        tally.bytes += Int64(chunk.bytes.count)
        // Nothing is known of what a hole swallowed.
        isRowOpen = false
        var position = start
        var isInherited = chunk.offset > 0
        while position < end {
            if misses >= patience { decide(from: position, to: end, &record) }
            let newline = record.store.buffer.find(0x0A, from: position, to: end) ?? end
            let line = withoutEnds(Slice(from: position, to: newline), chunk, isFirst: position == start, record)
            position = newline + 1
            tally.lines += 1
            place(line, &isInherited, &record, observe)
        }
        parseEvent(&record, observe)
        settle()
    }

    private func withoutEnds(_ line: Slice, _ chunk: SampledChunk, isFirst: Bool, _ record: borrowing Record) -> Slice {
        var line = line
        if !line.isEmpty, record.store[line.end - 1] == 0x0D { line = line.prefix(line.count - 1) }
        if isFirst, chunk.offset == 0, record.store.buffer.starts(line, with: "\u{FEFF}") { line = line.dropFirst(3) }
        return line
    }

    private func decide(from position: Int, to end: Int, _ record: inout Record) {
        // Noise is not held against all formats again and again.
        patience = min(max(patience * 2, FormatDetection.sampleSize), Self.mostPatience)
        misses = 0
        var sample: [[UInt8]] = []
        var start = position
        while start < end, sample.count < FormatDetection.sampleSize {
            let newline = record.store.buffer.find(0x0A, from: start, to: end) ?? end
            var line = Slice(from: start, to: newline)
            if !line.isEmpty, record.store[line.end - 1] == 0x0D { line = line.prefix(line.count - 1) }
            sample.append(record.store.buffer.copy(line))
            start = newline + 1
        }
        let found = FormatDetection(
            of: sample, among: formats.parsers, general: formats.general, context, &record)
        guard let best = found.candidates.first else { return }
        if detection == nil { patience = 8 }
        if detection == nil || best.parser.format.name != tried.first?.format.name {
            detection = detection ?? found
            rule = EventRule(best.parser)
        }
        tried = found.candidates.map(\.parser)
    }

    /// Passes over bytes that are no text.
    func skip(_ chunk: SampledChunk) {
        tally.bytes += Int64(chunk.bytes.count)
        tally.lines += 1
    }

    /// The format of the record that is given out.
    private(set) var current: LogFormat?

    /// Formats that lines were taken by, the most frequent first.
    private(set) var seen: [LogFormat] = []
    var recognised: [LogFormat] {
        seen.sorted { (lines[$0.name] ?? 0, $1.name) > (lines[$1.name] ?? 0, $0.name) }
    }

    /// Most of the log has a header that no format describes.
    var isInferred: Bool { recognised.first?.name == formats.general.format.name }

    /// Lines of the sample that speak for the format, and what was understood in all that was read.
    var confidence: Double {
        guard let detection, let best = detection.candidates.first, let share = tally.share, detection.lines > 0 else {
            return 0
        }
        let spoken = min(1, Double(best.matches) / Double(detection.lines))
        // logfmt takes nearly every text, and a header is not yet a format.
        let weight = best.parser.learned != nil ? 0.7 : best.parser.format.kind == .logfmt ? 0.8 : 1
        return max(spoken, share) * share * weight
    }

    // MARK: Events

    /// - Parameter isInherited: lines that go on an event may belong to one that began before the chunk.
    private func place(
        _ line: Slice, _ isInherited: inout Bool, _ record: inout Record, _ observe: (inout Record) -> Void
    ) {
        if line.isEmpty {
            tally.blank += 1
            if case .blocks = rule { parseEvent(&record, observe) }
            return
        }
        switch rule {
        case .line: parse(line, lines: 1, &record, observe)
        case .start(let pattern):
            if pattern.firstMatch(in: record.store.buffer, line) != .noMatch {
                begin(line, &record, observe)
                isInherited = false
            } else if event != nil, !beginsAnew(line, &record) {
                extend(to: line)
            } else if isInherited, !beginsAnew(line, &record) {
                tally.understood += 1
            } else {
                parseEvent(&record, observe)
                parse(line, lines: 1, &record, observe)
            }
        case .rows(let parser):
            let wasOpen = isRowOpen
            isRowOpen = parser.isOpen(line, inside: wasOpen, record, &context)
            if wasOpen { extend(to: line) } else { begin(line, &record, observe) }
            if !isRowOpen { parseEvent(&record, observe) }
        case .blocks(var blocks):
            blocks.take(line, record)
            rule = .blocks(blocks)
            if event == nil { begin(line, &record, observe) } else { extend(to: line) }
        }
    }

    private func begin(_ line: Slice, _ record: inout Record, _ observe: (inout Record) -> Void) {
        parseEvent(&record, observe)
        event = line
        eventLines = 1
    }

    private func extend(to line: Slice) {
        guard let open = event, line.end - open.start <= longestEvent else { return }
        event = Slice(from: open.start, to: line.end)
        eventLines += 1
    }

    private func parseEvent(_ record: inout Record, _ observe: (inout Record) -> Void) {
        guard let slice = event else { return }
        event = nil
        parse(slice, lines: eventLines, &record, observe)
    }

    /// The line has a time of its own, or another format takes it: it does not go on the event before it.
    private func beginsAnew(_ line: Slice, _ record: inout Record) -> Bool {
        let first = record.store[line.start]
        guard first != 0x20, first != 0x09 else { return false }
        let time = first == 0x5B || first == 0x28 ? line.dropFirst(1) : line
        if TimeLayout.recognise(record.store.buffer, time) != nil { return true }
        let scratch = record.store.buffer.count
        defer { record.store.buffer.truncate(to: scratch) }
        return tried.dropFirst().contains { $0.parse(line, &record, &context).isParsed }
    }

    // MARK: Records

    private func parse(
        _ event: Slice, lines count: Int, _ record: inout Record, _ observe: (inout Record) -> Void
    ) {
        let scratch = record.store.buffer.count
        defer { record.store.buffer.truncate(to: scratch) }
        for parser in tried {
            switch parser.parse(event, &record, &context) {
            case .parsed:
                misses = 0
                stamps.look(at: event, parser, of: &record, after: context)
                tally.understood += count
                tally.records += 1
                note(parser, count)
                observe(&record)
                return
            case .absorbed:
                misses = 0
                tally.understood += count
                note(parser, count)
                return
            case .noMatch, .failed: continue
            }
        }
        misses += count
    }

    /// Lines of the format that is current, which are not in `lines` yet: formats change seldom.
    private var unsettled = 0
    private var last: FormatParser?

    private func note(_ parser: FormatParser, _ count: Int) {
        if last !== parser {
            settle()
            last = parser
            current = parser.format
            if lines[parser.format.name] == nil { seen.append(parser.format) }
        }
        unsettled += count
    }

    private func settle() {
        guard unsettled > 0, let last else { return }
        lines[last.format.name, default: 0] += unsettled
        unsettled = 0
    }
}
