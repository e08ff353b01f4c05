import Bytes
import FilterKit
import Formats
import Records

/// One log among those that come by: its format once that is known, the lines held back until then, and what is
/// remembered from line to line.
final class LogStream {
    /// The envelope's `_file` as it was written; empty for bare lines.
    let name: [UInt8]
    let choice: FormatChoice
    /// What the lines that have come say of those to come.
    var context: ParseContext
    /// The same for the fields that others are nested in.
    var nestedContexts: [ParseContext]
    var held: [HeldLine] = []
    /// The format tried first; nil while undecided, and where nothing was recognised.
    var best: FormatParser? {
        get { chosen }
        set {
            chosen = newValue
            uncounted = newValue.map { Uncounted(heldElsewhere: $0) }
            isTranscribable = newValue?.canTranscribe ?? false
        }
    }
    private var chosen: FormatParser?
    private var uncounted: Uncounted<FormatParser>?
    private var isTranscribable = false
    /// The formats to try where the best fails, in order.
    var others: [FormatParser]
    /// For each of them: its lines are events wherever they stand.
    var standsAlone: [Bool] = []
    /// Where events may have several lines.
    var joiner: EventJoiner?
    /// Where lines may come in parts.
    var parts: PartJoiner?
    var isDecided: Bool
    /// It was taken up from an earlier run, and no line of it has come since.
    var isUntouched = false
    /// When a tick first found that nothing had been added to what waits; nil where something has been since. The clock is read
    /// by ticks only: lines need not.
    var quietSince: Int64?
    /// What the last decision rests on, where somebody wants to know.
    private(set) var verdict: FormatVerdict?
    /// Lines in a row that no format took, and how many of them raise the doubt that the choice still holds. The doubt
    /// comes later each time it was for nothing.
    var misses = 0
    var patience = 8

    static let mostPatience = 4096
    /// Lines looked at before a format is chosen.
    private static let sampleSize = 64

    init(name: [UInt8], _ choice: FormatChoice, in run: FilterRun) {
        self.name = name
        self.choice = choice
        let context = ParseContext(
            zone: choice.zone, reference: run.yearReference, isLive: run.isYearReferenceLive)
        self.context = context
        nestedContexts = choice.nested.map { _ in context }
        isDecided = !choice.isDetecting
        chosen = choice.isDetecting ? nil : choice.parsers.first
        others = choice.isDetecting ? [] : Array(choice.parsers.dropFirst())
        standsAlone = others.map { _ in true }
        joiner = chosen.flatMap { choice.makeJoiner($0) }
        parts = chosen.flatMap { choice.makePartJoiner($0) }
        uncounted = chosen.map { Uncounted(heldElsewhere: $0) }
        isTranscribable = chosen?.canTranscribe ?? false
    }

    /// What the format is called, for messages; nil where none was recognised.
    var formatName: String? { best?.format.name }

    /// Lines are being held until the format is known.
    var isSampling: Bool { !held.isEmpty }

    /// An event, or the beginning of one, waits for what may still come.
    var isHoldingEvents: Bool { joiner?.event != nil || parts.map { !$0.isEmpty } ?? false }

    /// Whether an event has waited for its next line long enough. To be asked at each tick.
    func hasWaited(_ patience: EventPatience, now: Int64) -> Bool {
        guard isHoldingEvents else { return false }
        let since = quietSince ?? now
        quietSince = since
        return now &- since >= patience.nanoseconds
    }

    /// Lines taken that have become nothing yet.
    var waiting: Int { held.count + (joiner?.event == nil ? 0 : 1) + (parts?.count ?? 0) }

    var isSampleComplete: Bool { held.count >= Self.sampleSize }

    func hold(_ line: Slice, _ envelope: Envelope?, _ origin: Origin, _ record: borrowing Record) {
        held.append(HeldLine(line, envelope, origin, record))
    }

