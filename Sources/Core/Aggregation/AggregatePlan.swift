import Expressions
import FilterKit
import Records

/// What is to be computed: the columns of the output, and the measures they are read from.
package struct AggregatePlan {
    /// A measure is told apart by what it keeps and of which expression.
    struct MeasurePlan {
        let kind: MeasureKind
        let expression: Expression
        /// Its position among the different expressions of the plan.
        let position: Int
    }

    package struct Column {
        package let name: String
        let reading: Reading
        /// The field that it is about, where it is about one: its unit is known by its name.
        let field: String?
    }

    /// The words of the command line, as they were given.
    package private(set) var words: [String] = []
    private(set) var measures: [MeasurePlan] = []
    package private(set) var columns: [Column] = []
    /// Expressions from the command line itself: a preset may well ask for fields that a log does not have.
    package private(set) var ownExpressions: [Expression] = []
    /// What the columns of presets are 0 without.
    package private(set) var premises: [Premise] = []
    private var keys: [String: Int] = [:]
    /// The texts of the different expressions: each is evaluated once for a record.
    private var expressionTexts: [String] = []

    /// Reads the words of the command line: presets, and calls such as `p99(duration)` or `'sum(bytes) as total'`.
    package init(_ words: [String]) throws(Failure) {
        self.words = words
        guard !words.isEmpty else {
            throw Failure(.usage, "nothing to compute: name a function, such as count, or a preset, such as red")
        }
        for word in words {
            guard let preset = Preset.named(word) else {
                let known = measures.count
                try add(word)
                ownExpressions += measures[known...].map(\.expression)
                continue
            }
            let known = columns.count
            for call in preset.calls { try add(call) }
            premises += premises(of: preset, from: known)
        }
    }

    /// Every member of an output record has a name of its own.
    package func checkNames(labels: [String], hasWindows: Bool) throws(Failure) {
        var taken = hasWindows ? ["time": "the window's time", "window": "the window's width"] : [:]
        for label in labels {
            if let other = taken[label] { throw Failure(.usage, "--by: '\(label)' is \(other) already") }
            taken[label] = "a label"
        }
        for column in columns {
            if let other = taken[column.name] {
                throw Failure(
                    .usage,
                    "'\(column.name)' is \(other) already; leave one of the two out, or name the column with 'as NAME'")
            }
            taken[column.name] = "a column"
        }
    }

    /// Whether a rate without windows is asked for, which is over the time from the first event to the last.
    var hasRate: Bool { columns.contains { if case .rate = $0.reading { true } else { false } } }
    var needsTime: Bool { measures.contains { $0.kind.needsTime } }
    /// Whether the hash of the line is needed.
    var drawsSample: Bool { measures.contains { $0.kind == .top } }

    func makeMeasures() -> [Measure] { measures.map { $0.kind.makeMeasure() } }

    private mutating func add(_ text: String) throws(Failure) {
        let call: FunctionCall
        do throws(ExpressionError) { call = try FunctionCall.parse(text) } catch {
            throw Failure(error)
        }
        guard let function = AggregateFunction(name: call.name) else {
            if text.contains("/") || text.contains(".") && !text.contains("(") {
                throw Failure(.usage, "'\(text)' is no function; if it is a file, write --input \(text)")
            }
            throw Failure(
                call.unknownName(among: AggregateFunction.names + Preset.all.map(\.name), "function or preset"))
        }
        guard function.takes(call.arguments.count) else { throw Self.misuse(function, call, text) }
        guard let reading = reading(function, call) else { throw Self.misuse(function, call, text) }
        let name = try columnName(call, function, text)
        guard !ReservedKey.all.contains(name) else {
            throw Failure(.usage, "'\(text)': '\(name)' is a key that weir keeps for itself; take another name")
        }
        let field = call.arguments.isEmpty ? nil : call.arguments[function.subject].expression.fieldName
        columns.append(Column(name: name, reading: reading, field: field))
    }

    private static func misuse(_ function: AggregateFunction, _ call: FunctionCall, _ text: String) -> Failure {
        Failure(.usage, "'\(text)': it is written \(function.usage(call.name))")
    }

    private func columnName(
        _ call: FunctionCall, _ function: AggregateFunction, _ text: String
    ) throws(Failure) -> String {
        if let alias = call.alias { return alias }
        if call.arguments.isEmpty { return call.name }
        guard function.namesItself, let field = call.arguments[function.subject].expression.fieldName else {
            throw Failure(.usage, "'\(text)' needs a name: '\(text) as NAME', as one word of the shell")
        }
        return "\(field)_\(function.suffix(call.name, call.arguments))"
    }

    /// The measure that keeps this of this expression, as a position in `measures`.
    mutating func measure(_ kind: MeasureKind, of argument: FunctionCall.Argument) -> Int {
        let key = "\(kind) \(argument.text)"
        if let known = keys[key] { return known }
        let position = expressionTexts.firstIndex(of: argument.text) ?? expressionTexts.count
        if position == expressionTexts.count { expressionTexts.append(argument.text) }
        measures.append(MeasurePlan(kind: kind, expression: argument.expression, position: position))
        keys[key] = measures.count - 1
        return measures.count - 1
    }
}
