import ArgumentParser
import Expressions
import FilterKit
import TextTemplates

/// The rule of the command line.
struct InlineRule: ParsableArguments {
    @Option(name: .customLong("when"), help: .init("The condition (weir-expr(7)).", valueName: "expr"))
    var condition: String?

    @Option(
        name: .customLong("for"),
        help: .init("How long the condition must hold before the alert fires. (default: 0s)", valueName: "duration"),
        transform: DurationOption.parse)
    var holdFor = DurationOption(nanoseconds: 0)

    @Option(
        name: .customLong("keep-firing-for"),
        help: .init(
            "How long the alert goes on when the condition has ceased to hold. (default: 0s)", valueName: "duration"),
        transform: DurationOption.parse)
    var keepFiringFor = DurationOption(nanoseconds: 0)

    @Option(
        help: .init(
            "What ends the alert once it fires; without it, that the condition does not hold.", valueName: "expr"))
    var clear: String?

    @Option(
        name: .customLong("absent-for"),
        help: .init(
            "Fire when no record has come for this long, or none for which --when holds.", valueName: "duration"),
        transform: DurationOption.parse)
    var absentFor: DurationOption?

    @Option(
        help: .init(
            "Make a series of each value of these fields, whatever labels the records name.", valueName: "fields"))
    var by: String?

    @Option(
        name: .customLong("label"), parsing: .singleValue,
        help: .init("A label for the alert, may be given again.", valueName: "name=text"))
    var labels: [String] = []

    @Option(help: .init("What the alert is called; without it, as the condition reads.", valueName: "name"))
    var name: String?

    /// Nil where there is none.
    func rule() throws(Failure) -> AlertRule? {
        guard condition != nil || absentFor != nil else {
            let flags = [
                ("--for", holdFor.nanoseconds > 0), ("--keep-firing-for", keepFiringFor.nanoseconds > 0),
                ("--clear", clear != nil), ("--name", name != nil), ("--label", !labels.isEmpty), ("--by", by != nil),
            ]
            if let flag = flags.first(where: \.1) { throw Failure(.usage, "\(flag.0) belongs to --when EXPR") }
            return nil
        }
        var rule = AlertRule(name: name ?? condition ?? "absent")
        if let condition { rule.condition = try Self.compile(condition, "--when") }
        if let clear { rule.clear = try Self.compile(clear, "--clear") }
        rule.timing = SeriesState.Timing(holdFor: holdFor.nanoseconds, keepFiringFor: keepFiringFor.nanoseconds)
        if let absentFor {
            guard absentFor.nanoseconds > 0 else { throw Failure(.usage, "--absent-for must be longer than 0") }
            guard rule.timing == SeriesState.Timing(), clear == nil else {
                throw Failure(
                    .usage, "--absent-for says itself how long; --for, --keep-firing-for and --clear do not go with it")
            }
            rule.absentFor = absentFor.nanoseconds
        }
        rule.by = by.map(FieldList.parse)
        for label in labels { rule.labels.append(try Self.label(label)) }
        return rule
    }

    private static func compile(_ text: String, _ flag: String) throws(Failure) -> RuleExpression {
        do throws(ExpressionError) { return try RuleExpression.compile(text) } catch { throw Failure(error, in: flag) }
    }

    private static func label(_ text: String) throws(Failure) -> NamedTemplate {
        guard let sign = text.firstIndex(of: "="), RuleReader.isLabelName(String(text[..<sign])) else {
            throw Failure(.usage, "--label: '\(text)' is no label; write name=text")
        }
        let value = String(text[text.index(after: sign)...])
        do throws(Template.Failure) {
            return NamedTemplate(name: String(text[..<sign]), template: try Template(value))
        } catch {
            throw Failure(
                .usage, "--label: \(error.message)", place: Failure.caret(under: error.range.lowerBound, of: value))
        }
    }
}
