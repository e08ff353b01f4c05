import Advice
import Metrics

/// What a log has of one signal.
struct SignalStatement {
    enum State: String {
        /// A field says it.
        case available
        /// An expression makes it of what is there.
        case derivable
        /// The program has to be told to log it.
        case missing
    }

    let signal: Signal
    let state: State
    /// The field that has it, or gets it.
    var field: String?
    /// `--set 'NAME = EXPRESSION'`.
    var expression: String?
    /// weir-expr(7), true of the records that count; nil for what is measured, and where all do.
    var condition: String?
    /// What it is, or why it is not there: a sentence without its end.
    let what: String
    /// Records that have it, 0…1.
    var share: Double?
    /// Records of which the condition is true, by windows.
    var windows: WindowCounts?
    var numbers: ExponentialHistogram?
    var hits = 0
    /// What would make it better, or at all.
    var changes: [(program: ProgramAdvice, change: ProgramAdvice.Change)] = []

    /// As it stands on a command line.
    var set: String? { expression.flatMap { text in field.map { "--set '\($0) = \(text)'" } } }
}
