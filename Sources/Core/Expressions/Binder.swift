import Bytes
import Records
import Regex

/// Lays an expression's tree out as a program over one record's store.
struct Binder: ~Copyable {
    private var program = Program()
    private var names: [String: FieldName] = [:]
    /// Where a pattern stands in the source, and its place in the program.
    private var patterns: [Int: Node.Index] = [:]

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
        case .field(let name):
            let field = fieldName(name, &record)
            guard let nested = emitNested(name, asText: false, &record) else { return append(.field(field)) }
            return append(.dotted(field, otherwise: nested))
        case .exists(let name):
            let exists = append(.exists(fieldName(name, &record)))
            guard let nested = emitNested(name, asText: false, &record) else { return exists }
            return anyOf([exists, append(.isNull(nested, isNegated: true))])
        case .member(let container, let key):
            return append(.member(emit(container, &record), key: emit(key, &record)))
        case .element(let subject, let array):
            return append(.element(emit(subject, &record), of: emit(array, &record)))
        case .capture(let pattern, let group):
            guard let index = patterns[pattern.range.lowerBound] else {
                return append(.constant(constant(.null, &record)))
            }
            return append(.capture(pattern: index, group: Node.Index(group)))
        case .formatted(let operand, let format):
            let operand = format.takesText ? emitText(operand, &record) : append(.number(emit(operand, &record)))
            program.formats.append(format)
            return append(.formatted(operand, format: Node.Index(program.formats.count - 1)))
        case .now: return append(.now)
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

    /// `http.request.id` where there is no field of that name: the members that it may mean, of the longest name first.
    private mutating func emitNested(_ name: String, asText: Bool, _ record: inout Record) -> Node.Index? {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count > 1, parts.count <= 8, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        var found: Node.Index?
        for count in 1..<parts.count {
            var node = append(.field(fieldName(parts[..<count].joined(separator: "."), &record)))
            for (index, part) in parts.enumerated() where index >= count {
                let key = append(.constant(constant(.text(String(part)), &record)))
                let isLast = index == parts.count - 1
                node = append(isLast && asText ? .memberText(node, key: key) : .member(node, key: key))
            }
            found = found.map { append(.coalesce(node, $0)) } ?? node
        }
        return found
    }

    private mutating func anyOf(_ terms: [Node.Index]) -> Node.Index {
        let first = Node.Index(program.lists.count)
        for index in terms { program.lists.append(index) }
        return append(.any(first: first, count: Node.Index(terms.count)))
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
        if let name = left.fieldName, !name.utf8.contains(0x2E) {
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
        let index = Node.Index(program.patterns.count - 1)
        patterns[pattern.range.lowerBound] = index
        return append(.match(subject, pattern: index, isNegated: pattern.isNegated))
    }

    /// As text: a field by the text that it has in the record.
    private mutating func emitText(_ syntax: Syntax, _ record: inout Record) -> Node.Index {
        switch syntax.form {
        case .field(let name):
            let field = fieldName(name, &record)
            guard let nested = emitNested(name, asText: true, &record) else { return append(.fieldText(field)) }
            return append(.dottedText(field, otherwise: nested))
        case .member(let container, let key):
            return append(.memberText(emit(container, &record), key: emit(key, &record)))
        case .literal(.text), .capture, .now, .formatted: return emit(syntax, &record)
        default: return append(.text(emit(syntax, &record)))
        }
    }

    private mutating func emitTextOrJSON(_ syntax: Syntax, _ record: inout Record) -> Node.Index {
        if let name = syntax.fieldName, !name.utf8.contains(0x2E) {
            return append(.fieldTextOrJSON(fieldName(name, &record)))
        }
        return append(.textOrJSON(emit(syntax, &record)))
    }

    private mutating func emit(_ call: Syntax.Call, _ record: inout Record) -> Node.Index {
        guard let function = FunctionTable.byName[call.name] else { return append(.constant(constant(.null, &record))) }
        if function.name == "int", call.arguments.count == 1,
            case .arithmetic(.divide, let left, let right) = call.arguments[0].form
        {
            return append(.wholeQuotient(emit(left, &record), emit(right, &record)))
        }
        var arguments: [Node.Index] = []
        for index in 0..<max(call.arguments.count, function.mostArguments ?? 0) {
            let parameter = function.parameter(index)
            guard index < call.arguments.count else {
                arguments.append(append(.constant(constant(parameter.preset ?? .null, &record))))
                continue
            }
            let argument = call.arguments[index]
            switch parameter.type {
            case .textOrJSON: arguments.append(emitTextOrJSON(argument, &record))
            case .any, .json, .field: arguments.append(emit(argument, &record))
            case .text: arguments.append(emitText(argument, &record))
            case .number:
                let operand = emit(argument, &record)
                arguments.append(append(.number(operand)))
            }
        }
        let index = Node.Index(program.functions.count)
        switch function.body {
        case .one(let body): program.functions.append(.one(body))
        case .two(let body), .repeated(let body): program.functions.append(.two(body))
        case .three(let body): program.functions.append(.three(body))
        case .prepared(let make):
            // The checker has made it before, so it can be made.
            guard let prepared = try? make(function.literals(of: call)) else {
                return append(.constant(constant(.null, &record)))
            }
            program.functions.append(.prepared(prepared))
        // The checker has made another node of it.
        case .ofSyntax: return append(.constant(constant(.null, &record)))
        }
        if case .repeated = function.body {
            return arguments.dropFirst().reduce(arguments[0]) { append(.call2(function: index, $0, $1)) }
        }
        return switch arguments.count {
        case 1: append(.call1(function: index, arguments[0]))
        case 2: append(.call2(function: index, arguments[0], arguments[1]))
        default: append(.call3(function: index, arguments[0], arguments[1], arguments[2]))
        }
    }
}
