import Bytes

/// What an expression computes with. Text and JSON are slices of the record's store; nothing is copied to be read.
@frozen @usableFromInline package enum Value: BitwiseCopyable {
    case null
    case bool(Bool)
    case integer(Int64)
    /// A number with a fraction, or an integer beyond 64 bits: exact.
    case decimal(Decimal)
    /// The result of a division, and numbers too long for `decimal`.
    case double(Double)
    /// UTF-8 as people read it, without escapes.
    case text(Slice)
    /// An object or an array, as JSON text.
    case json(Slice)
}

extension Record {
    /// The value of a field. A string with escapes is unescaped into scratch.
    package mutating func value(at position: Int) -> Value {
        let field = fields[position]
        return value(field.value, field.kind)
    }

    /// The value that a slice is when it is read as a kind says.
    package mutating func value(_ slice: Slice, _ kind: Field.Kind) -> Value {
        switch kind {
        case .string, .text: return .text(slice)
        case .escapedString: return .text(unescapeIntoScratch(slice))
        case .integer:
            if let value = store.buffer.integer(slice) { return .integer(value) }
            return number(slice)
        case .number:
            if let (digits, places) = store.buffer.shortDecimal(slice) {
                return .decimal(digits == 0 ? .zero : Decimal(significand: Int128(digits), exponent: -places))
            }
            return number(slice)
        case .true: return .bool(true)
        case .false: return .bool(false)
        case .null: return .null
        case .object, .array: return .json(slice)
        }
    }

    package mutating func value(of name: FieldName) -> Value {
        guard let position = find(name) else { return .null }
        return value(at: position)
    }

    private mutating func number(_ slice: Slice) -> Value {
        if let value = store.buffer.withSpan(slice, { Decimal(parsing: $0) }) { return .decimal(value) }
        // More than 38 digits: near enough as a double, or beyond it and no number to compute with.
        return Double(store.text(slice)).map { $0.isFinite ? .double($0) : .null } ?? .null
    }

    private mutating func unescapeIntoScratch(_ slice: Slice) -> Slice {
        let start = store.buffer.count
        store.buffer.appendUnescaping(slice)
        return Slice(from: start, to: store.buffer.count)
    }

    /// Gives a field a computed value, in its place or at the end. A double that is not finite has no JSON and
    /// becomes null.
    package mutating func set(_ name: FieldName, to value: Value) {
        let start = store.buffer.count
        switch value {
        case .text(let slice): return set(name, slice, .text)
        case .json(let slice): return set(name, slice, store[slice.start] == 0x7B ? .object : .array)
        case .null: store.buffer.append("null" as StaticString)
        case .bool(let flag): store.buffer.append(flag ? "true" as StaticString : "false")
        case .integer(let number): store.buffer.append(integer: number)
        case .decimal(let number): number.write { store.buffer.append($0) }
        case .double(let number):
            guard DoubleText.write(number, { store.buffer.append($0) }) else { return set(name, to: .null) }
        }
        let kind: Field.Kind =
            switch value {
            case .null: .null
            case .bool(let flag): flag ? .true : .false
            case .integer: .integer
            default: .number
            }
        set(name, Slice(from: start, to: store.buffer.count), kind)
    }
}
