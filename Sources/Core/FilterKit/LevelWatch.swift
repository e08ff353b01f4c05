import Bytes
import Expressions
import Records

/// Levels that a condition asks for in a spelling that weir-parse does not write: `level == "ERROR"` never holds of its
/// records. Records of other origin may well have it, so that only they can tell.
struct LevelWatch: Sendable {
    private struct Asked {
        let spelling: String
        let level: String
        let tag: UInt64
    }

    private var asked: [Asked] = []
    private var name: FieldName?
    /// The six levels as they are compared: none has more than eight bytes.
    private var tags: [UInt64] = []
    /// Levels have come, all of them weir's.
    private var isWeirs = false
    /// One was among them that was asked for in the other spelling.
    private(set) var hasNews = false

    /// Nothing that is asked for can be missed any more.
    var isDone: Bool { asked.isEmpty }

    mutating func add(_ expression: Expression, _ record: inout Record) {
        for text in expression.texts(comparedWith: "level") {
            guard let level = Level.meant(by: text), level != text, !asked.contains(where: { $0.spelling == text })
            else {
                continue
            }
            asked.append(Asked(spelling: text, level: level, tag: Self.tag(of: level, &record)))
            guard name == nil else { continue }
            name = record.name("level")
            tags = Level.names.map { Self.tag(of: $0, &record) }
        }
    }

    private static func tag(of level: String, _ record: inout Record) -> UInt64 {
        record.store.buffer.tag(record.store.keep(level.utf8))
    }

    mutating func look(at record: borrowing Record) {
        guard let name, let position = record.position(of: name) else { return }
        let field = record[position]
        guard field.value.count > 0, field.kind != .null else { return }
        let tag = record.store.buffer.tag(field.value)
        guard field.value.count <= 8, tags.contains(tag) else {
            // These records have levels of their own, and whoever asks knows them.
            asked = []
            return
        }
        isWeirs = true
        if asked.contains(where: { $0.tag == tag }) { hasNews = true }
    }

    /// What is to be said while the input goes on; it is not said again at the end.
    mutating func takeNews() -> [String] {
        defer {
            asked = []
            hasNews = false
        }
        return complaints(soFar: true)
    }

    func complaints(soFar: Bool = false) -> [String] {
        guard isWeirs else { return [] }
        return asked.map { asked in
            "no record \(soFar ? "so far " : "")had the level \"\(asked.spelling)\": weir-parse writes \"\(asked.level)\" for it"
        }
    }

    /// Another watch of the same levels has looked at other records.
    mutating func add(_ other: LevelWatch) {
        if other.isDone { asked = [] }
        isWeirs = isWeirs || other.isWeirs
    }
}
