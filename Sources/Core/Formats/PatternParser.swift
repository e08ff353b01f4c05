import Bytes
import Records
import Regex

/// A format's patterns, ready for one record's store: each named group knows what is to be made of it.
final class PatternParser {
    /// What is made of one named group.
    struct Step: BitwiseCopyable {
        let name: FieldName
        let group: Int32
        /// What the number is multiplied by, as a position in `scales`; -1 for nothing.
        let scale: Int32
        let action: Action
        /// Of a text out of a plain line: `text` where there may be quotes in it, else `string`.
        var kind = Field.Kind.text
        /// A group before this one has the same name; where both took part, the first counts.
        var isRepeated = false

        @inline(__always) var isPlainText: Bool { action == .text && !isRepeated }
    }

    enum Action: UInt8, BitwiseCopyable {
        case text, integer, number, boolean, time, level
        /// A syslog priority: facility and level come from it, it itself goes (RFC 5424 §6.2.1).
        case priority
    }

    final class Plan {
        let pattern: CompiledPattern
        let uncounted: Uncounted<CompiledPattern>
        let steps: Slab<Step>
        /// No step makes of its capture more than one field.
        let canTranscribe: Bool
        /// The same steps by the shapes that lines have had.
        var writing = TraceWriting()

        init(_ pattern: CompiledPattern, _ steps: [Step]) {
            self.pattern = pattern
            uncounted = Uncounted(heldElsewhere: pattern)
            self.steps = Slab(steps)
            canTranscribe = !steps.contains { $0.action == .priority || $0.action == .boolean }
        }
    }

    private let plans: [Plan]
    /// The same, and their patterns, as they are used for each line.
    let uncounted: Slab<Uncounted<Plan>>
    private let absent: [(text: Slice, tag: UInt64)]
    private let absentTags: Slab<UInt64>
    /// A bit for each length that an absent word has; 63 is for all longer ones.
    private let absentLengths: UInt64
    let absentWords: AbsentWords
    let limit: Int
    let scales: [Decimal]
    private let syslog: SyslogNames

    /// - Parameters:
    ///   - only: names of the fields wanted; nil for all.
    ///   - limit: bytes of a line that a pattern is let see.
    init(_ format: LogFormat, only: Set<String>?, limit: Int, options: PatternOptions, _ record: inout Record)
        throws(FormatError)
    {
        var plans: [Plan] = []
        var scales: [Decimal] = []
        for source in format.patterns {
            do throws(PatternError) {
                let pattern = try CompiledPattern(source.regex, options: options)
                var seen: [String] = []
                let steps: [Step] = pattern.namedGroups.compactMap { group in
                    var step = Self.step(for: group, in: format, only: only, &scales, &record)
                    step?.isRepeated = seen.contains(group.name)
                    seen.append(group.name)
                    if !pattern.mayCaptureInPlain(0x22, in: group.number) { step?.kind = .string }
                    return step
                }
                plans.append(Plan(pattern, steps))
            } catch {
                throw FormatError(format: format.name, message: "pattern \"\(source.name)\": \(error)")
            }
        }
        self.plans = plans
        uncounted = Slab(plans.map { Uncounted(heldElsewhere: $0) })
        self.scales = scales
        absent = format.absent.map {
            let text = record.store.keep($0.utf8)
            return (text, record.store.buffer.tag(text))
        }
        absentTags = Slab(absent.map(\.tag))
        absentLengths = absent.reduce(0) { $0 | 1 << UInt64(min($1.text.count, 63)) }
        absentWords = AbsentWords(format.absent.map { Array($0.utf8) })
        self.limit = limit
        syslog = SyslogNames(&record)
    }

    /// Another pattern for the same fields, compiled when input has come already: their names have been kept, and none
    /// can be added.
    init(_ other: PatternParser, regex: String, of format: String) throws(FormatError) {
        let known = other.plans.flatMap { plan in
            (0..<plan.steps.count).map { index in
                let step = plan.steps[index]
                return (name: plan.pattern.namedGroups.first { $0.number == step.group }?.name, step: step)
            }
        }
        do throws(PatternError) {
            let pattern = try CompiledPattern(regex, options: [.bytes, .whole])
            let steps = pattern.namedGroups.compactMap { group -> Step? in
                guard let step = known.first(where: { $0.name == group.name })?.step else { return nil }
                let kind: Field.Kind = pattern.mayCaptureInPlain(0x22, in: group.number) ? .text : .string
                return Step(
                    name: step.name, group: Int32(group.number), scale: step.scale, action: step.action,
                    kind: kind)
            }
            plans = [Plan(pattern, steps)]
            uncounted = Slab(plans.map { Uncounted(heldElsewhere: $0) })
        } catch {
            throw FormatError(format: format, message: "\(error)")
        }
        scales = other.scales
        absent = other.absent
        absentTags = Slab(other.absent.map(\.tag))
        absentLengths = other.absentLengths
        absentWords = other.absentWords
        limit = other.limit
        syslog = other.syslog
    }

    /// The patterns in the order in which they are tried.
    var compiled: [CompiledPattern] { plans.map(\.pattern) }

    private static func step(
        for group: NamedGroup, in format: LogFormat, only: Set<String>?, _ scales: inout [Decimal],
        _ record: inout Record
    ) -> Step? {
        let isTime = group.name == format.timeField
        let name = isTime ? "time" : group.name
        let isPriority = name == "pri"
        if let only, !only.contains(name), !(isPriority && (only.contains("level") || only.contains("facility"))) {
            return nil
        }
        let described = format.fields.first { $0.name == group.name }
        var scale = -1
        if described?.type == .number, let factor = described?.scale.flatMap({ Decimal(parsing: Array($0.utf8)) }) {
            scale = scales.count
            scales.append(factor)
        }
        let action: Action =
            if isTime { .time } else if isPriority { .priority } else if name == "level" { .level } else {
                switch described?.type ?? .string {
                case .string: .text
                case .integer: .integer
                case .number: .number
                case .boolean: .boolean
                }
            }
        return Step(
            name: record.name(name), group: Int32(group.number), scale: Int32(scale), action: action)
    }

