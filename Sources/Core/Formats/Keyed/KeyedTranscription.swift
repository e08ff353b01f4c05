import Bytes
import Records

/// From a line of JSON or logfmt to a record's text without a record in between, where the line has the shape of one before it:
/// the same members in the same order. Only values are looked for then, and what is not changed is copied as it stands.
final class KeyedTranscription {
    private let isJSON: Bool
    private let only: [FieldName]?
    private let durations: [FieldName]
    private var shapes: [KeyedShape] = []
    private var uncounted = Slab<Uncounted<KeyedShape>>(capacity: shapeLimit)
    /// The shape of the line before.
    private var current = 0
    private var hits = 0
    private var misses = 0
    private var sightings = 0

    static let shapeLimit = 8

    init(isJSON: Bool, durations: [FieldName], only: [FieldName]?) {
        self.durations = durations
        self.isJSON = isJSON
        self.only = only
    }

    // MARK: Learning

    /// Another shape may be learned. Lines of which nearly each has its own are not worth it.
    var isLearning: Bool {
        shapes.count < Self.shapeLimit && sightings < 64 && (misses < 256 || misses < 4 &* hits)
    }

    func learn(
        _ line: Slice, _ sighting: KeyedShape.Sighting, _ record: borrowing Record, time: Int, level: Int
    ) {
        sightings += 1
        guard
            let shape = KeyedShape.learn(
                line, isJSON: isJSON, sighting, record, time: time, level: level, durations: durations,
                only: only)
        else { return }
        shapes.append(shape)
        uncounted.append(Uncounted(heldElsewhere: shape))
        current = shapes.count - 1
    }

    // MARK: Writing

    /// Appends the members of the record that a parse would make of a plain line, each with a comma before it; false, and nothing
    /// appended, where the line has another shape.
    func transcribe(
        _ line: Slice, _ buffer: borrowing ByteBuffer, _ meaning: FieldMeaning, _ context: inout TimeContext,
        to output: inout ByteBuffer
    ) -> Bool {
        let start = output.count
        for turn in 0..<uncounted.count {
            let number = turn == 0 ? current : turn <= current ? turn &- 1 : turn
            let isDone = uncounted[number].look { shape in
                isJSON
                    ? json(line, shape, buffer, meaning, &context, to: &output)
                    : logfmt(line, shape, buffer, meaning, &context, to: &output)
            }
            if isDone {
                hits &+= 1
                current = number
                return true
            }
            output.truncate(to: start)
        }
        misses &+= 1
        return false
    }

    private func json(
        _ line: Slice, _ shape: KeyedShape, _ buffer: borrowing ByteBuffer, _ meaning: FieldMeaning,
        _ context: inout TimeContext, to output: inout ByteBuffer
    ) -> Bool {
        let end = line.end
        var position = line.start
        // Where what is copied as it stands begins; -1 for nothing.
        var run = -1
        var index = 0
        while index < shape.count {
            let behind = shape.ends[index]
            let action = shape.actions[index]
            let next = JSONText.passMembers(
                buffer, shape.keys, from: index, to: behind, at: position, before: end)
            guard next > 0 else { return false }
            if action == .copy {
                if run < 0 { run = position }
            } else {
                if run >= 0 { output.append(buffer, Slice(from: run, to: position)) }
                run = -1
                if action != .drop {
                    let value = position &+ shape.keys[index].count
                    let quotes = buffer[value] == 0x22 ? 1 : 0
                    if quotes == 1, action == .duration { return false }
                    write(
                        shape, index, Slice(from: value &+ quotes, to: next &- quotes), isQuoted: quotes == 1,
                        canBeRead: buffer[value] < 0x40, buffer, meaning, &context, to: &output)
                }
            }
            position = next
            index = behind
        }
        guard position &+ 1 == end, buffer[position] == 0x7D else { return false }
        if run >= 0 { output.append(buffer, Slice(from: run, to: position)) }
        return true
    }

    private func logfmt(
        _ line: Slice, _ shape: KeyedShape, _ buffer: borrowing ByteBuffer, _ meaning: FieldMeaning,
        _ context: inout TimeContext, to output: inout ByteBuffer
    ) -> Bool {
        let end = line.end
        var position = line.start
        var index = 0
        while index < shape.count {
            let key = shape.keys[index]
            let value = position &+ key.count
            guard value <= end, buffer.stands(key, at: position) else { return false }
            if value < end, buffer[value] == 0x22 {
                let close = buffer.findNear(0x22, from: value &+ 1, to: end)
                guard close < end else { return false }
                if shape.actions[index] == .duration { return false }
                position = close &+ 1
                write(
                    shape, index, Slice(from: value &+ 1, to: close), isQuoted: true, canBeRead: true, buffer, meaning,
                    &context, to: &output)
            } else {
                position = buffer.findNear(0x20, or: 0x22, from: value, to: end)
                if position < end, buffer[position] == 0x22 { return false }
                if value < end, buffer[value] == 0x27 { return false }
                let slice = Slice(from: value, to: position)
                let kind = LogfmtParser.kind(of: slice, buffer)
                if kind == .text, shape.actions[index] == .duration { return false }
                write(
                    shape, index, slice, isQuoted: kind == .text, canBeRead: kind != .true && kind != .false, buffer,
                    meaning, &context, to: &output)
            }
            index &+= 1
        }
        return position == end
    }

    /// - Parameter canBeRead: the value is a text or a number, which may be a time or a level.
    @inline(__always)
    private func write(
        _ shape: KeyedShape, _ index: Int, _ value: Slice, isQuoted: Bool, canBeRead: Bool,
        _ buffer: borrowing ByteBuffer,
        _ meaning: FieldMeaning, _ context: inout TimeContext, to output: inout ByteBuffer
    ) {
        switch shape.actions[index] {
        case .copy, .write, .duration: output.append(shape.heads[index], buffer, value, isQuoted: isQuoted)
        case .drop: break
        case .time:
            let start = output.count
            output.append(shape.heads[index], isQuoted: true)
            guard canBeRead, meaning.rewrite(value, buffer, &context, to: &output) else {
                output.truncate(to: start)
                return output.append(shape.heads[index], buffer, value, isQuoted: isQuoted)
            }
            output.append(0x22)
        case .level:
            let word = canBeRead ? meaning.level(value, buffer) : nil
            output.append(shape.heads[index], buffer, word ?? value, isQuoted: isQuoted || word != nil)
        }
    }
}
