import Bytes
import Records
import Regex

/// A format's patterns, ready for one record's store: each named group knows what is to be made of it.
final class PatternParser {
    /// What is made of one named group.
    struct Step: BitwiseCopyable {
        let group: Int
        let name: FieldName
        let action: Action
        /// What the number is multiplied by, as a position in `scales`; -1 for nothing.
        let scale: Int
        /// A group before this one has the same name; where both took part, the first counts.
        var isRepeated = false
    }

    enum Action: UInt8, BitwiseCopyable {
        case text, integer, number, boolean, time, level
        /// A syslog priority: facility and level come from it, it itself goes (RFC 5424 §6.2.1).
        case priority
    }

    private final class Plan {
        let pattern: CompiledPattern
        let steps: [Step]

        init(_ pattern: CompiledPattern, _ steps: [Step]) {
            self.pattern = pattern
            self.steps = steps
        }
    }

    private let plans: [Plan]
    private let absentDash: Bool
    private let absent: [Slice]
    private let hasAbsentWords: Bool
    private let limit: Int
    private let scales: [Decimal]
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
                var seen: Set<String> = []
                let steps = pattern.namedGroups.compactMap { group in
                    var step = Self.step(for: group, in: format, only: only, &scales, &record)
                    step?.isRepeated = !seen.insert(group.name).inserted
                    return step
                }
                plans.append(Plan(pattern, steps))
            } catch {
                throw FormatError(format: format.name, message: "pattern \"\(source.name)\": \(error)")
            }
        }
        self.plans = plans
        self.scales = scales
        absentDash = format.absent.contains("-")
        absent = format.absent.filter { $0 != "-" }.map { record.store.keep($0.utf8) }
        hasAbsentWords = !absent.isEmpty
        self.limit = limit
        syslog = SyslogNames(&record)
    }

    /// Another pattern for the same fields, compiled when input has come already: their names have been kept, and none
    /// can be added.
    init(_ other: PatternParser, regex: String, of format: String) throws(FormatError) {
        let known = other.plans.flatMap { plan in
            plan.steps.map { step in
                (name: plan.pattern.namedGroups.first { $0.number == step.group }?.name, step: step)
            }
        }
        do throws(PatternError) {
            let pattern = try CompiledPattern(regex, options: [.bytes, .whole])
            let steps = pattern.namedGroups.compactMap { group -> Step? in
                guard let step = known.first(where: { $0.name == group.name })?.step else { return nil }
                return Step(group: group.number, name: step.name, action: step.action, scale: step.scale)
            }
            plans = [Plan(pattern, steps)]
        } catch {
            throw FormatError(format: format, message: "\(error)")
        }
        scales = other.scales
        absentDash = other.absentDash
        absent = other.absent
        hasAbsentWords = other.hasAbsentWords
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
        return Step(group: group.number, name: record.name(name), action: action, scale: scale)
    }

    /// Matches the line and tables its fields. Patterns are tried in their order, whatever the line before matched: a
    /// line becomes the same record wherever it stands.
    func parse(
        _ line: Slice, _ record: inout Record, _ meaning: FieldMeaning, _ context: inout TimeContext
    ) -> ParseOutcome {
        if line.count > limit { return .failed(.tooLong(limit: limit)) }
        var failure: ParseFailure?
        for plan in plans {
            switch plan.pattern.firstMatch(in: record.store.buffer, line) {
            case .matched: return fill(line, plan, &record, meaning, &context)
            case .noMatch: continue
            case .failed: failure = .matchLimit
            }
        }
        return failure.map { .failed($0) } ?? .noMatch
    }

    private func fill(
        _ line: Slice, _ plan: Plan, _ record: inout Record, _ meaning: FieldMeaning, _ context: inout TimeContext
    ) -> ParseOutcome {
        record.begin(line: line)
        let pattern = plan.pattern
        for step in plan.steps {
            guard let slice = pattern.capture(step.group), !isAbsent(slice, record) else { continue }
            if step.isRepeated, record.position(of: step.name) != nil { continue }
            switch step.action {
            case .text: record.append(step.name, slice, .text)
            case .integer:
                guard let number = FieldTyping.integer(slice, record) else { return .badType(.integer, step, record) }
                record.append(step.name, number, .integer)
            case .number:
                guard let (number, kind) = FieldTyping.number(slice, record) else {
                    return .badType(.number, step, record)
                }
                if step.scale >= 0 {
                    record.append(step.name, scaled: number, by: scales[step.scale])
                } else {
                    record.append(step.name, number, kind)
                }
            case .boolean:
                guard let flag = FieldTyping.boolean(slice, record) else { return .badType(.boolean, step, record) }
                record.append(step.name, flag)
            case .time:
                guard let text = meaning.time(slice, &record, &context) else { return .badTime(step, record) }
                record.append(step.name, text, .string)
            case .level: record.append(step.name, meaning.level(slice, record) ?? slice, .text)
            case .priority: syslog.append(slice, &record)
            }
        }
        return .parsed
    }

    @inline(__always) private func isAbsent(_ slice: Slice, _ record: borrowing Record) -> Bool {
        if absentDash, slice.count == 1, record.store[slice.start] == 0x2D { return true }
        return hasAbsentWords && absent.contains { record.store.buffer.equal($0, slice) }
    }
}

extension ParseOutcome {
    fileprivate static func badType(
        _ wanted: LogFormat.FieldType, _ step: PatternParser.Step, _ record: borrowing Record
    ) -> Self {
        .failed(.badType(field: record.store.text(step.name.slice), wanted: wanted))
    }

    fileprivate static func badTime(_ step: PatternParser.Step, _ record: borrowing Record) -> Self {
        .failed(.badTime(field: record.store.text(step.name.slice)))
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
