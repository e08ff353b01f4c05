import Bytes
import Records

/// A line that weir puts between records when a checkpoint was asked for: `{"_weir":"mark",…}` (weir-record(5)).
package struct ControlRecord: Equatable, Sendable {
    package enum Kind: String, Sendable { case begin, mark, end }

    package let kind: Kind
    /// The run that the stream belongs to.
    package private(set) var epoch: UInt64?
    /// The mark's number; in a `begin` that of the committed mark from which the stream goes on.
    package private(set) var mark: UInt64?
    /// What tells it from a line of a log that looks alike.
    package private(set) var nonce = ""
    /// In a `begin`: the stages that it has come by.
    package private(set) var stages: [String] = []

    /// Reads a record that has been scanned; nil where it is none.
    init?(_ record: borrowing Record) {
        guard record.count > 0, record[0].kind == .string,
            let kind = Kind(rawValue: record.store.text(record[0].value))
        else { return nil }
        self.kind = kind
        for position in 1..<max(1, record.count) {
            let field = record[position]
            let text = record.store.text(field.value)
            switch record.nameText(at: position) {
            case "nonce" where field.kind == .string: nonce = text
            case "epoch" where field.kind == .integer: epoch = UInt64(text)
            case "n" where field.kind == .integer && kind != .begin: mark = UInt64(text)
            case "from" where field.kind == .integer && kind == .begin: mark = UInt64(text)
            case "stages" where field.kind == .array:
                stages = (try? JSONTree(parsing: Array(text.utf8)))?.elements.compactMap(\.string) ?? []
            default: break
            }
        }
        guard nonce.utf8.count >= 16 else { return nil }
    }
}
