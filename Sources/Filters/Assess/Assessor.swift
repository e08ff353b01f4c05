import Advice
import Bytes
import Decompression
import FilterKit
import Formats
import Records
import System

/// Reads logs, as much of them as the budget allows, and says what they can tell.
final class Assessor {
    private let formats: KnownFormats
    private let advice: AdviceLibrary
    private let profile: LogProfile
    private let counts: LogCount
    private let run: FilterRun
    private let longestLine: Int
    private var sources: [SourceReading] = []
    private var recognised: [LogFormat] = []
    private var isInferred = false

    init(
        _ library: FormatLibrary, _ advice: AdviceLibrary, in run: FilterRun, _ record: inout Record
    ) throws(Failure) {
        formats = try KnownFormats(library, &record)
        profile = try LogProfile(advice, &record)
        counts = LogCount(&record)
        self.advice = advice
        self.run = run
        longestLine = run.options.maxLine.bytes
    }

    /// Reads a file, or with `-` standard input: once to count, as much as that allows, and once, or what was kept of it,
    /// to look closely.
    func read(_ path: String, _ budget: SampleBudget, _ record: inout Record) throws(Failure) {
        let descriptor = try run.open(path)
        defer { if descriptor != .input { descriptor.close() } }
        do throws(SystemError) {
            let status = try FileStatus(of: descriptor)
            let codec = status.kind == .regular ? Codec.of(descriptor) : nil
            if status.kind == .regular, codec == nil, path != "-" {
                read(path, descriptor, size: status.size, budget, &record)
            } else {
                try read(stream: path == "-" ? "standard input" : path, descriptor, codec, budget, &record)
            }
        } catch {
            throw Failure(.inputOutput, "\(path): \(error.reason)")
        }
    }

    private func read(
        _ name: String, _ descriptor: Descriptor, size: Int64, _ budget: SampleBudget, _ record: inout Record
    ) {
        let counting = LogPass(parser())
        var all = FileSampler(descriptor, size: size, budget.counted, longestLine: longestLine)
        counts.begin(isSampled: !all.isWhole)
        while let chunk = all.nextChunk(), !isStopped { count(chunk, counting, &record) }
        let looking = LogPass(parser())
        var sample = FileSampler(descriptor, size: size, budget, longestLine: longestLine)
        profile.begin()
        while let chunk = sample.nextChunk(), !isStopped { look(chunk, looking, &record) }
        finish(name, size, isCounted: all.isWhole, isLookedAt: sample.isWhole, counting, looking)
    }

    private func read(
        stream name: String, _ descriptor: Descriptor, _ codec: Codec?, _ budget: SampleBudget, _ record: inout Record
    ) throws(SystemError) {
        let counting = LogPass(parser())
        var sampler = StreamSampler(budget, longestLine: longestLine)
        counts.begin(isSampled: false)
        if let codec, var unpacked = Decompressor(codec, descriptor) {
            try sampler.read(from: &unpacked) { count($0, counting, &record) }
        } else {
            var plain = descriptor
            try sampler.read(from: &plain) { count($0, counting, &record) }
        }
        let looking = LogPass(parser())
        profile.begin()
        for chunk in sampler.chunks { look(chunk, looking, &record) }
        finish(name, sampler.size, isCounted: true, isLookedAt: sampler.isWhole, counting, looking)
    }

    private var isStopped: Bool { run.isStopped || Signals.stopRequested }

    private func parser() -> ChunkParser {
        ChunkParser(formats, reference: run.yearReference, longestEvent: longestLine)
    }

    private func count(_ chunk: SampledChunk, _ pass: LogPass, _ record: inout Record) {
        guard pass.takes(chunk) else { return }
        counts.beginPart(isContiguous: chunk.isContiguous)
        pass.parser.take(chunk, &record) { record in
            if run.admits(&record) { counts.observe(&record) }
        }
    }

    private func look(_ chunk: SampledChunk, _ pass: LogPass, _ record: inout Record) {
        guard pass.takes(chunk) else { return }
        var known: String?
        // What is left out was counted already.
        let ledger = run.ledger
        defer { run.ledger = ledger }
        pass.parser.take(chunk, &record) { record in
            if let format = pass.parser.current, format.name != known {
                known = format.name
                profile.begin(
                    format: format.name, carriesOthers: format.transport != nil,
                    formatsCarried: Set(formats.carried.map(\.name)))
            }
            if run.admits(&record) { profile.observe(&record) }
        }
    }

    private func finish(
        _ name: String, _ size: Int64, isCounted: Bool, isLookedAt: Bool, _ counting: LogPass, _ looking: LogPass
    ) {
        let parser = counting.parser
        for format in parser.recognised where !recognised.contains(where: { $0.name == format.name }) {
            recognised.append(format)
        }
        if parser.isInferred { isInferred = true }
        run.ledger.taken += parser.tally.lines
        sources.append(
            SourceReading(
                name: name, size: size, isWhole: isCounted, isLookedAt: isLookedAt, chunks: looking.chunks,
                lookedAt: looking.parser.tally.bytes, tally: parser.tally,
                format: parser.isInferred ? nil : parser.recognised.first?.name, confidence: parser.confidence,
                isBinary: counting.isBinary, lines: parser.lines, namesZone: parser.stamps.namesZone,
                namesYear: parser.stamps.namesYear))
    }

    /// There is something to judge.
    var hasRead: Bool { !sources.isEmpty }

    // MARK: The judgement

