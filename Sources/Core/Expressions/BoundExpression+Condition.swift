import Bytes
import Records
import Regex

extension BoundExpression {
    /// Two-valued: a condition is true or it is not. What cannot be said, because something is null, is not true.
    func condition(_ index: Node.Index, _ record: inout Record) -> Bool {
        switch program.nodes[Int(index)] {
        case .compareField(let comparison, _, let constant):
            return compare(comparison, operand(index, &record), constant, record.store.buffer)
        case .fieldEquals(_, let constant, let isNegated):
            return equals(operand(index, &record), constant, isNegated: isNegated, record.store.buffer)
        case .match(let subject, let pattern, let isNegated):
            return match(subject, pattern, isNegated: isNegated, &record)
        case .all(let first, let count):
            for position in Int(first)..<Int(first &+ count)
            where !condition(program.lists[position], &record) { return false }
            return true
        case .any(let first, let count):
            for position in Int(first)..<Int(first &+ count)
            where condition(program.lists[position], &record) { return true }
            return false
        case .not(let operand): return !condition(operand, &record)
        case .compare(let comparison, let left, let right):
            let left = value(left, &record)
            let right = value(right, &record)
            return comparison.holds(.between(left, right, in: record.store.buffer))
        case .membership(let subject, let first, let count):
            let subject = value(subject, &record)
            if case .null = subject { return false }
            for position in Int(first)..<Int(first &+ count) {
                let element = value(program.lists[position], &record)
                if case .equal = Relation.between(subject, element, in: record.store.buffer) { return true }
            }
            return false
        case .element(let subject, let array):
            return isElement(value(subject, &record), value(array, &record), &record)
        case .isNull(let operand, let isNegated):
            if case .null = value(operand, &record) { return !isNegated }
            return isNegated
        case .exists: return exists(index, &record)
        default:
            if case .bool(let flag) = value(index, &record) { return flag }
            return false
        }
    }

    @inline(__always)
    private func compare(
        _ comparison: Comparison, _ operand: Value, _ constant: Int64, _ buffer: borrowing ByteBuffer
    ) -> Bool {
        if case .integer(let integer) = operand { return comparison.holds(.of(integer, constant)) }
        return comparison.holds(.between(operand, .integer(constant), in: buffer))
    }

    @inline(__always)
    private func equals(
        _ operand: Value, _ constant: Slice, isNegated: Bool, _ buffer: borrowing ByteBuffer
    ) -> Bool {
        if case .text(let text) = operand { return buffer.equal(text, constant) != isNegated }
        let comparison = isNegated ? Comparison.notEqual : .equal
        return comparison.holds(.between(operand, .text(constant), in: buffer))
    }

    private func match(
        _ subject: Node.Index, _ pattern: Node.Index, isNegated: Bool, _ record: inout Record
    ) -> Bool {
        guard case .text(let text) = value(subject, &record) else { return false }
        switch program.patterns[Int(pattern)].firstMatch(in: record.store.buffer, text) {
        case .matched:
            matched[Int(pattern)] = generation
            return !isNegated
        case .noMatch: return isNegated
        case .failed:
            tally.failedMatches &+= 1
            return false
        }
    }
}
