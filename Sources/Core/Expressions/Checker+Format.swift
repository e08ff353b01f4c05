extension Checker {
    /// `format("%s took %.1f s", path, duration)`: taken apart once, into texts and single directives.
    func checkFormat(_ call: Syntax.Call, _ range: Range<Int>) throws(ExpressionError) -> Checked {
        guard case .text(let template) = call.arguments[0].literal else {
            throw source.error(
                call.arguments[0].range, "the template of format must stand in the expression",
                hint: "write format(\"%s: %d\", a, b)")
        }
        let place = call.arguments[0].range
        let pieces: [TextFormat.Piece]
        do throws(TextFormat.ParseError) { pieces = try TextFormat.pieces(of: template) } catch {
            // Without escapes, a byte of the text is one of the source.
            let isPlain = place.count == template.utf8.count + 2
            let start = place.lowerBound + 1 + error.range.lowerBound
            throw source.error(isPlain ? start..<start + error.range.count : place, error.message, hint: error.hint)
        }
        var terms: [Syntax] = []
        var next = 1
        for piece in pieces {
            switch piece {
            case .text(let text): terms.append(Syntax(.literal(.text(text)), place))
            case .value(let format):
                guard next < call.arguments.count else {
                    throw source.error(range, "the template takes more values than there are")
                }
                terms.append(try term(call.arguments[next], format))
                next += 1
            }
        }
        guard next == call.arguments.count else {
            throw source.error(call.arguments[next].range, "the template has no place for this")
        }
        if terms.isEmpty { return (Syntax(.literal(.text("")), range), .text) }
        // So that it is a text even where it is a number alone.
        if terms.count == 1 { terms.append(Syntax(.literal(.text("")), place)) }
        let concat = Syntax.Call(name: "concat", nameRange: call.nameRange, arguments: terms)
        return (Syntax(.call(concat), range), .text)
    }

    private func term(_ argument: Syntax, _ format: TextFormat) throws(ExpressionError) -> Syntax {
        let checked = try check(argument)
        if !format.takesText, let function = FunctionTable.byName["format"] {
            try requireNumber(checked, in: function)
        }
        if format.isPlain { return checked.syntax }
        return Syntax(.formatted(checked.syntax, format), argument.range)
    }
}
