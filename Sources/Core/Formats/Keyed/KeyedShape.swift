import Bytes
import Records

/// The members of a line of JSON or logfmt in their order: what stands before each value in the line, and what is written for it.
/// Logs repeat their shapes.
final class KeyedShape {
    enum Action: UInt8, BitwiseCopyable {
        /// The member is written as it stands.
        case copy
        /// The same value under another name, or in another notation.
        case write
        case time, level
        /// The same value, unless it is a text, which may be a duration with units.
        case duration
        /// It is not wanted.
        case drop
    }

    /// Of each member, side by side, so that only what is needed of one is touched: `,"name":` or ` name=`, as the line has it;
    /// what is to be done; and what is written before the value, with the standard name.
    private(set) var keys = Slab<KnownBytes>(capacity: 16)
    private(set) var actions = Slab<Action>(capacity: 16)
    private(set) var heads = Slab<MemberStep>(capacity: 16)
    /// Where the members end that are copied, or dropped, together with this one; the next one where it is neither.
    private(set) var ends = Slab<Int>(capacity: 16)

    var count: Int { keys.count }

    private init() {}

    /// What was parsed of a line, before names and values became standard ones.
    struct Sighting {
        let fields: [Field]

        /// Nil where names have escapes.
        init?(_ record: borrowing Record) {
            guard !record.hasEscapedNames, record.count > 0 else { return nil }
            fields = (0..<record.count).map { record[$0] }
        }
    }

    /// The shape of a plain line; nil where its members stand otherwise than they mostly do: with space between them, with objects in
    /// them, under names that are too long for a head.
    /// - Parameters:
    ///   - record: the same with standard names.
    ///   - time, level: the positions of these, -1 for none.
    ///   - durations: fields whose texts may be durations with units.
    ///   - only: names of the fields wanted; nil for all.
    static func learn(
        _ line: Slice, isJSON: Bool, _ sighting: Sighting, _ record: borrowing Record, time: Int, level: Int,
        durations: [FieldName], only: [FieldName]?
    ) -> KeyedShape? {
        guard record.count == sighting.fields.count, record.store.buffer.isPlain(line) else { return nil }
        let shape = KeyedShape()
        var cursor = line.start
        for (position, field) in sighting.fields.enumerated() {
            guard field.kind != .object, field.kind != .array, field.value.start > line.start,
                field.value.end <= line.end
            else { return nil }
            let before = record.store[field.value.start - 1]
            let isQuoted = before == 0x22
            // In apostrophes it ends where only a parser can tell.
            guard isJSON || before != 0x27, isJSON || field.value.isEmpty || record.store[field.value.start] != 0x27
            else {
                return nil
            }
            let start = field.value.start - (isQuoted ? 1 : 0)
            // A brace or a comma, two quotes and a colon; a blank but before the first, and the sign.
            let around = isJSON ? 4 : position == 0 ? 1 : 2
            guard start >= cursor, start - cursor == field.name.count + around,
                let key = KnownBytes(record.store.buffer, Slice(from: cursor, to: start)),
                let head = head(record, at: position)
            else { return nil }
            let isWanted = only?.contains { record.isNamed($0, at: position) } ?? true
            let hasItsName = isJSON && record[position].name == field.name
            let isDuration = durations.contains { record.isNamed($0, at: position) }
            let action: Action =
                !isWanted
                ? .drop
                : position == time
                    ? .time : position == level ? .level : isDuration ? .duration : hasItsName ? .copy : .write
            shape.keys.append(key)
            shape.actions.append(action)
            shape.heads.append(head)
            cursor = field.value.end + (isQuoted ? 1 : 0)
        }
        let isWhole = isJSON ? cursor + 1 == line.end : cursor == line.end
        shape.findEnds()
        return isWhole ? shape : nil
    }

    private func findEnds() {
        for index in 0..<count {
            var end = index + 1
            if actions[index] == .copy || actions[index] == .drop {
                while end < count, actions[end] == actions[index] { end += 1 }
            }
            ends.append(end)
        }
    }

    private static func head(_ record: borrowing Record, at position: Int) -> MemberStep? {
        var text = ByteBuffer(capacity: 64)
        text.append(",\"" as StaticString)
        text.append(record.store.buffer, record[position].name)
        text.append("\":\"" as StaticString)
        let head = MemberStep(
            text, head: Slice(start: 0, count: text.count), kind: .text, isQuoted: true, place: 0, number: 0)
        return head.isWhole ? head : nil
    }
}
