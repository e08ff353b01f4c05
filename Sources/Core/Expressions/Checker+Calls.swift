extension Checker {
    func checkCall(_ call: Syntax.Call, _ range: Range<Int>) throws(ExpressionError) -> Checked {
        guard let function = FunctionTable.byName[call.name] else { throw unknown(call) }
        try checkArity(call, function, range)
        if function.name == "exists" { return try checkExists(call, range) }
        var call = call
        for (index, argument) in call.arguments.enumerated() {
            let checked = try check(argument)
            if function.parameter(index).type == .number { try requireNumber(checked, in: function) }
            call.arguments[index] = checked.syntax
        }
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

    private func requireNumber(_ argument: Checked, in function: Function) throws(ExpressionError) {
        do throws(ExpressionError) { try requireNumber(argument, .plus) } catch {
            if argument.type == .null { return }
            throw source.error(
                argument.syntax.range, "\(function.name) takes a number here, this is \(argument.type.phrase)",
                hint: "it is \(function.signature)")
        }
    }
}

extension Function {
    /// The parameter of an argument; the last one takes all that are left.
    func parameter(_ index: Int) -> Parameter { parameters[min(index, parameters.count - 1)] }
}
