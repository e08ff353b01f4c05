import Expressions
import TextTemplates

/// When to call somebody, in Prometheus' words.
struct AlertRule: Sendable {
    let name: String
    /// What must hold. Nil of a rule that only waits for records (`absent_for`).
    var condition: RuleExpression?
    /// What ends the alert once it fires; without it, that the condition does not hold.
    var clear: RuleExpression?
    var timing = SeriesState.Timing()
    /// Nanoseconds without a record after which it fires.
    var absentFor: Int64?
    /// The fields whose values make a series; nil where the records say that themselves.
    var by: [String]?
    var labels: [NamedTemplate] = []
    var annotations: [NamedTemplate] = []

    init(name: String) { self.name = name }

    var expressions: [RuleExpression] { [condition, clear].compactMap(\.self) }
}

/// A label or an annotation.
struct NamedTemplate: Sendable {
    let name: String
    let template: Template
}
