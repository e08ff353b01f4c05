import Bytes
import Records
import Regex
import System

/// An expression made ready for one record's store: constants and field names are kept there, patterns are compiled.
///
/// Belongs to one thread, like the record. Nothing is allocated per evaluation; text that is computed goes to the
/// record's scratch.
package final class BoundExpression {
    let program: Program
    var tally = Tally()
    /// What `now()` reads.
    package var clock: any Clock = SystemClock()
    /// Counts evaluations: what a pattern matched counts in the one that it matched in.
    private(set) var generation = 0
    /// In which evaluation each pattern matched last.
    var matched: Slab<Int>
    /// Where the fields stand that the nodes read, by the nodes' numbers.
    private var places: Slab<FieldPlace>
    private var memory: ConditionMemory?
    /// Off, every condition is answered anew.
    package var remembersAnswers = true

    init(_ program: consuming Program) {
        memory = ConditionMemory(program)
        matched = Slab([Int](repeating: 0, count: program.patterns.count))
        places = program.fieldPlaces
        self.program = program
    }

    /// The value of the field that the node at `index` reads.
    @inline(__always) func operand(_ index: Node.Index, _ record: inout Record) -> Value {
        record.operand(at: places[Int(index)].find(in: &record))
    }

    @inline(__always) func exists(_ index: Node.Index, _ record: inout Record) -> Bool {
        places[Int(index)].find(in: &record) != nil
    }

    /// Results that became null because no number holds them.
    package var overflows: Int { tally.overflows }
    /// Matches that were given up, and so counted as neither `=~` nor `!~`.
    package var failedMatches: Int { tally.failedMatches }

    /// The value for this record. A text may lie in the record's scratch: it lives as long as the record does.
    package func evaluate(_ record: inout Record) -> Value {
        generation &+= 1
        if memory != nil { return .bool(answer(&record)) }
        return value(program.root, &record)
    }

    /// Whether the whole is true, as far as that is remembered without looking.
    private func answer(_ record: inout Record) -> Bool {
        guard remembersAnswers, let key = memory?.key(of: &record) else { return condition(program.root, &record) }
        if let known = memory?.answer(key) { return known }
        let isTrue = condition(program.root, &record)
        memory?.remember(isTrue, key)
        return isTrue
    }

    /// Whether the value is true. Only `true` is: null, numbers and texts are not.
    package func isTrue(_ record: inout Record) -> Bool {
        generation &+= 1
        let scratch = record.store.buffer.count
        let isTrue = answer(&record)
        // The answer needs none of the text that was computed on the way.
        if record.store.buffer.count > scratch { record.store.buffer.truncate(to: scratch) }
        return isTrue
    }

    func value(_ index: Node.Index, _ record: inout Record) -> Value {
        switch program.nodes[Int(index)] {
        case .constant(let constant): return program.constants[Int(constant)]
        case .field: return operand(index, &record)
        case .fieldText(let name): return record.text(of: name).map { .text($0) } ?? .null
        case .text(let operand):
            let value = value(operand, &record)
            return record.text(of: value).map { .text($0) } ?? .null
        case .number(let operand): return value(operand, &record).number(in: record.store.buffer)
        case .arithmetic(let operation, let left, let right):
            let left = value(left, &record)
            let right = value(right, &record)
            return operation.apply(left, right, record.store.buffer, &tally)
        case .wholeQuotient(let left, let right):
            let left = value(left, &record)
            let right = value(right, &record)
            return ArithmeticOperator.wholeQuotient(left, right, record.store.buffer, &tally)
        case .coalesce(let left, let right):
            let left = value(left, &record)
            if case .null = left { return value(right, &record) }
            return left
        case .conditional(let test, let first, let second):
            return condition(test, &record) ? value(first, &record) : value(second, &record)
        case .call1, .call2, .call3: return call(index, &record)
        case .dotted, .dottedText, .member, .memberText, .fieldTextOrJSON, .textOrJSON, .capture, .formatted, .now:
            return reach(index, &record)
        default: return .bool(condition(index, &record))
        }
    }

    /// A function sees no null: with one among its arguments the result is null.
    private func call(_ index: Node.Index, _ record: inout Record) -> Value {
        let function: Node.Index
        let first: Value
        var second = Value.null
        var third = Value.null
        switch program.nodes[Int(index)] {
        case .call1(let body, let a):
            function = body
            first = value(a, &record)
        case .call2(let body, let a, let b):
            function = body
            first = value(a, &record)
            second = value(b, &record)
            if case .null = second { return .null }
        case .call3(let body, let a, let b, let c):
            function = body
            first = value(a, &record)
            second = value(b, &record)
            third = value(c, &record)
            if case .null = second { return .null }
            if case .null = third { return .null }
        default: return .null
        }
        if case .null = first { return .null }
        switch program.functions[Int(function)] {
        case .one(let body): return body(first, &record, &tally)
        case .two(let body): return body(first, second, &record, &tally)
        case .three(let body): return body(first, second, third, &record, &tally)
        case .prepared(let function):
            return function(Arguments(first: first, second: second, third: third), &record, &tally)
        }
    }
}
