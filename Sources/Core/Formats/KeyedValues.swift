import Bytes
import Records

/// What is made of values under standard names, where the format says so: numbers in base units, a query of its own.
final class KeyedValues {
    private let scales: [(name: FieldName, factor: Decimal)]
    /// Fields whose text behind the first `?` is another's.
    private let splits: [(from: FieldName, to: FieldName)]

    /// Nil where there is nothing to do.
    init?(_ format: LogFormat, _ record: inout Record) {
        // Columns have done with scales when they table a cell.
        let scaled = format.kind.hasColumns || !format.kind.isKeyed ? [] : format.fields
        var scales: [(FieldName, Decimal)] = []
        for field in scaled {
            guard let factor = field.scale.flatMap({ Decimal(parsing: Array($0.utf8)) }) else { continue }
            scales.append((record.name(field.name), factor))
        }
        var splits: [(FieldName, FieldName)] = []
        for (from, to) in format.split { splits.append((record.name(from), record.name(to))) }
        guard !scales.isEmpty || !splits.isEmpty else { return nil }
        self.scales = scales
        self.splits = splits
    }

    func apply(_ record: inout Record) {
        for (name, factor) in scales {
            guard let position = record.position(of: name), record[position].kind.isNumber,
                let (number, kind) = record.scaled(record[position].value, by: factor)
            else { continue }
            record.replace(at: position, number, kind)
        }
        for (from, to) in splits {
            guard let position = record.position(of: from), record[position].kind.isText else { continue }
            let field = record[position]
            guard let mark = record.store.buffer.find(0x3F, from: field.value.start, to: field.value.end),
                record.position(of: to) == nil
            else { continue }
            record.replace(at: position, Slice(from: field.value.start, to: mark), field.kind)
            record.append(to, Slice(from: mark + 1, to: field.value.end), field.kind)
        }
    }
}
