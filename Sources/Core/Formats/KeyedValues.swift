import Bytes
import Records

/// What is made of values under standard names, where the format says so: numbers in base units, a query of its own.
final class KeyedValues {
    private let scales: [(name: FieldName, factor: Decimal)]
    /// Numbers of seconds, which may be written as texts with units.
    let durations: [FieldName]
    /// There is nothing to do but for such texts.
    let isForDurations: Bool
    /// Fields whose text behind the first `?` is another's.
    private let splits: [(from: FieldName, to: FieldName)]
    /// Texts that mean "no value": their fields go.
    private let absent: [Slice]

    /// Nil where there is nothing to do.
    init?(_ format: LogFormat, _ record: inout Record) {
        // Columns have done with scales when they table a cell.
        let scaled = format.kind.hasColumns || !format.kind.isKeyed ? [] : format.fields
        var scales: [(FieldName, Decimal)] = []
        for field in scaled {
            guard let factor = field.scale.flatMap({ Decimal(parsing: Array($0.utf8)) }) else { continue }
            scales.append((record.name(field.name), factor))
        }
        var durations: [FieldName] = []
        for field in scaled where field.type == .number && field.unit == "s" {
            durations.append(record.name(field.name))
        }
        var splits: [(FieldName, FieldName)] = []
        for (from, to) in format.split { splits.append((record.name(from), record.name(to))) }
        absent = format.kind == .json || format.kind == .logfmt ? format.absent.map { record.store.keep($0.utf8) } : []
        isForDurations = scales.isEmpty && splits.isEmpty && absent.isEmpty
        guard !isForDurations || !durations.isEmpty else { return nil }
        self.durations = durations
        self.scales = scales
        self.splits = splits
    }

    func apply(_ record: inout Record) {
        if !absent.isEmpty { dropAbsent(&record) }
        for (name, factor) in scales {
            guard let position = record.position(of: name), record[position].kind.isNumber,
                let (number, kind) = record.scaled(record[position].value, by: factor)
            else { continue }
            record.replace(at: position, number, kind)
        }
        for name in durations { readUnits(of: name, &record) }
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

    private func dropAbsent(_ record: inout Record) {
        var position = record.count - 1
        while position >= 0 {
            let field = record[position]
            if field.kind.isText, absent.contains(where: { record.store.buffer.equal($0, field.value) }) {
                record.remove(at: position)
            }
            position -= 1
        }
    }

    /// `1m3s`, `15ms`, as Go and others write a duration, is a number of seconds.
    private func readUnits(of name: FieldName, _ record: inout Record) {
        guard let position = record.position(of: name), record[position].kind.isText else { return }
        let slice = record[position].value
        // The longest that Go writes, `2562047h47m16.854775807s`, and more; none is without a unit.
        guard slice.count >= 2, slice.count <= 32, record.store[slice.start] &- 0x30 < 10,
            record.store[slice.end &- 1] & 0xDF &- 0x41 < 26,
            let nanoseconds = try? DurationText.parse(record.store.text(slice))
        else { return }
        let start = record.store.buffer.count
        record.store.buffer.append("\(nanoseconds)")
        let digits = Slice(from: start, to: record.store.buffer.count)
        guard let (number, kind) = record.scaled(digits, by: Self.nano) else { return }
        record.replace(at: position, number, kind)
    }

    private static let nano = Decimal(parsing: Array("0.000000001".utf8)) ?? Decimal(0)
}
