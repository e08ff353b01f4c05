import Expressions
import Records

/// Fields that the command line names and no record has had so far: a misspelt name is silent otherwise, since in a
/// stream without a schema a field that is missing is nothing wrong.
struct FieldWatch {
    private struct Unseen {
        /// Any of them will do. With a name come the objects that it may lie in: `http` and `http.request` for
        /// `http.request.id`.
        let names: [FieldName]
        /// The field, or what follows where there is none: different for each of these.
        let text: String
        var premise: Premise?
    }

    private var unseen: [Unseen] = [] { didSet { settle() } }
    private var levels = LevelWatch() { didSet { settle() } }
    /// Names of the last record looked at, to guess from.
    private var known: [String] = []
    /// How often that was made anew.
    private var changes = 0

    /// Asked for each record, so it is not worked out then.
    private(set) var isDone = true

    private mutating func settle() { isDone = unseen.isEmpty && levels.isDone }

    mutating func add(_ text: String, _ record: inout Record) {
        guard !unseen.contains(where: { $0.text == text }) else { return }
        let dots = text.utf8.indices.filter { text.utf8[$0] == 0x2E && $0 != text.startIndex }
        let names = dots.map { record.name(String(text[..<$0])) } + [record.name(text)]
        unseen.append(Unseen(names: names, text: text))
    }

    mutating func add(_ premise: Premise, _ record: inout Record) {
        guard !unseen.contains(where: { $0.text == premise.consequence }) else { return }
        let names = premise.fields.map { record.name($0) }
        unseen.append(Unseen(names: names, text: premise.consequence, premise: premise))
    }

    /// Expressions that ask whether there is a value are not surprised when there is none.
    mutating func add(_ expression: Expression, _ record: inout Record) {
        add(levelsOf: expression, &record)
        let asksForAbsence = ["??", "null", "exists("].contains { expression.text.contains($0) }
        guard !asksForAbsence else { return }
        for name in expression.fieldNames { add(name, &record) }
    }

    /// Levels alone, of an expression whose fields are looked for otherwise.
    mutating func add(levelsOf expression: Expression, _ record: inout Record) { levels.add(expression, &record) }

    mutating func look(at record: borrowing Record) {
        if !levels.isDone { levels.look(at: record) }
        unseen.removeAll { field in
            for name in field.names where record.position(of: name) != nil { return true }
            return false
        }
        guard !unseen.isEmpty, known.count != record.count else { return }
        known = (0..<record.count).map { record.nameText(at: $0) }
        changes += 1
    }

    /// What a watch has seen of a part of the records.
    struct Sight: Sendable {
        /// The fields that have not come so far.
        let unseen: [String]
        let known: [String]
        let changes: Int
        let levels: LevelWatch
    }

    /// What was seen since this was asked last.
    mutating func takeSight() -> Sight {
        defer {
            known = []
            changes = 0
        }
        return Sight(unseen: unseen.map(\.text), known: known, changes: changes, levels: levels)
    }

    /// Another watch of the same fields has looked at the records that come next: afterwards this one is as if it had.
    mutating func add(_ sight: Sight) {
        levels.add(sight.levels)
        unseen.removeAll { !sight.unseen.contains($0.text) }
        // The first look of the other one would have changed nothing here where there were as many fields.
        guard sight.changes > 1 || sight.changes == 1 && sight.known.count != known.count else { return }
        known = sight.known
        changes += 1
    }

    /// A sentence for each field and level that never came.
    var complaints: [String] { fieldComplaints + levels.complaints() }

    private var fieldComplaints: [String] {
        guard !known.isEmpty else { return [] }
        return unseen.map { field in
            if let premise = field.premise { return premise.complaint() }
            let hint = Suggestion.nearest(to: field.text, among: known).map { "; did you mean '\($0)'?" }
            return "no record had a field '\(field.text)'\(hint ?? "")"
        }
    }

    /// Something has come that is worth saying before the end.
    var hasNews: Bool { levels.hasNews }

    mutating func takeNews() -> [String] { levels.takeNews() }

    /// What there is to be said of premises before the end; it is not said again then.
    mutating func takeUnmetPremises() -> [String] {
        guard !known.isEmpty else { return [] }
        let complaints = unseen.compactMap { $0.premise?.complaint(soFar: true) }
        unseen.removeAll { $0.premise != nil }
        return complaints
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
