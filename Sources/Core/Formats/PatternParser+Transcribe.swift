import Bytes
import Records
import Regex

/// From a line to JSON text without a record in between. Where nobody looks at the fields, a table of them is made only to
/// be read once: what was captured is written as it stands, behind the name that stands ready.
extension PatternParser {
    /// Appends the members of the record that `parse` would make of the line, each with a comma before it.
    /// - Parameter isPlain: the line is known to be ASCII without controls and backslashes.
    /// - Returns: false where it would make none, or where only a record will do. Nothing has been appended then; what is
    ///   remembered of the time has been read is read again by `parse`, to the same effect.
    @inline(__always)
    func transcribe(
        _ line: Slice, isPlain: Bool, _ record: inout Record, _ meaning: FieldMeaning, _ context: inout TimeContext,
        to output: inout ByteBuffer
    ) -> Bool {
        // What must be escaped, and what is not UTF-8, is seldom there.
        guard line.count <= limit, isPlain || record.store.buffer.isPlain(line) else { return false }
        for index in 0..<uncounted.count {
            let isDone: Bool? = uncounted[index].look { plan in
                plan.uncounted.look { pattern in
                    let trace = pattern.followTrace(in: record.store.buffer, line)
                    if trace >= 0 {
                        return plan.canTranscribe
                            && write(line, trace, plan, pattern, &record, meaning, &context, to: &output)
                    }
                    guard case .matched = pattern.firstMatch(in: record.store.buffer, line) else { return nil }
                    return plan.canTranscribe && write(plan, pattern, &record, meaning, &context, to: &output)
                }
            }
            if let isDone { return isDone }
        }
        return false
    }

    /// Writes what a trace of the pattern has captured of a plain line.
    @inline(__always)
    private func write(
        _ line: Slice, _ trace: Int, _ plan: Plan, _ pattern: CompiledPattern, _ record: inout Record,
        _ meaning: FieldMeaning, _ context: inout TimeContext, to output: inout ByteBuffer
    ) -> Bool {
        while trace >= plan.writing.count { plan.writing.learn(pattern, plan.steps, record.store.buffer) }
        let start = output.count
        var (index, end) = plan.writing.range(of: trace)
        while true {
            let isExpected = meaning.stamp.map { context.isRepeating(layout: $0.identity) } ?? false
            index = output.append(
                plan.writing.steps, from: index, to: end, record.store.buffer, line, pattern.captures, absentWords,
                &context.repeated, isExpected: isExpected)
            context.takeRepeated()
            if index == end { return true }
            let step = plan.writing.steps[index]
            let slice = pattern.captures[Int(step.place)].slice
            guard write(slice, Int(step.number), plan, pattern, trace, &record, meaning, &context, to: &output) else {
                output.truncate(to: start)
                return false
            }
            index &+= 1
        }
    }

    /// Writes a member that the loop above leaves, if it is a value, and the first of its name.
    @inline(never)
    private func write(
        _ slice: Slice, _ number: Int, _ plan: Plan, _ pattern: CompiledPattern, _ trace: Int, _ record: inout Record,
        _ meaning: FieldMeaning, _ context: inout TimeContext, to output: inout ByteBuffer
    ) -> Bool {
        let step = plan.steps[number]
        if isAbsent(slice, record.store.buffer) { return true }
        if step.isRepeated, isTaken(before: number, plan, pattern, trace, record.store.buffer) { return true }
        return write(slice, step, &record, meaning, &context, to: &output)
    }

    /// Writes what the pattern has captured of a plain line otherwise.
    @inline(never)
    private func write(
        _ plan: Plan, _ pattern: CompiledPattern, _ record: inout Record, _ meaning: FieldMeaning,
        _ context: inout TimeContext, to output: inout ByteBuffer
    ) -> Bool {
        let start = output.count
        for index in 0..<plan.steps.count {
            let step = plan.steps[index]
            guard let slice = pattern.capture(Int(step.group)), !isAbsent(slice, record.store.buffer) else { continue }
            if step.isRepeated, isTaken(before: index, plan, record.store.buffer, { pattern.capture($0) }) { continue }
            guard write(slice, step, &record, meaning, &context, to: &output) else {
                output.truncate(to: start)
                return false
            }
        }
        return true
    }

    /// A step before this one has written a member of the same name.
    @inline(never)
    private func isTaken(
        before index: Int, _ plan: Plan, _ pattern: CompiledPattern, _ trace: Int, _ buffer: borrowing ByteBuffer
    ) -> Bool {
        let groups = pattern.groups(ofTrace: trace)
        return isTaken(before: index, plan, buffer) { group in
            groups.first { $0.group == group }.map { pattern.captures[$0.place].slice }
        }
    }

    private func isTaken(
        before index: Int, _ plan: Plan, _ buffer: borrowing ByteBuffer, _ capture: (Int) -> Slice?
    ) -> Bool {
        let name = plan.steps[index].name
        for other in 0..<index where plan.steps[other].name.slice == name.slice {
            if let slice = capture(Int(plan.steps[other].group)), !isAbsent(slice, buffer) { return true }
        }
        return false
    }

    /// A member that is more than its capture; false where the capture is not of its type.
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
        case .integer:
            guard let number = FieldTyping.integer(slice, record.store.buffer) else { return false }
            record.write(step.name, number, .integer, to: &output)
        case .number:
            guard let (number, kind) = FieldTyping.number(slice, record.store.buffer) else { return false }
            guard step.scale >= 0 else {
                record.write(step.name, number, kind, to: &output)
                break
            }
            let (product, productKind) = record.scaled(number, by: scales[Int(step.scale)]) ?? (number, .number)
            record.write(step.name, product, productKind, to: &output)
        case .level: record.write(step.name, meaning.level(slice, record.store.buffer) ?? slice, .text, to: &output)
        case .text: record.write(step.name, slice, step.kind, to: &output)
        // Said in words, and by more than one field: left to the record.
        case .boolean, .priority: return false
        }
        return true
    }
}
