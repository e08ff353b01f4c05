import Bytes
import FilterKit
import Formats
import Records

extension LogStream {
    /// Writes what is known of the log and what is waiting: the same lines then make the same records as if the run had
    /// never ended.
    func save(to snapshot: inout SnapshotWriter) {
        snapshot.append(name)
        snapshot.append(isDecided)
        snapshot.append(misses)
        snapshot.append(patience)
        snapshot.append(best != nil)
        if let best { save(best, to: &snapshot) }
        snapshot.append(UInt64(others.count))
        for (parser, standsAlone) in zip(others, standsAlone) {
            save(parser, to: &snapshot)
            snapshot.append(standsAlone)
        }
        context.save(to: &snapshot)
        for context in nestedContexts { context.save(to: &snapshot) }
        snapshot.append(UInt64(held.count))
        for line in held { line.save(to: &snapshot) }
        joiner?.save(to: &snapshot)
        parts?.save(to: &snapshot)
    }

    convenience init(
        from snapshot: inout SnapshotReader, _ choice: FormatChoice, in run: FilterRun
    ) throws(SnapshotError) {
        self.init(name: try snapshot.run(), choice, in: run)
        isDecided = try snapshot.flag()
        misses = try snapshot.integer()
        patience = try snapshot.integer()
        best = try snapshot.flag() ? parser(from: &snapshot) : nil
        others = []
        standsAlone = []
        for _ in 0..<(try snapshot.count()) {
            others.append(try parser(from: &snapshot))
            standsAlone.append(try snapshot.flag())
        }
        try context.restore(from: &snapshot)
        for index in nestedContexts.indices { try nestedContexts[index].restore(from: &snapshot) }
        for _ in 0..<(try snapshot.count()) { held.append(try HeldLine(from: &snapshot)) }
        guard misses >= 0, misses < patience, patience <= Self.mostPatience, best != nil || !isDecided else {
            throw .foreign
        }
        joiner = best.flatMap { choice.makeJoiner($0) }
        parts = best.flatMap { choice.makePartJoiner($0) }
        try joiner?.restore(from: &snapshot)
        try parts?.restore(from: &snapshot)
        isUntouched = true
    }

    /// A format is written by its name; where several of the choice have the same, by its place among these too. A header
    /// that was learned is written whole.
    private func save(_ parser: FormatParser, to snapshot: inout SnapshotWriter) {
        snapshot.append(parser.format.name)
        snapshot.append(parser.learned != nil)
        guard let learned = parser.learned else {
            let namesakes = choice.parsers.filter { $0.format.name == parser.format.name }
            return snapshot.append(namesakes.firstIndex { $0 === parser } ?? 0)
        }
        snapshot.append(learned.regex)
        snapshot.append(learned.start)
        snapshot.append(UInt64(learned.layouts.count))
        for layout in learned.layouts { snapshot.append(layout) }
    }

    /// A format that is not among those of the choice any more was saved under other options.
    private func parser(from snapshot: inout SnapshotReader) throws(SnapshotError) -> FormatParser {
        let name = try snapshot.text()
        guard try snapshot.flag() else {
            let namesakes = choice.parsers.filter { $0.format.name == name }
            let place = try snapshot.integer()
            guard namesakes.indices.contains(place) else { throw .foreign }
            return namesakes[place]
        }
        let regex = try snapshot.text()
        let start = try snapshot.text()
        var layouts: [String] = []
        for _ in 0..<(try snapshot.count()) { layouts.append(try snapshot.text()) }
        guard let parser = choice.parser(of: LearnedHeader(regex: regex, start: start, layouts: layouts)) else {
            throw .foreign
        }
        return parser
    }
}
