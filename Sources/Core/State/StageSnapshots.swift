import Bytes

/// What one stage remembered at each of the last marks: a file for each mark at which it was not what it had been before.
/// So the snapshot of a mark is that of the mark itself, or the last one before it.
package struct StageSnapshots {
    private let directory: StateDirectory
    package let stage: String
    /// The marks that have a file, in their order.
    package private(set) var marks: [UInt64]
    /// What was saved last, where that is short enough to be kept for comparing.
    private var last: [UInt8]?

    private static let worthComparing = 1 << 16

    package init(of stage: String, in directory: StateDirectory) throws(StateError) {
        self.stage = stage
        self.directory = directory
        marks = try directory.names().compactMap { Self.mark(of: $0, stage) }.sorted()
    }

    /// `weir-parse.17` of `weir-parse`: 17.
    static func mark(of name: String, _ stage: String) -> UInt64? {
        guard name.hasPrefix(stage + "."), let mark = UInt64(name.dropFirst(stage.utf8.count + 1)) else { return nil }
        return self.name(stage, mark) == name ? mark : nil
    }

    private static func name(_ stage: String, _ mark: UInt64) -> String { "\(stage).\(mark)" }

    /// What the stage remembered at a mark; nil where it had saved nothing by then.
    package func load(at mark: UInt64) throws(StateError) -> [UInt8]? {
        guard let known = marks.last(where: { $0 <= mark }) else { return nil }
        let name = Self.name(stage, known)
        guard let bytes = try directory.load(name) else { throw directory.unusable(name, "is missing") }
        var snapshot = SnapshotReader(bytes)
        // A file that was copied or renamed by hand is whole, and wrong.
        guard (try? snapshot.text()) == stage, (try? snapshot.unsigned()) == known, let content = try? snapshot.run()
        else {
            throw directory.setAside(name, "is the snapshot of something else")
        }
        return content
    }

    /// Saves what the stage remembers at a mark, unless it is what it was at the mark before.
    package mutating func save(_ content: [UInt8], at mark: UInt64) throws(StateError) {
        if let last, last == content { return }
        var snapshot = SnapshotWriter()
        snapshot.append(stage)
        snapshot.append(mark)
        snapshot.append(content)
        last = nil
        try directory.save(snapshot.contents, as: Self.name(stage, mark))
        if marks.last != mark { marks.append(mark) }
        if content.count <= Self.worthComparing { last = content }
    }

    /// Removes the snapshots that no restart can ask for any more.
    package mutating func removeOld(committed mark: UInt64) {
        guard let kept = marks.lastIndex(where: { $0 <= mark }), kept > 0 else { return }
        for old in marks[..<kept] { directory.remove(Self.name(stage, old)) }
        marks.removeFirst(kept)
    }

    /// Removes the snapshots of marks that were never committed, before marks of these numbers come again.
    package mutating func removeAbandoned(after mark: UInt64) {
        for abandoned in marks.filter({ $0 > mark }) { directory.remove(Self.name(stage, abandoned)) }
        marks.removeAll { $0 > mark }
    }
}
