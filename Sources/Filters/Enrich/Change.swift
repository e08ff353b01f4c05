import Bytes
import Expressions
import FilterKit
import Records

/// One change to a record, in the order of the command line.
enum Change {
    case set(FieldName, BoundExpression)
    /// `--set b=a`: the value as it is written, so that `1.10` stays `1.10`.
    case copy(from: FieldName, to: FieldName)
    case drop([FieldName])
    case keep([FieldName])
    case rename(from: FieldName, to: FieldName)
    case order([FieldName])
    case nest(Nesting)
    /// What stands between the names.
    case flatten(separator: Slice)

    func apply(to record: inout Record) {
        switch self {
        case .set(let name, let expression):
            let value = expression.evaluate(&record)
            record.set(name, to: value)
        case .copy(let from, let to):
            if let position = record.position(of: from) {
                record.set(to, record[position].value, record[position].kind)
            } else {
                record.set(to, to: .null)
            }
        case .drop(let names):
            for name in names { record.remove(name) }
        case .keep(let names): record.keep(only: names)
        case .order(let names): record.order(names)
        case .nest(let nesting): nesting.apply(to: &record)
        case .flatten(let separator): record.flatten(separator: separator)
        case .rename(let from, let to):
            guard from.slice != to.slice, record.position(of: from) != nil else { return }
            // The new name replaces a field that had it before, and of duplicates the last one counts.
            record.remove(to)
            guard let position = record.position(of: from) else { return }
            record.rename(at: position, to: to)
            record.remove(from)
        }
    }
}
