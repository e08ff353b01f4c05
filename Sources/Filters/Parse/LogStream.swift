import Bytes
import FilterKit
import Formats
import Records

/// One log among those that come by: its format once that is known, the lines held back until then, and what is
/// remembered from line to line.
final class LogStream {
    /// The envelope's `_file` as it was written; empty for bare lines.
    let name: [UInt8]
    private let choice: FormatChoice
    /// What the lines that have come say of those to come.
    var context: ParseContext
    private var held: [HeldLine] = []
    /// The format tried first; nil while undecided, and where nothing was recognised.
    private var best: FormatParser?
    /// The formats to try where the best fails, in order.
    private var others: [FormatParser]
    /// Where events may have several lines.
    private(set) var joiner: EventJoiner?
    /// Where lines may come in parts.
    private(set) var parts: PartJoiner?
    private(set) var isDecided: Bool
    /// Lines in a row that no format took, and how many of them raise the doubt that the choice still holds. The doubt
    /// comes later each time it was for nothing.
    private var misses = 0
    private var patience = 8

    /// Lines looked at before a format is chosen.
    private static let sampleSize = 64

    init(name: [UInt8], _ choice: FormatChoice, reference: Int64) {
        self.name = name
        self.choice = choice
        context = ParseContext(zone: choice.zone, reference: reference)
        isDecided = !choice.isDetecting
        best = choice.isDetecting ? nil : choice.parsers.first
        others = choice.isDetecting ? [] : Array(choice.parsers.dropFirst())
        joiner = best.flatMap { choice.makeJoiner($0) }
        parts = best.flatMap { choice.makePartJoiner($0) }
    }

    /// What the format is called, for messages; nil where none was recognised.
    var formatName: String? { best?.format.name }

    /// Lines are being held until the format is known.
    var isSampling: Bool { !held.isEmpty }

    /// An event, or the beginning of one, waits for what may still come.
    var isHoldingEvents: Bool { joiner?.event != nil || parts.map { !$0.isEmpty } ?? false }

    var isSampleComplete: Bool { held.count >= Self.sampleSize }

    func hold(_ line: Slice, _ envelope: Envelope?, _ origin: Origin, _ record: borrowing Record) {
        held.append(HeldLine(line, envelope, origin, record))
    }

    /// Chooses the formats that the held lines speak for, and gives the lines back. A header is inferred where none
    /// takes at least half of them.
    func decide(_ record: inout Record) -> [HeldLine] {
        var matches = Array(repeating: 0, count: choice.parsers.count)
        // A header says what the lines behind it are.
        var contexts = Array(repeating: context, count: choice.parsers.count)
        var lines: [[UInt8]] = []
        for line in held {
            let (whole, _) = line.restore(&record)
            let slice = ParseFilter.withoutEnds(whole, isFirst: line.origin.line == 1, record)
            guard !slice.isEmpty else { continue }
            lines.append(record.store.buffer.copy(slice))
            for (index, parser) in choice.parsers.enumerated() {
                contexts[index].time = context.time
                if parser.resembles(slice, &record, &contexts[index]) { matches[index] += 1 }
            }
        }
        let order = matches.indices.filter { matches[$0] > 0 }.sorted {
            (matches[$0], choice.parsers[$0].format.weight, $1) > (matches[$1], choice.parsers[$1].format.weight, $0)
        }
        others = order.map { choice.parsers[$0] }
        // logfmt's bare words match nearly everything: a line that begins with a time is rather something else.
        let most = matches.indices.filter { choice.parsers[$0].format.kind != .logfmt }.map { matches[$0] }.max()
        let inferred = choice.infer(from: lines, moreThan: most ?? 0)
        let chosen = inferred ?? (others.isEmpty ? nil : others.removeFirst())
        if let chosen {
            best = chosen
            joiner = choice.makeJoiner(chosen)
            parts = choice.makePartJoiner(chosen)
        }
        // As long as nothing was recognised, the next lines are looked at as well.
        isDecided = best != nil
        defer { held = [] }
        return held
    }

    /// Tries the best format, and for a line that it does not take the others that matched something in the sample.
    @inline(__always) func parse(_ line: Slice, _ record: inout Record) -> ParseOutcome {
        guard let best else { return .noMatch }
        var outcome = best.parse(line, &record, &context)
        if outcome == .absorbed { return outcome }
        if outcome != .parsed, !others.isEmpty { outcome = parseOtherwise(line, outcome, &record) }
        if outcome == .parsed { misses = 0 } else { doubt() }
        return outcome
    }

    /// A log may change its format, or have begun with something else: then the next lines decide anew.
    private func doubt() {
        misses += 1
        guard choice.isDetecting, misses >= patience else { return }
        misses = 0
        patience = min(patience * 2, 4096)
        isDecided = false
    }

    /// Another format than the best takes the line: then it cannot be the continuation of an event of the best's.
    func othersTake(_ line: Slice, _ record: inout Record) -> Bool {
        !others.isEmpty && parseOtherwise(line, .noMatch, &record) == .parsed
    }

    private func parseOtherwise(_ line: Slice, _ first: ParseOutcome, _ record: inout Record) -> ParseOutcome {
        var failure = first
        for parser in others {
            let outcome = parser.parse(line, &record, &context)
            if outcome == .parsed || outcome == .absorbed { return outcome }
            if failure == .noMatch { failure = outcome }
        }
        return failure
    }
}

/// A line that waits for its stream's format: its bytes and its envelope's, out of the store that will be filled anew.
struct HeldLine {
    let origin: Origin
    private(set) var bytes: [UInt8]
    private let file: (bytes: [UInt8], kind: Field.Kind)?
    private let offset: [UInt8]?
    private let peer: (bytes: [UInt8], kind: Field.Kind)?

    init(_ line: Slice, _ envelope: Envelope?, _ origin: Origin, _ record: borrowing Record) {
        self.origin = origin
        bytes = record.store.buffer.copy(line)
        file = envelope?.file.map { (record.store.buffer.copy($0.value), $0.kind) }
        offset = envelope?.offset.map { record.store.buffer.copy($0.value) }
        peer = envelope?.peer.map { (record.store.buffer.copy($0.value), $0.kind) }
    }

    var count: Int { bytes.count }

    /// The same line's origin with other bytes.
    func with(_ bytes: [UInt8]) -> HeldLine {
        var line = self
        line.bytes = bytes
        return line
    }

    /// Adds another line of the same event.
    mutating func add(_ line: Slice, blanksBefore blanks: Int, _ record: borrowing Record) {
        for _ in 0...blanks { bytes.append(0x0A) }
        bytes += record.store.buffer.copy(line)
    }

    /// Puts the line back, into scratch: the input zone may hold the next one's beginning.
    func restore(_ record: inout Record) -> (line: Slice, envelope: Envelope?) {
        record.store.clearScratch()
        func put(_ bytes: [UInt8], _ record: inout Record) -> Slice {
            let start = record.store.buffer.count
            record.store.buffer.append(bytes)
            return Slice(from: start, to: record.store.buffer.count)
        }
        let line = put(bytes, &record)
        guard file != nil || offset != nil || peer != nil else { return (line, nil) }
        func field(_ bytes: [UInt8], _ kind: Field.Kind, _ record: inout Record) -> Field {
            Field(name: .empty, tag: 0, value: put(bytes, &record), kind: kind)
        }
        let envelope = Envelope(
            raw: line, file: file.map { field($0.bytes, $0.kind, &record) },
            offset: offset.map { field($0, .integer, &record) }, peer: peer.map { field($0.bytes, $0.kind, &record) },
            partial: nil)
        return (line, envelope)
    }
}
