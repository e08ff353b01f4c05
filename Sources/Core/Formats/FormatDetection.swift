import Bytes
import Records

/// Which formats the lines of a sample speak for: the first is tried first, the others where it fails.
package struct FormatDetection {
    package struct Candidate {
        package let parser: FormatParser
        /// Lines of the sample that it resembles.
        package let matches: Int
    }

    /// Lines that were looked at; empty ones are not.
    package let lines: Int
    /// The most wanted first; empty where nothing was recognised.
    package let candidates: [Candidate]

    /// Lines that a decision is made on.
    package static let sampleSize = 64

    /// Holds the lines against all formats. A header is inferred where none takes at least half of them.
    /// - Parameters:
    ///   - lines: in the order of the log; they stand in the record's store, and stay there.
    ///   - general: that of `LogFormat.inferred`.
    package init(
        of lines: [Slice], among parsers: [FormatParser], general: FormatParser, _ context: ParseContext,
        _ record: inout Record
    ) {
        let lines = lines.filter { !$0.isEmpty }
        let scratch = record.store.buffer.count
        var matches = Array(repeating: 0, count: parsers.count)
        // A header says what the lines behind it are.
        var contexts = Array(repeating: context, count: parsers.count)
        for line in lines {
            for (index, parser) in parsers.enumerated() {
                contexts[index].time = context.time
                if parser.resembles(line, &record, &contexts[index]) { matches[index] += 1 }
            }
            record.store.buffer.truncate(to: scratch)
        }
        let order = matches.indices.filter { matches[$0] > 0 }.sorted {
            (matches[$0], parsers[$0].format.weight, $1) > (matches[$1], parsers[$1].format.weight, $0)
        }
        // logfmt's bare words match nearly everything: a line that begins with a time is rather something else.
        let most = matches.indices.filter { parsers[$0].format.kind != .logfmt }.map { matches[$0] }.max() ?? 0
        let learned = Self.infer(lines, general, moreThan: most, record)
        self.lines = lines.count
        candidates = (learned.map { [$0] } ?? []) + order.map { Candidate(parser: parsers[$0], matches: matches[$0]) }
    }

    private static func infer(
        _ lines: [Slice], _ general: FormatParser, moreThan least: Int, _ record: borrowing Record
    ) -> Candidate? {
        // What is indented belongs to the line before it, in every language's stack traces.
        let texts = lines.map { record.store.buffer.copy($0) }.filter { $0.first != 0x20 && $0.first != 0x09 }
        guard least * 2 < texts.count, let shape = HeaderInference.learn(texts), shape.lines > least,
            let parser = FormatParser(general, learned: LearnedHeader(shape))
        else { return nil }
        return Candidate(parser: parser, matches: shape.lines)
    }
}
