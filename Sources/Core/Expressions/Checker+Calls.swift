extension Checker {
    func checkCall(_ call: Syntax.Call, _ range: Range<Int>) throws(ExpressionError) -> Checked {
        guard let function = FunctionTable.byName[call.name] else { throw unknown(call) }
        try checkArity(call, function, range)
        switch function.name {
        case "exists": return try checkExists(call, range)
        case "format": return try checkFormat(call, range)
        case "now": return (Syntax(.now, range), .text)
        default: break
        }
        var call = call
        for (index, argument) in call.arguments.enumerated() {
            let checked = try check(argument)
            switch function.parameter(index).type {
            case .number: try requireNumber(checked, in: function)
            case .json: try requireJSON(checked, in: function)
            default: break
            }
            call.arguments[index] = checked.syntax
        }
        try checkPreparation(call, function)
        if function.name == "is_null" { return (Syntax(.isNull(call.arguments[0], isNegated: false), range), .bool) }
        return (Syntax(.call(call), range), function.result)
    }

    private func unknown(_ call: Syntax.Call) -> ExpressionError {
        let hint =
            switch call.name.lowercased() {
            case "if", "iff", "iif": "write condition ? a : b"
            case "coalesce", "ifnull", "nvl", "default": "write a ?? b"
            case "match", "matches", "regex", "regexp", "test", "regex_match": "write text =~ \"pattern\""
            default: FunctionTable.suggestion(for: call.name).map { "did you mean '\($0)'?" }
            }
        return source.error(call.nameRange, "unknown function '\(call.name)'", hint: hint)
    }

    private func checkArity(
        _ call: Syntax.Call, _ function: Function, _ range: Range<Int>
    ) throws(ExpressionError) {
        let count = call.arguments.count
        if let most = function.mostArguments, count > most {
            throw source.error(
                call.arguments[most].range, "\(function.name) takes \(function.arityPhrase), this is one too many",
                hint: "it is \(function.signature)")
        }
        if count < function.leastArguments {
            throw source.error(
                range, "\(function.name) takes \(function.arityPhrase), here \(count == 1 ? "is" : "are") \(count)",
                hint: "it is \(function.signature)")
        }
    }

    private func checkExists(_ call: Syntax.Call, _ range: Range<Int>) throws(ExpressionError) -> Checked {
        guard let name = call.arguments[0].fieldName else {
            throw source.error(
                call.arguments[0].range, "exists takes the name of a field", hint: "write exists(status)")
        }
        try checkField(name, call.arguments[0].range)
        return (Syntax(.exists(name), range), .bool)
    }

    /// What stands in the expression itself, such as a time layout, is looked at before the first record.
    private func checkPreparation(_ call: Syntax.Call, _ function: Function) throws(ExpressionError) {
        guard case .prepared(let make) = function.body else { return }
        do throws(ArgumentError) { _ = try make(function.literals(of: call)) } catch {
            let range = error.index < call.arguments.count ? call.arguments[error.index].range : call.nameRange
            throw source.error(range, error.message, hint: error.hint)
        }
    }

    func requireNumber(_ argument: Checked, in function: Function) throws(ExpressionError) {
        do throws(ExpressionError) { try requireNumber(argument, .plus) } catch {
            if argument.type == .null { return }
            throw source.error(
                argument.syntax.range, "\(function.name) takes a number here, this is \(argument.type.phrase)",
                hint: "it is \(function.signature)")
        }
    }
}

extension Function {
    /// The arguments that stand in the expression, and what is taken for those left out.
    func literals(of call: Syntax.Call) -> [Literal?] {
        parameters.indices.map { index in
            index < call.arguments.count ? call.arguments[index].literal : parameters[index].preset
        }
    }

    /// The parameter of an argument; the last one takes all that are left.
    func parameter(_ index: Int) -> Parameter { parameters[min(index, parameters.count - 1)] }
}
