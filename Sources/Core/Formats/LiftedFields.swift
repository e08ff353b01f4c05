import Bytes
import Records

/// What lies within a JSON line's objects and is wanted as a field of the record: Caddy's `request.method`, MongoDB's
/// `t.$date`. The objects stay as they are; one that has nothing but the one thing that is lifted gives way to it.
final class LiftedFields {
    private struct Lift {
        let parent: FieldName
        /// Names of the members on the way down.
        let path: [Slice]
        let name: FieldName
        /// Nothing else is lifted out of the same object.
        let isOnly: Bool
    }

    private let lifts: [Lift]

    /// Nil where the format lifts nothing.
    init?(_ format: LogFormat, _ record: inout Record) {
        guard !format.lift.isEmpty else { return nil }
        var lifts: [Lift] = []
        let roots = format.lift.map { $0.from.prefix { $0 != "." } }
        for ((path, name), root) in zip(format.lift, roots) {
            let parts = path.split(separator: ".").map { record.name(String($0)) }
            guard parts.count > 1 else { continue }
            lifts.append(
                Lift(
                    parent: parts[0], path: parts.dropFirst().map(\.slice), name: record.name(name),
                    isOnly: roots.count { $0 == root } == 1))
        }
        self.lifts = lifts
    }

    /// Adds the fields behind the others, unless the record has one of the name.
    func apply(_ record: inout Record) {
        for lift in lifts {
            guard let position = record.position(of: lift.parent), record[position].kind == .object else { continue }
            var value = (slice: record[position].value, kind: Field.Kind.object)
            var isAlone = lift.isOnly
            for name in lift.path {
                guard value.kind == .object, let (member, alone) = Self.member(name, of: value.slice, record) else {
                    value.slice = .empty
                    break
                }
                value = member
                isAlone = isAlone && alone
            }
            if value.kind == .array, let first = Self.firstElement(of: value.slice, record) { value = first }
            if value.slice.isEmpty && !value.kind.isText { continue }
            if isAlone, record.position(of: lift.name) == nil {
                record.rename(at: position, to: lift.name)
                record.replace(at: position, value.slice, value.kind)
            } else if record.position(of: lift.name) == nil {
                record.append(lift.name, value.slice, value.kind)
            }
        }
    }

    // MARK: Members. The text is known to be JSON: it was scanned as part of the record.

    /// A member's value, and whether the object has no other.
    private static func member(
        _ name: Slice, of object: Slice, _ record: borrowing Record
    ) -> (value: (slice: Slice, kind: Field.Kind), isAlone: Bool)? {
        var position = skipSpace(object.start + 1, object.end, record)
        var count = 0
        var found: (slice: Slice, kind: Field.Kind)?
        while position < object.end, record.store[position] == 0x22 {
            let key = string(at: position, object.end, record)
            position = skipSpace(key.end + 1, object.end, record)
            position = skipSpace(position + 1, object.end, record)
            guard position < object.end else { return nil }
            let value = self.value(at: position, object.end, record)
            count += 1
            if record.store.buffer.equal(key, name) { found = value }
            position = value.slice.end + (value.kind.isText ? 1 : 0)
            position = skipSpace(position, object.end, record)
            if position < object.end, record.store[position] == 0x2C {
                position = skipSpace(position + 1, object.end, record)
            }
        }
        return found.map { ($0, count == 1) }
    }

    private static func firstElement(
        of array: Slice, _ record: borrowing Record
    ) -> (slice: Slice, kind: Field.Kind)? {
        let position = skipSpace(array.start + 1, array.end, record)
        guard position < array.end, record.store[position] != 0x5D else { return nil }
        return value(at: position, array.end, record)
    }

    private static func skipSpace(_ start: Int, _ end: Int, _ record: borrowing Record) -> Int {
        var position = start
        while position < end, record.store[position] <= 0x20 { position += 1 }
        return position
    }

    /// The inside of the string whose quote stands at `start`.
    private static func string(at start: Int, _ end: Int, _ record: borrowing Record) -> Slice {
        var position = start + 1
        while position < end, record.store[position] != 0x22 { position += record.store[position] == 0x5C ? 2 : 1 }
        return Slice(from: start + 1, to: min(position, end))
    }

    private static func value(
        at start: Int, _ end: Int, _ record: borrowing Record
    ) -> (slice: Slice, kind: Field.Kind) {
        switch record.store[start] {
        case 0x22:
            let text = string(at: start, end, record)
            let hasEscapes = record.store.buffer.find(0x5C, from: text.start, to: text.end) != nil
            return (text, hasEscapes ? .escapedString : .string)
        case 0x7B: return (bracketed(at: start, end, record), .object)
        case 0x5B: return (bracketed(at: start, end, record), .array)
        default:
            var position = start
            while position < end, isWord(record.store[position]) { position += 1 }
            let word = Slice(from: start, to: position)
            switch record.store[start] {
            case 0x74: return (word, .true)
            case 0x66: return (word, .false)
            case 0x6E: return (word, .null)
            default: return (word, JSONText.numberKind(record.store.buffer, word) ?? .number)
            }
        }
    }

    private static func bracketed(at start: Int, _ end: Int, _ record: borrowing Record) -> Slice {
        var depth = 0
        var position = start
        while position < end {
            switch record.store[position] {
            case 0x22: position = string(at: position, end, record).end
            case 0x7B, 0x5B: depth += 1
            case 0x7D, 0x5D: depth -= 1
            default: break
            }
            position += 1
            if depth == 0 { break }
        }
        return Slice(from: start, to: min(position, end))
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2B, 0x2D, 0x2E, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }
}
