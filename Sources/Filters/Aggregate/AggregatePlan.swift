import Expressions
import FilterKit
import Records

/// What is to be computed: the columns of the output, and the measures they are read from.
struct AggregatePlan {
    enum MeasureKind: Hashable { case trueCount, sum, range, distribution }

    /// A measure is told apart by what it keeps and of which expression.
    struct MeasurePlan {
        let kind: MeasureKind
        let expression: Expression

        func makeMeasure() -> Measure {
            switch kind {
            case .trueCount: TrueCount()
            case .sum: NumberSum()
            case .range: NumberRange()
            case .distribution: Distribution()
            }
        }
    }

    struct Column {
        let name: String
        let reading: Reading
    }

    /// How a column's value is read; the numbers are positions in `measures`.
    enum Reading {
        case count
        case rate
        case sum(Int)
        case mean(Int)
        case least(Int)
        case greatest(Int)
        case quantile(Int, Decimal)
        /// Records for which the expression was true, over all records of the series.
        case ratio(Int)
    }

    private(set) var measures: [MeasurePlan] = []
    private(set) var columns: [Column] = []
    /// Expressions from the command line itself: a preset may well ask for fields that a log does not have.
    private(set) var ownExpressions: [Expression] = []
    private var keys: [String: Int] = [:]

    /// Reads the words of the command line: presets, and calls such as `p99(duration)` or `'sum(bytes) as total'`.
    init(_ words: [String]) throws(Failure) {
        for word in words {
            guard let preset = Preset.named(word) else {
                let known = measures.count
                try add(word)
                ownExpressions += measures[known...].map(\.expression)
                continue
            }
            for call in preset.calls { try add(call) }
        }
    }

    /// Every member of an output record has a name of its own.
    func checkNames(labels: [String], hasWindows: Bool) throws(Failure) {
        var taken = hasWindows ? ["time": "the window's time", "window": "the window's width"] : [:]
        for label in labels {
            if let other = taken[label] { throw Failure(.usage, "--by: '\(label)' is \(other) already") }
            taken[label] = "a label"
        }
        for column in columns {
            if let other = taken[column.name] {
                throw Failure(
                    .usage, "'\(column.name)' is \(other) already; give the column another name with 'as NAME'")
            }
            taken[column.name] = "a column"
        }
    }

    var needsTime: Bool { columns.contains { if case .rate = $0.reading { true } else { false } } }

    private mutating func add(_ text: String) throws(Failure) {
        let call: FunctionCall
        do throws(ExpressionError) { call = try FunctionCall.parse(text) } catch {
            throw Failure(error)
        }
        guard let function = AggregateFunction(name: call.name) else {
            throw Failure(
                call.unknownName(among: AggregateFunction.names + Preset.all.map(\.name), "function or preset"))
        }
        if function.takesExpression != (call.arguments.count == 1) || call.arguments.count > 1 {
            let usage = function.takesExpression ? "\(call.name)(EXPR)" : call.name
            throw Failure(.usage, "'\(text)': it is written \(usage)")
        }
        let name = try columnName(call, function, text)
        guard !ReservedKey.all.contains(name) else {
            throw Failure(.usage, "'\(text)': '\(name)' is a key that weir keeps for itself; take another name")
        }
        columns.append(Column(name: name, reading: reading(function, call)))
    }

    private func columnName(
        _ call: FunctionCall, _ function: AggregateFunction, _ text: String
    ) throws(Failure) -> String {
        if let alias = call.alias { return alias }
        guard function.takesExpression else { return call.name }
        guard let field = call.arguments[0].expression.fieldName, function.namesItself else {
            throw Failure(.usage, "'\(text)' needs a name: '\(text) as NAME', as one word of the shell")
        }
        return "\(field)_\(function.suffix)"
    }

    private mutating func reading(_ function: AggregateFunction, _ call: FunctionCall) -> Reading {
        func measure(_ kind: MeasureKind) -> Int {
            let key = "\(kind) \(call.arguments[0].text)"
            if let known = keys[key] { return known }
            measures.append(MeasurePlan(kind: kind, expression: call.arguments[0].expression))
            keys[key] = measures.count - 1
            return measures.count - 1
        }
        return switch function {
        case .count: .count
        case .rate: .rate
        case .sum: .sum(measure(.sum))
        case .mean: .mean(measure(.sum))
        case .min: .least(measure(.range))
        case .max: .greatest(measure(.range))
        case .quantile(let q, _): .quantile(measure(.distribution), q)
        case .ratio: .ratio(measure(.trueCount))
        }
    }
}
