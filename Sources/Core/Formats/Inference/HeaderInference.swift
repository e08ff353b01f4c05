import Bytes
import Records
import Regex

/// Learns the header of a log that no format describes from its first lines: it begins with a time, and goes on with
/// what nearly all lines have in the same place. Done once for a log; what comes of it is a pattern like a format's.
package struct HeaderInference: ~Copyable {
    private var buffer = ByteBuffer(capacity: 1 << 14)
    private var lines: [Slice] = []

    /// More of a line is not looked at: a header is short.
    private static let reach = 512
    private static let mostElements = 8

    /// - Returns: the shape of most lines; nil where most have no time in the same place.
    package static func learn(_ lines: [[UInt8]]) -> HeaderShape? {
        var inference = HeaderInference()
        for line in lines { inference.add(line) }
        return inference.shape()
    }

    private mutating func add(_ line: [UInt8]) {
        let start = buffer.count
        buffer.append(Array(line.prefix(Self.reach)))
        lines.append(Slice(from: start, to: buffer.count))
        // Expressions may look behind the end of what they see, times too.
        buffer.append([0, 0, 0, 0, 0, 0, 0, 0])
    }

    private func shape() -> HeaderShape? {
        var best: (opening: HeaderOpening, times: [(line: Slice, from: Int, time: InferredTime)])?
        for opening in HeaderOpening.allCases {
            let times = times(behind: opening)
            if times.count > best?.times.count ?? 0 { best = (opening, times) }
        }
        guard let best, best.times.count * 2 > lines.count else { return nil }
        var masks: [String: Int] = [:]
        var layouts: [String: Int] = [:]
        var rests: [Slice] = []
        for (line, from, time) in best.times {
            masks[time.mask, default: 0] += 1
            layouts[time.layout.description, default: 0] += 1
            rests.append(Slice(from: from + time.length, to: line.end))
        }
        return HeaderShape(
            opening: best.opening, masks: Self.masks(masks), parts: parts(of: rests, behind: best.opening),
            layouts: Self.frequent(layouts), lines: best.times.count)
    }

    /// The few that are seen most often, in an order that depends on nothing else.
    private static func frequent(_ counts: [String: Int]) -> [String] {
        counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(4).map(\.key)
    }

    /// The longer first: one may be the beginning of another.
    private static func masks(_ counts: [String: Int]) -> [TimeMask] {
        frequent(counts).sorted { ($0.utf8.count, $1) > ($1.utf8.count, $0) }.map(TimeMask.init(regex:))
    }

    // MARK: The time

    private func times(behind opening: HeaderOpening) -> [(line: Slice, from: Int, time: InferredTime)] {
        guard let pattern = try? CompiledPattern("\\A" + opening.regex, options: .bytes) else { return [] }
        var starts: [(line: Slice, from: Int)] = []
        for line in lines where pattern.firstMatch(in: buffer, line) == .matched {
            guard let match = pattern.capture(0) else { continue }
            starts.append((line, match.end))
        }
        let ambiguous = InferredTime.ambiguousLayout(buffer, starts.map { Slice(from: $0.from, to: $0.line.end) })
        let times = times(starts, ambiguous, hasZones: true)
        // Here and there the first word of a message is called as a zone is.
        return times.count { $0.time.namesZone } * 2 >= times.count
            ? times : self.times(starts, ambiguous, hasZones: false)
    }

    private func times(
        _ starts: [(line: Slice, from: Int)], _ ambiguous: TimeLayout?, hasZones: Bool
    ) -> [(line: Slice, from: Int, time: InferredTime)] {
        var times: [(line: Slice, from: Int, time: InferredTime)] = []
        for (line, from) in starts {
            let slice = Slice(from: from, to: line.end)
            if let time = InferredTime(buffer, slice, ambiguous: ambiguous, hasZones: hasZones) {
                times.append((line, from, time))
            }
        }
        return times
    }

    // MARK: What follows it

    /// Grows the header element by element, as long as the lines agree.
    private func parts(of rests: [Slice], behind opening: HeaderOpening) -> [HeaderShape.Part] {
        var rests = rests
        var found: [FoundElement] = []
        var taken = opening.fields
        while found.count < Self.mostElements, let next = next(in: rests, taken) {
            found.append(next.element)
            taken.formUnion(next.element.element.fields)
            rests = next.rests
        }
        while let last = found.last, last.element.needsCompany, !last.isFollowedByBar { found.removeLast() }
        return HeaderNames.give(to: found, besides: opening.fields)
    }

    private func next(in rests: [Slice], _ taken: Set<String>) -> (element: FoundElement, rests: [Slice])? {
        for element in HeaderElement.allCases where taken.isDisjoint(with: element.fields) {
            if let condition = element.condition, !taken.contains(condition) { continue }
            let probe = "\\A" + HeaderElement.separator + element.probe(name: "text")
            guard let pattern = try? CompiledPattern(probe, options: .bytes) else { continue }
            var behind = rests
            var texts: [String] = []
            var bars = 0
            for (index, rest) in rests.enumerated() where pattern.firstMatch(in: buffer, rest) == .matched {
                guard let match = pattern.capture(0) else { continue }
                behind[index] = Slice(from: match.end, to: rest.end)
                if let text = pattern.capture(1) { texts.append(buffer.text(text)) }
                if match.end < rest.end, buffer[match.end] == UInt8(ascii: "|") { bars += 1 }
            }
            guard !texts.isEmpty, element.isLearned(in: texts.count, of: rests.count),
                !element.isConstant || Set(texts).count == 1
            else { continue }
            let found = FoundElement(
                element: element, texts: texts, isEverywhere: texts.count == rests.count,
                isFollowedByBar: bars == texts.count)
            return (found, behind)
        }
        return nil
    }
}

/// An element that the lines of a sample share, and what it says in each.
struct FoundElement {
    let element: HeaderElement
    let texts: [String]
    let isEverywhere: Bool
    let isFollowedByBar: Bool
}
