extension Checker {
    /// `http["id"]`, `tags[0]`.
    func checkMember(_ container: Syntax, _ key: Syntax, _ range: Range<Int>) throws(ExpressionError) -> Checked {
        let container = try check(container)
        guard container.type == .any || container.type == .json else {
            let hint = container.type == .text ? "write parse_json(…) for JSON in a text" : nil
            throw source.error(
                container.syntax.range, "this is \(container.type.phrase), and has no members", hint: hint)
        }
        let key = try check(key)
        switch key.type {
        case .any, .text: break
        case .number:
            if let literal = key.syntax.literal, literal.isFraction {
                throw source.error(key.syntax.range, "an index is a whole number")
            }
        default:
            throw source.error(
                key.syntax.range, "a key is a text or a number, this is \(key.type.phrase)",
                hint: "write http[\"id\"] or tags[0]")
        }
        return (Syntax(.member(container.syntax, key.syntax), range), .any)
    }

    /// `"db" in tags`
    func checkElement(_ subject: Syntax, _ array: Syntax, _ range: Range<Int>) throws(ExpressionError) -> Checked {
        let subject = try check(subject)
        let array = try check(array)
        guard array.type == .any || array.type == .json else {
            throw source.error(
                array.syntax.range, "right of in stands a list or an array, this is \(array.type.phrase)",
                hint: "write x in (a, b)")
        }
        return (Syntax(.element(subject.syntax, array.syntax), range), .bool)
    }

    func requireJSON(_ argument: Checked, in function: Function) throws(ExpressionError) {
        switch argument.type {
        case .any, .json, .null: return
        default:
            throw source.error(
                argument.syntax.range, "\(function.name) takes an array here, this is \(argument.type.phrase)",
                hint: "it is \(function.signature)")
        }
    }
}

extension Literal {
    fileprivate var isFraction: Bool {
        switch self {
        case .decimal(let number): number.asInt64 == nil
        case .double(let number): Int64(exactly: number) == nil
        default: false
        }
    }
}
