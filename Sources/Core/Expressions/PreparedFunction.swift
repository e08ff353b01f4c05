import Bytes
import Records

/// A function with what it could make of those of its arguments that stand in the expression: a time layout, a zone, a
/// network. It belongs to one bound expression, and so to one thread, and may remember what it likes.
protocol PreparedFunction: AnyObject {
    /// Arguments that the function has not are null; none of the others is.
    func callAsFunction(_ arguments: Arguments, _ record: inout Record, _ tally: inout Tally) -> Value
}

struct Arguments: BitwiseCopyable {
    let first: Value
    let second: Value
    let third: Value
}

/// What a prepared function has to say about an argument that stands in the expression.
struct ArgumentError: Error {
    let index: Int
    let message: String
    var hint: String?
}

/// A function as a program calls it.
enum Callable {
    case one(@Sendable (Value, inout Record, inout Tally) -> Value)
    case two(@Sendable (Value, Value, inout Record, inout Tally) -> Value)
    case three(@Sendable (Value, Value, Value, inout Record, inout Tally) -> Value)
    case prepared(any PreparedFunction)
}
