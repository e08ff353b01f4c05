import Expressions
import FilterKit
import Records

/// One change to a record, in the order of the command line.
enum Change {
    case set(FieldName, BoundExpression)
    case drop([FieldName])
    case keep([FieldName])
    case rename(from: FieldName, to: FieldName)

    func apply(to record: inout Record) {
        switch self {
        case .set(let name, let expression):
            let value = expression.evaluate(&record)
            record.set(name, to: value)
        case .drop(let names):
            for name in names { record.remove(name) }
        case .keep(let names): record.keep(only: names)
        case .rename(let from, let to):
            guard let position = record.position(of: from) else { return }
            // The new name replaces a field that had it before.
            if let old = record.position(of: to), old != position { record.remove(to) }
            guard let position = record.position(of: from) else { return }
            record.rename(at: position, to: to)
        }
    }
}
