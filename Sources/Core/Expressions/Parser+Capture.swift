import Regex

extension Parser {
    /// `$1`, `$name`: a group of the pattern that stands before it in the text.
    mutating func capture(_ name: String) throws(ExpressionError) -> Syntax {
        let range = token.range
        let isNumber = name.utf8.allSatisfy(Lexer.isDigit)
        guard let pattern = lastPattern else {
            if isNumber {
                throw source.error(
                    range, "no =~ stands before this $\(name)", hint: "write path =~ \"^/([^/]+)\" ? $\(name) : null")
            }
            throw source.error(
                range, "a field is written by its name alone", hint: "write \(name) for $\(name)")
        }
        // A pattern that does not compile is the checker's to complain about.
        var group = 0
        if let compiled = try? CompiledPattern(pattern.text) {
            group = try isNumber ? self.group(number: name, compiled, range) : self.group(named: name, compiled, range)
        }
        try advance()
        return try node(.capture(pattern, group: group), range)
    }

    private func group(
        number: String, _ pattern: CompiledPattern, _ range: Range<Int>
    ) throws(ExpressionError) -> Int {
        let count = pattern.groupCount
        if let group = Int(number), group <= count { return group }
        let there = count == 0 ? "no group" : count == 1 ? "one group" : "\(count) groups"
        throw source.error(
            range, "the pattern has \(there), there is no $\(number)",
            hint: count == 0 ? "write parentheses around what $\(number) is to be" : nil)
    }

    private func group(
        named name: String, _ pattern: CompiledPattern, _ range: Range<Int>
    ) throws(ExpressionError) -> Int {
        if let group = pattern.namedGroups.first(where: { $0.name == name }) { return group.number }
        let names = pattern.namedGroups.map { "$\($0.name)" }
        let hint =
            names.isEmpty
            ? "write (?<\(name)>…) in it, or \(name) for a field" : "there are \(names.joined(separator: ", "))"
        throw source.error(range, "the pattern has no group '\(name)'", hint: hint)
    }
}
