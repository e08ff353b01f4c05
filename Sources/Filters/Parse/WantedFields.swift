import Records
import Expressions
import FilterKit
import Formats

/// `--only`: the fields to emit, and those that must be parsed for them to be chosen by.
struct WantedFields {
    /// Nil for all.
    let names: [String]?
    /// `names`, what `--where` asks for, and what others are nested in.
    let parsed: [String]?
    /// Fields come out of others' texts, whatever the format is.
    private let hasNested: Bool

    /// - Parameter nested: names of the fields that others are nested in.
    init(_ text: String?, predicates: [String], nested: [String] = []) throws(Failure) {
        hasNested = !nested.isEmpty
        guard let text else {
            names = nil
            parsed = nil
            return
        }
        let names = FieldList.parse(text)
        guard !names.isEmpty else { throw Failure(.usage, "--only: no field is named") }
        self.names = names
        var asked: [String] = []
        for text in predicates { asked += try FilterRun.compile(condition: text, flag: "--where").fieldNames }
        parsed = names + (asked + nested).filter { !names.contains($0) }
    }

    /// More is parsed than is emitted.
    var hasExtra: Bool { names?.count != parsed?.count || hasNested }

    /// Names that no pattern of the choice can fill: whether they come depends on the log.
    func unforeseen(in choice: FormatChoice) -> [String] {
        let formats = choice.parsers.map(\.format) + choice.carried
        let foreseen = Set(formats.flatMap { $0.emittedFields })
        return (names ?? []).filter { !foreseen.contains($0) }
    }

    /// A name that no format of the choice can fill is a mistake, where the formats say what they fill.
    func check(_ choice: FormatChoice) throws(Failure) {
        let formats = choice.parsers.map(\.format)
        guard !choice.isDetecting, !hasNested, formats.allSatisfy({ $0.kind == .pattern }) else { return }
        let known = Array(Set((formats + choice.carried).flatMap { $0.emittedFields })).sorted()
        for name in names ?? [] where !known.contains(name) {
            let hint = Suggestion.nearest(to: name, among: known).map { "; did you mean '\($0)'?" }
            throw Failure(
                .usage, "--only: there is no field '\(name)'\(hint ?? "; there are \(known.joined(separator: ", "))")")
        }
    }
}