    func assessment() -> Assessment {
        var tally = LineTally()
        for source in sources { tally += source.tally }
        let size = sources.reduce(0) { $0 + $1.size }
        let factor = tally.bytes > 0 ? Double(size) / Double(tally.bytes) : 1
        let verdict = verdict(tally, size)
        let isClaimed = verdict == .understood || verdict == .partly
        let formats = isClaimed ? recognised : []
        let carried = CarriedPrograms(in: formats, profile) { self.formats.carriedFormat(of: $0) }
        let described = formats + (carried?.formats ?? [])
        let fields = isClaimed ? profile.fields.map { summary($0, described, factor) } : []
        let judgements = Dictionary(uniqueKeysWithValues: fields.map { ($0.name, $0.judgement) })
        let units = Dictionary(uniqueKeysWithValues: fields.compactMap { field in field.unit.map { (field.name, $0) } })
        let isQuiet = formats.first?.isQuiet == true || isClaimed && profile.hasOnlyTrouble
        let (programs, unlikely) = isClaimed ? likely(programs(described)) : ([], [])
        let namesZone = sources.compactMap(\.namesZone).min { !$0 && $1 }
        let namesYear = sources.compactMap(\.namesYear).min { !$0 && $1 }
        let signals =
            isClaimed
            ? SignalReader(
                profile: profile, counts: counts, judgements: judgements, units: units, programs: programs,
                formats: Set(formats.map(\.name)), general: advice.general, isQuiet: isQuiet,
                carried: carried
            ).statements()
            : Signal.allCases.map {
                SignalStatement(signal: $0, state: .missing, what: "nothing in this log was understood")
            }
        let maturity =
            isClaimed
            ? MaturityScale(
                profile: profile, counts: counts, tally: tally, judgements: fields, signals: signals,
                namesZone: namesZone,
                namesYear: namesYear, isInferred: isInferred
            ).maturity() : .nothing
        return Assessment(
            sources: sources, verdict: verdict, tally: tally, size: size,
            lines: sources.allSatisfy(\.isWhole) ? tally.lines : Int((Double(tally.lines) * factor).rounded()),
            isWhole: sources.allSatisfy(\.isWhole), format: isClaimed && !isInferred ? formats.first?.name : nil,
            carried: carried, isInferred: isInferred, isQuiet: isQuiet, profile: profile, counts: counts,
            fields: fields, signals: signals, programs: programs, unlikely: unlikely,
            maturity: maturity, namesZone: namesZone, namesYear: namesYear,
            templates: isClaimed ? profile.templates.ranked : [])
    }

    private func verdict(_ tally: LineTally, _ size: Int64) -> Assessment.Verdict {
        if size == 0 || tally.lines == tally.blank { return size == 0 || tally.bytes > 0 ? .empty : .binary }
        if sources.contains(where: \.isBinary) { return .binary }
        guard let share = tally.share, share >= 0.5, tally.records > 0 else { return .notUnderstood }
        return share >= 0.9 ? .understood : .partly
    }

    private func programs(_ formats: [LogFormat]) -> [ProgramAdvice] {
        advice.programs(writing: Set(formats.map(\.name))).filter { program in
            guard program.evidence != nil else { return true }
            return profile.probes.contains { probe in
                guard case .evidence = probe.purpose else { return false }
                return probe.program?.name == program.name && probe.hits > 0
            }
        }
    }

    /// Of programs that write the same format, those that the files are called after; all of them where that says nothing.
    private func likely(_ programs: [ProgramAdvice]) -> (likely: [ProgramAdvice], unlikely: [ProgramAdvice]) {
        let named = programs.filter { program in
            let words = program.name.split(separator: "-")
            return sources.allSatisfy { source in
                let name = source.name.split(separator: "/").suffix(2).joined(separator: "/").lowercased()
                return words.contains { name.contains($0) }
            }
        }
        guard let first = named.first, named.count == 1 else { return (programs, []) }
        let unlikely = programs.filter { $0.name != first.name && $0.evidence == nil && $0.formats.contains("access") }
        guard first.formats.contains("access") else { return (programs, []) }
        return (programs.filter { program in !unlikely.contains { $0.name == program.name } }, unlikely)
    }

    private func summary(_ field: FieldProfile, _ formats: [LogFormat], _ factor: Double) -> FieldSummary {
        let count = counts.field(field.name)
        let distinct = count?.values(inParts: counts.parts, timesRead: factor) ?? 1
        let present = count?.present ?? field.present
        let judgement = FieldJudgement(field, present: present, records: counts.records, distinct: distinct)
        // What people type into a search is in a query, and no pattern finds it.
        let isSensitive = field.name == "query" || field.sensitive.sorted.contains { $0.kind.kind != .internal }
        var numbers: (Double, Double, Double, Double)?
        if let low = field.numbers.minimum, let median = field.numbers.quantile(0.5),
            let p95 = field.numbers.quantile(0.95), let high = field.numbers.maximum
        {
            numbers = (low, median, p95, high)
        }
        return FieldSummary(
            name: field.name, type: field.kinds.name,
            share: counts.records > 0 ? Double(present) / Double(counts.records) : 0, distinct: distinct,
            isEstimate: factor > 1.001 && distinct != count?.different,
            examples: isSensitive
                ? []
                : field.values.examples.map { shown($0.text, of: field) },
            values: isSensitive
                ? nil
                : field.values.ranked?.map { entry in
                    FewValues.Entry(text: shown(entry.text, of: field), count: entry.count)
                },
            numbers: numbers, unit: UnitGuess.guess(field, in: formats), judgement: judgement,
            sensitive: field.sensitive.sorted)
    }

    /// A path is one even without a slash at its beginning.
    private func shown(_ text: String, of field: FieldProfile) -> String {
        field.name == "path" ? PathText.shown(text, profile.detector) : ShownText.shown(text, profile.detector)
    }
}
