import Bytes
import Records

/// What lies within values and patterns.
extension BoundExpression {
    @inline(never) func reach(_ index: Node.Index, _ record: inout Record) -> Value {
        switch program.nodes[Int(index)] {
        case .dotted(_, let otherwise):
            return exists(index, &record) ? operand(index, &record) : value(otherwise, &record)
        case .dottedText(let name, let otherwise):
            if record.find(name) == nil { return value(otherwise, &record) }
            return record.text(of: name).map { .text($0) } ?? .null
        case .member(let container, let key):
            guard let nested = nested(container, key, &record) else { return .null }
            return record.value(nested.value, nested.kind)
        case .memberText(let container, let key):
            guard let nested = nested(container, key, &record) else { return .null }
            return record.text(of: nested).map { .text($0) } ?? .null
        case .fieldTextOrJSON(let name):
            guard let position = record.find(name) else { return .null }
            let field = record[position]
            if field.kind == .object || field.kind == .array { return .json(field.value) }
            return record.text(of: name).map { .text($0) } ?? .null
        case .textOrJSON(let operand):
            let value = value(operand, &record)
            if case .json = value { return value }
            return record.text(of: value).map { .text($0) } ?? .null
        case .capture(let pattern, let group):
            guard matched[Int(pattern)] == generation else { return .null }
            return program.patterns[Int(pattern)].capture(Int(group)).map { .text($0) } ?? .null
        case .formatted(let operand, let format):
            let value = value(operand, &record)
            return program.formats[Int(format)].write(value, &record, &tally)
        case .now:
            // Milliseconds are what clocks of different machines agree on.
            let now = Timestamp(nanoseconds: clock.now / 1_000_000 * 1_000_000)
            return record.made { now.append(to: &$0) }
        default: return .null
        }
    }

    /// A text names a member, a number an element.
    private func nested(_ container: Node.Index, _ key: Node.Index, _ record: inout Record) -> Record.Nested? {
        guard case .json(let json) = value(container, &record) else { return nil }
        let key = value(key, &record)
        if case .text(let name) = key { return record.member(name, of: json) }
        return key.wholeNumber.flatMap { record.element($0, of: json) }
    }

    func isElement(_ subject: Value, _ array: Value, _ record: inout Record) -> Bool {
        guard case .json(let json) = array else { return false }
        if case .null = subject { return false }
        var place = record.nextElement(of: json, from: nil)
        while let (element, next) = place {
            let value = record.value(element.value, element.kind)
            if case .equal = Relation.between(subject, value, in: record.store.buffer) { return true }
            place = next.flatMap { record.nextElement(of: json, from: $0) }
        }
        return false
    }
}

extension Record {
    /// The text of a nested value, as it stands there; nil for null.
    mutating func text(of nested: Nested) -> Slice? {
        switch nested.kind {
        case .null: return nil
        case .escapedString:
            guard case .text(let text) = value(nested.value, nested.kind) else { return nil }
            return text
        default: return nested.value
        }
    }

    /// The text that `write` appends to scratch.
    @inline(__always) mutating func made(_ write: (inout ByteBuffer) -> Void) -> Value {
        let start = store.buffer.count
        write(&store.buffer)
        return .text(Slice(from: start, to: store.buffer.count))
    }
}
