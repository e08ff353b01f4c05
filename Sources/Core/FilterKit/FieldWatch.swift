import Expressions
import Records

/// Fields that the command line names and no record has had so far: a misspelt name is silent otherwise, since in a
/// stream without a schema a field that is missing is nothing wrong.
struct FieldWatch {
    private var unseen: [(name: FieldName, text: String)] = []
    /// Names of the last record looked at, to guess from.
    private var known: [String] = []

    var isDone: Bool { unseen.isEmpty }

    mutating func add(_ text: String, _ record: inout Record) {
        guard !unseen.contains(where: { $0.text == text }) else { return }
        unseen.append((record.name(text), text))
    }

    /// Expressions that ask whether there is a value are not surprised when there is none.
    mutating func add(_ expression: Expression, _ record: inout Record) {
        let asksForAbsence = ["??", "null", "exists("].contains { expression.text.contains($0) }
        guard !asksForAbsence else { return }
        for name in expression.fieldNames { add(name, &record) }
    }

    mutating func look(at record: borrowing Record) {
        unseen.removeAll { record.position(of: $0.name) != nil }
        guard !unseen.isEmpty, known.count != record.count else { return }
        known = (0..<record.count).map { record.nameText(at: $0) }
    }

    /// The fields that have not come so far.
    var unseenFields: [String] { unseen.map(\.text) }

    /// Another watch of the same fields has seen all but these.
    mutating func add(seenAllBut fields: [String]) {
        unseen.removeAll { !fields.contains($0.text) }
    }

    /// A sentence for each field that never came.
    var complaints: [String] {
        guard !known.isEmpty else { return [] }
        return unseen.map { _, text in
            let hint = Suggestion.nearest(to: text, among: known).map { "; did you mean '\($0)'?" }
            return "no record had a field '\(text)'\(hint ?? "")"
        }
    }
}

extension String {
    /// Plain search, without Foundation.
    fileprivate func contains(_ part: String) -> Bool {
        let bytes = Array(utf8)
        let wanted = Array(part.utf8)
        guard bytes.count >= wanted.count else { return false }
        return (0...(bytes.count - wanted.count)).contains { bytes[$0..<($0 + wanted.count)].elementsEqual(wanted) }
    }
}
