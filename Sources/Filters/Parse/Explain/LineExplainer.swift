import Bytes
import Formats
import Records
import Regex

/// Shows why a line became no record: the line, and under it how far each pattern came (`--explain`).
final class LineExplainer {
    /// By the text of the pattern.
    private var probes: [String: PatternProbe] = [:]

    /// Patterns shown for a line: those that came furthest.
    private static let mostShown = 4
    /// Bytes shown of what a pattern wanted.
    private static let mostWanted = 40

    private struct Place {
        let offset: Int
        /// The format's name; of several patterns, those that this is about are named behind it.
        let format: String
        var patterns: [String] = []
        let sentence: String

        var remark: String {
            patterns.isEmpty ? "\(format) \(sentence)" : "\(format) (\(patterns.joined(separator: ", "))) \(sentence)"
        }
    }

    /// - Parameter parsers: those that were tried, in their order.
    func explain(
        _ line: Slice, _ outcome: ParseOutcome, tried parsers: [FormatParser], _ record: borrowing Record
    ) -> [String] {
        var places: [Place] = []
        switch outcome {
        case .failed(.badJSON(let error)):
            places = [Place(offset: error.position, format: "json:", sentence: error.reason.rawValue)]
        case .failed(.badTime(let field)), .failed(.unclearZone(let field, _)), .failed(.badType(let field, _)):
            places = self.places(of: field, in: line, parsers, record)
        case .failed(.tooLong): break
        case .parsed, .absorbed, .noMatch, .failed: places = furthest(in: line, parsers, record)
        }
        let bytes = record.store.buffer.copy(line)
        let excerpt = LineExcerpt(bytes, around: places.first?.offset ?? 0)
        return [excerpt.text] + places.map { excerpt.caret(under: $0.offset, $0.remark) }
    }

    private func furthest(in line: Slice, _ parsers: [FormatParser], _ record: borrowing Record) -> [Place] {
        var places: [Place] = []
        for parser in parsers {
            let patterns = parser.namedPatterns
            for (name, pattern) in patterns {
                guard let point = probe(pattern)?.furthestPoint(in: record.store.buffer, line) else { continue }
                let place = Place(
                    offset: point.offset, format: parser.format.name, patterns: patterns.count > 1 ? [name] : [],
                    sentence: Self.sentence(point.wanted))
                // Patterns of one format often begin alike.
                let known = places.firstIndex {
                    $0.offset == place.offset && $0.format == place.format && $0.sentence == place.sentence
                }
                if let known { places[known].patterns += place.patterns } else { places.append(place) }
            }
        }
        // Of those that came as far, the one that is tried first stands first.
        let order = places.indices.sorted { (places[$1].offset, $0) < (places[$0].offset, $1) }
        return order.prefix(Self.mostShown).map { places[$0] }
    }

    /// Where the patterns found the field that was not what it should be.
    private func places(
        of field: String, in line: Slice, _ parsers: [FormatParser], _ record: borrowing Record
    ) -> [Place] {
        for parser in parsers {
            let group = field == "time" ? parser.format.timeField ?? field : field
            for (_, pattern) in parser.namedPatterns {
                guard pattern.firstMatch(in: record.store.buffer, line) == .matched else { continue }
                for named in pattern.namedGroups where named.name == group {
                    guard let slice = pattern.capture(named.number) else { continue }
                    return [
                        Place(
                            offset: slice.start - line.start, format: parser.format.name,
                            sentence: "takes this for '\(field)'")
                    ]
                }
            }
        }
        return []
    }

    private func probe(_ pattern: CompiledPattern) -> PatternProbe? {
        if let probe = probes[pattern.pattern] { return probe }
        let probe = PatternProbe(of: pattern)
        probes[pattern.pattern] = probe
        return probe
    }

    private static func sentence(_ wanted: String) -> String {
        if wanted.isEmpty { return "wants the line to end here" }
        let isLonger = wanted.utf8.count > mostWanted
        return "wants \(isLonger ? String(wanted.prefix(mostWanted)) + "…" : wanted)"
    }
}
