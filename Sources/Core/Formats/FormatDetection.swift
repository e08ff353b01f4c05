import Bytes
import Records

/// Which formats the lines of a sample speak for: the first is tried first, the others where it fails.
package struct FormatDetection {
    package struct Candidate {
        package let parser: FormatParser
        /// Lines of the sample that it resembles.
        package let matches: Int
        /// A line that it takes ends the event that is open. Otherwise only one that a logger wrote does
        /// (`FormatParser.takesAsEvent`).
        package let standsAlone: Bool
    }

    /// Lines that were looked at; empty ones are not.
    package let lines: Int
    /// The most wanted first; empty where nothing was recognised.
    package let candidates: [Candidate]
    /// The header that was learned, where the first candidate is one of that.
    package let shape: HeaderShape?

    /// Lines that a decision is made on.
    package static let sampleSize = 64

    /// Holds the lines against all formats. A header is inferred where none takes at least half of
    /// them and more than half of those that may begin an event have a time.
    /// - Parameters:
    ///   - lines: in the order of the log.
    ///   - general: that of `LogFormat.inferred`; nil where nothing is to be inferred.
    package init(
        of lines: [[UInt8]], among parsers: [FormatParser], general: FormatParser?, _ context: ParseContext,
        _ record: inout Record
    ) {
        let sample = SampleLines(lines.filter { !$0.isEmpty }, &record.store.buffer)
        var tallies = parsers.map { FormatTally($0, context) }
        let scratch = record.store.buffer.count
        for (index, text) in sample.texts.enumerated() {
            record.store.buffer.append(text)
            let line = Slice(from: scratch, to: record.store.buffer.count)
            for place in tallies.indices { tallies[place].hold(line, index, context, &record) }
            record.store.buffer.truncate(to: scratch)
        }
        for place in tallies.indices { tallies[place].finish(sample, &record) }
        let bodies = Self.discountBodies(&tallies, sample)
        let order = tallies.indices.filter { tallies[$0].isSeen }.sorted {
            let (a, b) = (tallies[$0], tallies[$1])
            return (a.count, a.parser.format.weight, $1) > (b.count, b.parser.format.weight, $0)
        }
        // logfmt's bare words match nearly everything: a line that begins with a time is rather something else.
        let most = tallies.filter { $0.parser.format.kind != .logfmt }.map(\.count).max() ?? 0
        let headers = sample.headers(besides: bodies, isUnknown: most == 0)
        let learned = general.flatMap { Self.infer(headers, $0, moreThan: most, of: sample.unindented) }
        self.lines = sample.texts.count
        shape = learned?.shape
        let known = Self.tellingFirst(order.map { tallies[$0] }).map {
            Candidate(parser: $0.parser, matches: $0.count, standsAlone: $0.standsAlone)
        }
        candidates =
            (learned.map { [Candidate(parser: $0.parser, matches: $0.shape.lines, standsAlone: true)] } ?? []) + known
    }

    private static func infer(
        _ texts: [[UInt8]], _ general: FormatParser, moreThan least: Int, of lines: Int
    ) -> (parser: FormatParser, shape: HeaderShape)? {
        guard least * 2 < lines, let shape = HeaderInference.learn(texts), shape.lines > least else { return nil }
        return FormatParser(general, learned: LearnedHeader(shape)).map { ($0, shape) }
    }

    /// Programs write what they were sent behind the line that says so: `response:`, and then a line of JSON. Such a line
    /// goes on the event, unless a logger wrote it. Where the log has begun with such lines, or most of it is of them, they are
    /// events that are mixed with the others.
    /// - Returns: the lines that go on an event.
    private static func discountBodies(_ tallies: inout [FormatTally], _ sample: SampleLines) -> Set<Int> {
        var openers: Set<Int> = []
        for index in sample.texts.indices where sample.stamped[index] && !sample.continuing[index] {
            openers.insert(index)
        }
        for tally in tallies where !tally.parser.format.isGeneric { openers.formUnion(tally.lines) }
        guard let first = openers.min() else { return [] }
        var bodies: Set<Int> = []
        for place in tallies.indices where tallies[place].parser.format.isGeneric {
            let tally = tallies[place]
            guard (tally.lines.min() ?? first) >= first else { continue }
            let own = tally.lines.filter { !openers.contains($0) && !tally.events.contains($0) }
            guard own.count <= openers.count * 2 else { continue }
            tallies[place].standsAlone = false
            guard openers.count > 1 else { continue }
            tallies[place].discounted = own.count
            bodies.formUnion(own)
        }
        return bodies
    }

    /// A program's JSON is JSON: its format goes before the plain one, which takes the other lines of the same program.
    private static func tellingFirst(_ order: [FormatTally]) -> [FormatTally] {
        guard let plain = order.firstIndex(where: { $0.parser.format.kind == .json && $0.parser.format.isGeneric })
        else { return order }
        var order = order
        var place = plain
        for index in order.indices.dropFirst(plain + 1) {
            let format = order[index].parser.format
            guard format.kind == .json, !format.isGeneric else { continue }
            order.insert(order.remove(at: index), at: place)
            place += 1
        }
        return order
    }
}

extension LogFormat {
    /// It takes lines of any program that are laid out so, and knows nothing more of them.
    package var isGeneric: Bool {
        switch kind {
        case .json, .logfmt, .pairs, .csv, .tsv: columns.isEmpty && requiredKeys.isEmpty && weight <= 5
        case .pattern, .w3c, .cef, .leef, .journalExport: false
        }
    }
}
