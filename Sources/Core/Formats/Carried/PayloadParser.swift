import Bytes
import Records
import Regex

/// Takes the messages of one program apart, which a transport carries. Its patterns are compiled when the first message of the
/// program comes: a log has few of the programs there are.
final class PayloadParser {
    private struct Step {
        let group: Int
        let name: FieldName
        let action: PatternParser.Action
        let scale: Decimal?
        /// A group before this one has the same name; where both took part, the first counts.
        let isRepeated: Bool
    }

    private final class Plan {
        let pattern: CompiledPattern
        let steps: [Step]
        /// The message is one of the groups; else the fields stand for it.
        let keepsMessage: Bool

        init(_ pattern: CompiledPattern, _ steps: [Step], keepsMessage: Bool) {
            self.pattern = pattern
            self.steps = steps
            self.keepsMessage = keepsMessage
        }
    }

    private let format: LogFormat
    private let sources: [LogFormat.NamedPattern]
    /// Of the fields that are wanted. Names are kept before the first line comes.
    private let names: [String: FieldName]
    private let meaning: FieldMeaning
    private let absent: [Slice]
    private let limit: Int
    private var plans: [Plan]?

    init(_ format: LogFormat, _ over: LogFormat.Over, only: Set<String>?, limit: Int, _ record: inout Record)
        throws(FormatError)
    {
        self.format = format
        self.limit = limit
        sources = over.patterns
        meaning = try FieldMeaning(format, &record)
        absent = format.absent.map { record.store.keep($0.utf8) }
        var names: [String: FieldName] = [:]
        for name in over.captured ?? format.fields.map(\.name) where only?.contains(name) ?? true {
            names[name] = record.name(name)
        }
        self.names = names
    }

    /// Adds what the first pattern that matches captures; a field that the transport gave already gets the program's value in
    /// its place. A value that is not of its type is left out: the message has it.
    func apply(
        to text: Slice, _ message: FieldName, _ record: inout Record, _ context: inout TimeContext
    ) -> Bool {
        guard text.count <= limit else { return false }
        for plan in compiled() where plan.pattern.firstMatch(in: record.store.buffer, text) == .matched {
            for step in plan.steps {
                guard let slice = plan.pattern.capture(step.group), !isAbsent(slice, record),
                    let (value, kind) = value(of: slice, step, &record, &context)
                else { continue }
                guard let position = record.position(of: step.name) else {
                    record.append(step.name, value, kind)
                    continue
                }
                // The message, whole, is there already.
                if !step.isRepeated, value != text { record.replace(at: position, value, kind) }
            }
            if !plan.keepsMessage { record.remove(message) }
            return true
        }
        return false
    }

    private func value(
        of slice: Slice, _ step: Step, _ record: inout Record, _ context: inout TimeContext
    ) -> (Slice, Field.Kind)? {
        switch step.action {
        case .integer: return FieldTyping.integer(slice, record.store.buffer).map { ($0, .integer) }
        case .number:
            guard let (number, kind) = FieldTyping.number(slice, record.store.buffer) else { return nil }
            return step.scale.flatMap { record.scaled(number, by: $0) } ?? (number, kind)
        case .time: return meaning.time(slice, &record, &context).map { ($0, .string) }
        case .level: return (meaning.level(slice, record.store.buffer) ?? slice, .text)
        case .text, .boolean, .priority: return (slice, .text)
        }
    }

    private func isAbsent(_ slice: Slice, _ record: borrowing Record) -> Bool {
        for word in absent where record.store.buffer.equal(word, slice) { return true }
        return false
    }

    private func compiled() -> [Plan] {
        if let plans { return plans }
        // The catalogue's are compiled by a test, a user's when its file is read.
        let plans = sources.compactMap { try? plan($0) }
        self.plans = plans
        return plans
    }

    private func plan(_ source: LogFormat.NamedPattern) throws(PatternError) -> Plan {
        let pattern = try CompiledPattern(source.regex, options: [.bytes, .whole])
        var seen: Set<String> = []
        let steps = pattern.namedGroups.compactMap { group -> Step? in
            let isRepeated = !seen.insert(group.name).inserted
            guard let name = names[group.name] else { return nil }
            let described = format.fields.first { $0.name == group.name }
            let action: PatternParser.Action =
                if group.name == format.timeField { .time } else if group.name == "level" { .level } else {
                    switch described?.type {
                    case .integer: .integer
                    case .number: .number
                    default: .text
                    }
                }
            return Step(
                group: group.number, name: name, action: action,
                scale: described?.scale.flatMap { Decimal(parsing: Array($0.utf8)) }, isRepeated: isRepeated)
        }
        return Plan(pattern, steps, keepsMessage: pattern.namedGroups.contains { $0.name == "message" })
    }
}