    /// Chooses the formats that the held lines speak for, and gives the lines back.
    func decide(_ record: inout Record) -> [HeldLine] {
        var lines: [[UInt8]] = []
        for line in held {
            let (whole, _) = line.restore(&record)
            let slice = ParseFilter.withoutEnds(whole, isFirst: line.isFirst, record)
            if !slice.isEmpty { lines.append(record.store.buffer.copy(slice)) }
        }
        record.store.clearScratch()
        let found = choice.detect(lines, context, &record)
        if choice.explainer != nil { verdict = FormatVerdict(found, formats: choice.parsers.count) }
        let known = found.candidates.dropFirst(found.candidates.isEmpty ? 0 : 1)
        others = known.map(\.parser)
        standsAlone = known.map(\.standsAlone)
        if let chosen = found.candidates.first?.parser {
            best = chosen
            joiner = choice.makeJoiner(chosen)
            parts = choice.makePartJoiner(chosen)
        }
        // As long as nothing was recognised, the next lines are looked at as well.
        isDecided = best != nil
        defer { held = [] }
        return held
    }

    /// The formats that a line is tried with, in their order; all where none was recognised.
    var tried: [FormatParser] { best.map { [$0] + others } ?? choice.parsers }

    /// Tries the best format, and for a line that it does not take the others that matched something in the sample.
    @inline(__always) func parse(_ line: Slice, _ record: inout Record) -> ParseOutcome {
        guard let uncounted else { return .noMatch }
        var outcome = uncounted.look { $0.parse(line, &record, &context) }
        if case .absorbed = outcome { return outcome }
        if !outcome.isParsed, !others.isEmpty { outcome = parseOtherwise(line, outcome, &record) }
        if outcome.isParsed { misses = 0 } else { doubt() }
        return outcome
    }

    /// Lines by themselves can be written without a record being made of them.
    var canTranscribe: Bool { joiner == nil && isTranscribable }

    /// Appends the members of the record that `parse` would make of a line; false, and nothing appended, where a record has to
    /// be made.
    /// - Parameter isPlain: the line is known to be ASCII without controls and backslashes.
    @inline(__always)
    func transcribe(_ line: Slice, isPlain: Bool, _ record: inout Record, to output: inout ByteBuffer) -> Bool {
        guard let uncounted,
            uncounted.look({ $0.transcribe(line, isPlain: isPlain, &record, &context, to: &output) })
        else { return false }
        misses = 0
        return true
    }

    /// Makes fields of what is nested in others (`--nested`).
    func unfold(_ record: inout Record) {
        for (index, field) in choice.nested.enumerated() { field.unfold(&record, &nestedContexts[index]) }
    }

    /// The formats that are tried, in their order, if a line becomes the same record whatever came before it; nil while that is
    /// not so.
    var orderFreeFormats: [String]? {
        guard isDecided, joiner == nil, choice.nested.isEmpty, let best, ([best] + others).allSatisfy(\.isOrderFree),
            choice.zone.isFixed || !([best] + others).contains(where: \.mayLackZone)
        else { return nil }
        return ([best] + others).map(\.format.name)
    }

    /// Lines were taken elsewhere, and understood.
    func passOver() { misses = 0 }

    /// A log may change its format, or have begun with something else: then the next lines decide anew.
    private func doubt() {
        guard choice.isDetecting else { return }
        misses += 1
        guard misses >= patience else { return }
        misses = 0
        patience = min(patience * 2, Self.mostPatience)
        isDecided = false
    }

    /// The line cannot go on an event, though it does not begin as this log's events do: it has a time of its own, or
    /// another format takes it. What is indented does go on one, and so does JSON that may be what the event is about.
    func beginsAnew(_ line: Slice, _ record: inout Record) -> Bool {
        let first = record.store[line.start]
        guard first != 0x20, first != 0x09 else { return false }
        let time = first == 0x5B || first == 0x28 ? line.dropFirst(1) : line
        if TimeLayout.recognise(record.store.buffer, time) != nil { return true }
        for (parser, standsAlone) in zip(others, standsAlone) {
            let isEvent =
                standsAlone
                ? parser.parse(line, &record, &context).isParsed : parser.takesAsEvent(line, &record, &context)
            if isEvent { return true }
        }
        return false
    }

    private func parseOtherwise(_ line: Slice, _ first: ParseOutcome, _ record: inout Record) -> ParseOutcome {
        var failure = first
        for parser in others {
            let outcome = parser.parse(line, &record, &context)
            if outcome.isParsed || outcome == .absorbed { return outcome }
            if failure == .noMatch { failure = outcome }
        }
        return failure
    }
}
