import Bytes
import Records

extension Value {
    /// The number that a value is, or that its text is; nil for anything else.
    func decimal(in record: borrowing Record) -> Decimal? {
        switch self {
        case .integer(let number): Decimal(number)
        case .decimal(let number): number
        case .double(let number): Decimal(shortest: number)
        case .text(let slice): record.store.buffer.withSpan(slice) { Decimal(parsing: $0) }
        default: nil
        }
    }

    func double(in record: borrowing Record) -> Double? {
        switch self {
        case .integer(let number): Double(number)
        case .decimal(let number): number.doubleValue
        case .double(let number): number
        case .text(let slice): record.store.buffer.withSpan(slice) { Decimal(parsing: $0)?.doubleValue }
        default: nil
        }
    }
}

extension Record {
    /// A value as JSON in the record's scratch: the same bytes for the same value, whatever its escapes and trailing
    /// zeros. Nil for null and for what has no JSON.
    mutating func json(of value: Value) -> Slice? {
        let start = store.buffer.count
        switch value {
        case .null: return nil
        case .json(let slice): return slice
        case .text(let slice):
            store.buffer.append(0x22)
            store.buffer.appendEscaping(slice)
            store.buffer.append(0x22)
        case .bool(let flag): store.buffer.append(flag ? "true" as StaticString : "false")
        case .integer(let number): store.buffer.append(integer: number)
        case .decimal(let number): number.write { store.buffer.append($0) }
        case .double(let number): guard DoubleText.write(number, { store.buffer.append($0) }) else { return nil }
        }
        return Slice(from: start, to: store.buffer.count)
    }
}
