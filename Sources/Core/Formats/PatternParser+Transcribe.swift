import Bytes
import Records
import Regex

/// From a line to JSON text without a record in between. Where nobody looks at the fields, a table of them is made only to
/// be read once: what was captured is written as it stands, behind the name that stands ready.
extension PatternParser {
    /// Appends the members of the record that `parse` would make of the line, each with a comma before it.
    /// - Returns: false where it would make none, or where only a record will do. Nothing has been appended then; what is
    ///   remembered of the time has been read is read again by `parse`, to the same effect.
    @inline(__always)
    func transcribe(
        _ line: Slice, _ record: inout Record, _ meaning: FieldMeaning, _ context: inout TimeContext,
        to output: inout ByteBuffer
    ) -> Bool {
        // What must be escaped, and what is not UTF-8, is seldom there.
        guard line.count <= limit, record.store.buffer.isPlain(line) else { return false }
        for index in 0..<uncounted.count {
            let isDone: Bool? = uncounted[index].look { plan in
                plan.uncounted.look { pattern in
                    guard case .matched = pattern.firstMatch(in: record.store.buffer, line) else { return nil }
                    return plan.canTranscribe && write(plan, pattern, &record, meaning, &context, to: &output)
                }
            }
            if let isDone { return isDone }
        }
        return false
    }

    /// Writes what the pattern has captured of a plain line.
    @inline(__always)
    private func write(
        _ plan: Plan, _ pattern: CompiledPattern, _ record: inout Record, _ meaning: FieldMeaning,
        _ context: inout TimeContext, to output: inout ByteBuffer
    ) -> Bool {
        let start = output.count
        // Names that a member has been written for.
        var written: UInt64 = 0
        let count = plan.steps.count
        var index = 0
        while index < count {
            let step = plan.steps[index]
            index &+= 1
            guard let slice = pattern.capture(Int(step.group)), !isAbsent(slice, record.store.buffer) else { continue }
            let name: UInt64 = 1 &<< UInt64(step.nameNumber)
            if step.isRepeated, written & name != 0 { continue }
            written |= name
            if step.action == .text {
                record.write(step.name, slice, step.kind, to: &output)
            } else if !write(slice, step, &record, meaning, &context, to: &output) {
                output.truncate(to: start)
                return false
            }
        }
        return true
    }

    /// A member that is more than its capture; false where the capture is not of its type. Kept out of the loop, most of whose
    /// fields are plain text.
    @inline(never)
    private func write(
        _ slice: Slice, _ step: Step, _ record: inout Record, _ meaning: FieldMeaning,
        _ context: inout TimeContext, to output: inout ByteBuffer
    ) -> Bool {
        switch step.action {
        case .time:
            output.append(record.store.buffer, step.name.head)
            guard meaning.rewrite(slice, record.store.buffer, &context, to: &output) else { return false }
            output.append(0x22)
        case .integer where FieldTyping.isShortInteger(slice, record.store.buffer):
            record.write(step.name, slice, .integer, to: &output)
        case .number where step.scale < 0 && FieldTyping.isShortDecimal(slice, record.store.buffer):
            record.write(step.name, slice, .number, to: &output)
        case .integer:
            guard let number = FieldTyping.integer(slice, record) else { return false }
            record.write(step.name, number, .integer, to: &output)
        case .number:
            guard let (number, kind) = FieldTyping.number(slice, record) else { return false }
            guard step.scale >= 0 else {
                record.write(step.name, number, kind, to: &output)
                break
            }
            let (product, productKind) = record.scaled(number, by: scales[Int(step.scale)]) ?? (number, .number)
            record.write(step.name, product, productKind, to: &output)
        case .level: record.write(step.name, meaning.level(slice, record) ?? slice, .text, to: &output)
        case .text: record.write(step.name, slice, step.kind, to: &output)
        // Said in words, and by more than one field: left to the record.
        case .boolean, .priority: return false
        }
        return true
    }
}