    /// Matches the line and tables its fields. Patterns are tried in their order, whatever the line before matched: a
    /// line becomes the same record wherever it stands.
    func parse(
        _ line: Slice, _ record: inout Record, _ meaning: FieldMeaning, _ context: inout TimeContext
    ) -> ParseOutcome {
        if line.count > limit { return .failed(.tooLong(limit: limit)) }
        var isGivenUp = false
        for index in 0..<uncounted.count {
            let outcome: ParseOutcome? = uncounted[index].look { plan in
                plan.uncounted.look { pattern in
                    switch pattern.firstMatch(in: record.store.buffer, line) {
                    case .matched: return fill(line, plan, pattern, &record, meaning, &context)
                    case .failed: isGivenUp = true
                    case .noMatch: break
                    }
                    return nil
                }
            }
            if let outcome { return outcome }
        }
        return isGivenUp ? .failed(.matchLimit) : .noMatch
    }

    private func fill(
        _ line: Slice, _ plan: Plan, _ pattern: CompiledPattern, _ record: inout Record, _ meaning: FieldMeaning,
        _ context: inout TimeContext
    ) -> ParseOutcome {
        record.begin(line: line)
        // What has nothing in it that a JSON string must escape is not looked through again when it is written.
        let isPlain = record.store.buffer.isPlain(line)
        record.isLineUTF8 = isPlain
        let count = plan.steps.count
        var index = 0
        while index < count {
            let step = plan.steps[index]
            index &+= 1
            guard let slice = pattern.capture(Int(step.group)) else { continue }
            if isAbsent(slice, record.store.buffer) { continue }
            // Most fields are plain text, and this is where most of a parse goes: the rest is kept out of the loop.
            if step.isPlainText {
                record.append(step.name, slice, isPlain ? step.kind : .text)
            } else {
                let outcome = add(slice, plan, index &- 1, &record, meaning, &context)
                if !outcome.isParsed { return outcome }
            }
        }
        return .parsed
    }

    @inline(never) private func add(
        _ slice: Slice, _ plan: Plan, _ index: Int, _ record: inout Record, _ meaning: FieldMeaning,
        _ context: inout TimeContext
    ) -> ParseOutcome {
        let step = plan.steps[index]
        if step.isRepeated, record.position(of: step.name) != nil { return .parsed }
        switch step.action {
        case .text: record.append(step.name, slice, .text)
        case .integer:
            guard let number = FieldTyping.integer(slice, record.store.buffer) else {
                return .badType(.integer, step, record)
            }
            record.append(step.name, number, .integer)
        case .number:
            guard let (number, kind) = FieldTyping.number(slice, record.store.buffer) else {
                return .badType(.number, step, record)
            }
            if step.scale >= 0 {
                record.append(step.name, scaled: number, by: scales[Int(step.scale)])
            } else {
                record.append(step.name, number, kind)
            }
        case .boolean:
            guard let flag = FieldTyping.boolean(slice, record.store.buffer) else {
                return .badType(.boolean, step, record)
            }
            record.append(step.name, flag)
        case .time:
            guard let text = meaning.time(slice, &record, &context) else {
                return .failed(.noTime(record.store.text(step.name.slice), &context))
            }
            record.append(step.name, text, .string)
        case .level: record.append(step.name, meaning.level(slice, record.store.buffer) ?? slice, .text)
        case .priority: syslog.append(slice, &record)
        }
        return .parsed
    }

    /// The text is one of the words that mean "no value". A captured one is seldom as short as they are.
    ///
    /// Takes the buffer, and not the record: lending that to a call costs a copy of it for each field.
    @inline(__always) func isAbsent(_ slice: Slice, _ buffer: borrowing ByteBuffer) -> Bool {
        guard absentLengths &>> UInt64(truncatingIfNeeded: min(slice.count, 63)) & 1 != 0 else { return false }
        let tag = buffer.tag(slice)
        var index = 0
        while index < absentTags.count {
            if absentTags[index] == tag { return slice.count <= 8 || isLongWord(slice, buffer) }
            index &+= 1
        }
        return false
    }

    /// Of a text of more than eight bytes, whose tag has been found.
    @inline(never) private func isLongWord(_ slice: Slice, _ buffer: borrowing ByteBuffer) -> Bool {
        for word in absent where buffer.equal(word.text, slice) { return true }
        return false
    }
}

extension ParseOutcome {
    fileprivate static func badType(
        _ wanted: LogFormat.FieldType, _ step: PatternParser.Step, _ record: borrowing Record
    ) -> Self {
        .failed(.badType(field: record.store.text(step.name.slice), wanted: wanted))
    }
}

extension Record {
    fileprivate mutating func append(_ name: FieldName, _ flag: Bool) {
        let start = store.buffer.count
        store.buffer.append(flag ? "true" as StaticString : "false")
        append(name, Slice(from: start, to: store.buffer.count), flag ? .true : .false)
    }

    /// The product, exact; the number as it was where it has more digits than can be multiplied.
    fileprivate mutating func append(_ name: FieldName, scaled slice: Slice, by scale: Decimal) {
        let (product, kind) = scaled(slice, by: scale) ?? (slice, .number)
        append(name, product, kind)
    }
}
