import Bytes
import Records
import Regex

/// Lays an expression's tree out as a program over one record's store.
struct Binder: ~Copyable {
    private var program = Program()
    private var names: [String: FieldName] = [:]

    static func program(of syntax: Syntax, for record: inout Record) -> Program {
        var binder = Binder()
        binder.program.root = binder.emit(syntax, &record)
        return binder.finish()
    }

    private consuming func finish() -> Program { program }

    /// Appends the nodes of a tree, operands first, and gives the index of its root.
    private mutating func emit(_ syntax: Syntax, _ record: inout Record) -> Node.Index {
        switch syntax.form {
        case .literal(let literal): return append(.constant(constant(literal, &record)))
        case .field(let name): return append(.field(fieldName(name, &record)))
        case .exists(let name): return append(.exists(fieldName(name, &record)))
        case .negation(let operand):
            let zero = append(.constant(constant(.integer(0), &record)))
            return append(.arithmetic(.subtract, zero, emit(operand, &record)))
        case .not(let operand): return append(.not(emit(operand, &record)))
        case .arithmetic(let operation, let left, let right):
            return append(.arithmetic(operation, emit(left, &record), emit(right, &record)))
        case .comparison(let comparison, let left, let right): return emit(comparison, left, right, &record)
        case .all(let terms):
            let (first, count) = list(terms, &record)
            return append(.all(first: first, count: count))
        case .any(let terms):
            let (first, count) = list(terms, &record)
            return append(.any(first: first, count: count))
        case .match(let subject, let pattern): return emit(subject, pattern, &record)
        case .membership(let subject, let elements):
            let subject = emit(subject, &record)
            let (first, count) = list(elements, &record)
            return append(.membership(subject, first: first, count: count))
        case .coalesce(let left, let right): return append(.coalesce(emit(left, &record), emit(right, &record)))
        case .conditional(let test, let first, let second):
            return append(.conditional(emit(test, &record), emit(first, &record), emit(second, &record)))
        case .isNull(let operand, let isNegated): return append(.isNull(emit(operand, &record), isNegated: isNegated))
        case .call(let call): return emit(call, &record)
        }
    }

    private mutating func append(_ node: Node) -> Node.Index {
        program.nodes.append(node)
        return Node.Index(program.nodes.count - 1)
    }

    private mutating func list(_ terms: [Syntax], _ record: inout Record) -> (first: Node.Index, count: Node.Index) {
        // The terms may have lists of their own: theirs come first.
        let indices = terms.map { emit($0, &record) }
        let first = Node.Index(program.lists.count)
        for index in indices { program.lists.append(index) }
        return (first, Node.Index(indices.count))
    }

    private mutating func constant(_ literal: Literal, _ record: inout Record) -> Node.Index {
        let value: Value =
            switch literal {
            case .null: .null
            case .bool(let flag): .bool(flag)
            case .integer(let number): .integer(number)
            case .decimal(let number): .decimal(number)
            case .double(let number): .double(number)
            case .text(let text): .text(record.store.keep(text.utf8))
            }
        program.constants.append(value)
        return Node.Index(program.constants.count - 1)
    }

    private mutating func fieldName(_ name: String, _ record: inout Record) -> FieldName {
        if let known = names[name] { return known }
        let made = record.name(name)
        names[name] = made
        return made
    }

    // MARK: Forms that have nodes of their own

    private mutating func emit(
        _ comparison: Comparison, _ left: Syntax, _ right: Syntax, _ record: inout Record
    ) -> Node.Index {
        if left.literal != nil, right.literal == nil { return emit(comparison.mirrored, right, left, &record) }
        if let name = left.fieldName {
            switch right.literal {
            case .integer(let number): return append(.compareField(comparison, fieldName(name, &record), with: number))
            case .text(let text) where comparison.isEquality:
                let slice = record.store.keep(text.utf8)
                return append(.fieldEquals(fieldName(name, &record), slice, isNegated: comparison == .notEqual))
            default: break
            }
        }
        return append(.compare(comparison, emit(left, &record), emit(right, &record)))
    }

    private mutating func emit(_ subject: Syntax, _ pattern: Syntax.Pattern, _ record: inout Record) -> Node.Index {
        let subject = emitText(subject, &record)
        // The checker has compiled it before, so it compiles; a pattern belongs to one thread and is not shared.
        guard let compiled = try? CompiledPattern(pattern.text) else {
            return append(.constant(constant(.null, &record)))
        }
        program.patterns.append(compiled)
        return append(
            .match(subject, pattern: Node.Index(program.patterns.count - 1), isNegated: pattern.isNegated))
    }

    /// As text: a field by the text that it has in the record.
    private mutating func emitText(_ syntax: Syntax, _ record: inout Record) -> Node.Index {
        if let name = syntax.fieldName { return append(.fieldText(fieldName(name, &record))) }
        let operand = emit(syntax, &record)
        if case .text = syntax.literal { return operand }
        return append(.text(operand))
    }

    private mutating func emit(_ call: Syntax.Call, _ record: inout Record) -> Node.Index {
        guard let function = FunctionTable.byName[call.name] else { return append(.constant(constant(.null, &record))) }
        var arguments: [Node.Index] = []
        for index in 0..<max(call.arguments.count, function.mostArguments ?? 0) {
            let parameter = function.parameter(index)
            guard index < call.arguments.count else {
                arguments.append(append(.constant(constant(parameter.preset ?? .null, &record))))
                continue
            }
            let argument = call.arguments[index]
            switch parameter.type {
            case .any, .field: arguments.append(emit(argument, &record))
            case .text: arguments.append(emitText(argument, &record))
            case .number:
                let operand = emit(argument, &record)
                arguments.append(append(.number(operand)))
            }
        }
        program.functions.append(function.body)
        return append(function.body, Node.Index(program.functions.count - 1), arguments)
    }

    private mutating func append(
        _ body: Function.Body, _ function: Node.Index, _ arguments: [Node.Index]
    ) -> Node.Index {
        switch body {
        case .one: append(.call1(function: function, arguments[0]))
        case .two: append(.call2(function: function, arguments[0], arguments[1]))
        case .three: append(.call3(function: function, arguments[0], arguments[1], arguments[2]))
        case .repeated: arguments.dropFirst().reduce(arguments[0]) { append(.call2(function: function, $0, $1)) }
        // The checker has made another node of it.
        case .ofSyntax: arguments[0]
        }
    }
}
