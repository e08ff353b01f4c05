import Expressions

/// When to call somebody, in Prometheus' words: the condition, for how long it must hold, and what the alert is called.
struct AlertRule {
    let name: String
    let condition: Expression
    /// The field whose value an alert shows: the first that the condition asks for.
    let valueField: String?
    /// Nanoseconds of event time.
    let holdFor: Int64
}
