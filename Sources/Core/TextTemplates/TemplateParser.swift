import Records

/// Reads templates: cuts the text at its braces, and what stands between them into words.
package struct TemplateParser {
    typealias Failure = Template.Failure

    private let bytes: [UInt8]
    private let vocabulary: TemplateVocabulary
    /// The shape of what `range` is at, the innermost last.
    private var dots: [TemplateVocabulary.Shape]
    /// Parts that `define` gave a name.
    private(set) var definitions: [String: [Template.Node]] = [:]
    private var position = 0
    private var words: [Word] = []
    private var index = 0
    /// Where the action ends whose words these are.
    private var actionEnd = 0

    private struct Word {
        enum Kind: Equatable { case name, variable, text(String), number(Double), sign }
        let kind: Kind
        let range: Range<Int>
    }

    init(_ text: String, _ vocabulary: TemplateVocabulary) {
        bytes = Array(text.utf8)
        self.vocabulary = vocabulary
        dots = [vocabulary.root]
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    mutating func template() throws(Failure) -> [Template.Node] {
        let (nodes, end) = try nodes(isInner: false)
        if let end { throw Failure(message: "there is no 'if' for this '\(end.word)'", range: end.range) }
        return nodes
    }

    private typealias End = (word: String, range: Range<Int>)

    /// Nodes up to the end of the text, or to `else` or `end`.
    private mutating func nodes(isInner: Bool) throws(Failure) -> ([Template.Node], End?) {
        var nodes: [Template.Node] = []
        while position < bytes.count {
            let start = position
            guard let open = find("{{", from: position) else {
                nodes.append(.text(text(start..<bytes.count)))
                position = bytes.count
                break
            }
            try openAction(at: open)
            var end = open
            // {{- takes the blanks before it with it.
            if bytes[open...].starts(with: "{{- ".utf8) { while end > start, Self.isBlank(bytes[end - 1]) { end -= 1 } }
            if end > start { nodes.append(.text(text(start..<end))) }
            guard let first = words.first else {
                throw Failure(message: "there is nothing between these braces", range: open..<position)
            }
            switch word(first) {
            case "/*": continue
            case "end", "else":
                if words.count > 1, word(first) == "end" { throw unexpected(words[1]) }
                return (nodes, (word(first), first.range))
            case "if": nodes.append(try branch(first.range))
            case "range" where vocabulary.hasLists: nodes.append(try each(first.range))
            case "define" where !isInner && !vocabulary.definitions.isEmpty: try define(first.range)
            case "range", "with", "define", "template", "block":
                throw Failure(
                    message: "'\(word(first))' is not among what templates of alerts can do", range: first.range)
            default:
                nodes.append(.value(try pipeline()))
                if index < words.count { throw unexpected(words[index]) }
            }
        }
        return (nodes, nil)
    }

    private mutating func branch(_ range: Range<Int>) throws(Failure) -> Template.Node {
        index += 1
        let condition = try pipeline()
        if index < words.count { throw unexpected(words[index]) }
        let (then, end) = try nodes(isInner: true)
        var otherwise: [Template.Node] = []
        var last = end
        if end?.word == "else" {
            if words.count > 1 {
                guard word(words[1]) == "if" else { throw unexpected(words[1]) }
                index = 1
                return .branch(condition, then: then, otherwise: [try branch(range)])
            }
            (otherwise, last) = try nodes(isInner: true)
        }
        guard last?.word == "end" else { throw Failure(message: "this 'if' has no 'end'", range: range) }
        return .branch(condition, then: then, otherwise: otherwise)
    }

    private mutating func each(_ range: Range<Int>) throws(Failure) -> Template.Node {
        guard words.count == 2, case .variable = words[1].kind else {
            throw Failure(message: "range takes a list here, such as .Alerts", range: range)
        }
        let (operand, shape) = try resolve(words[1])
        guard case .list(let element, _) = shape else {
            throw Failure(message: "\(word(words[1])) is no list", range: words[1].range)
        }
        dots.append(element)
        let (body, end) = try nodes(isInner: true)
        dots.removeLast()
        var otherwise: [Template.Node] = []
        var last = end
        if end?.word == "else" {
            if words.count > 1 { throw unexpected(words[1]) }
            (otherwise, last) = try nodes(isInner: true)
        }
        guard last?.word == "end" else { throw Failure(message: "this 'range' has no 'end'", range: range) }
        return .each(operand, body, otherwise: otherwise)
    }

    private mutating func define(_ range: Range<Int>) throws(Failure) {
        guard words.count == 2, case .text(let name) = words[1].kind, vocabulary.definitions.contains(name) else {
            let names = vocabulary.definitions.map { "\"\($0)\"" }.joined(separator: ", ")
            throw Failure(message: "what can be defined here is \(names)", range: range)
        }
        let (body, end) = try nodes(isInner: true)
        guard end?.word == "end" else { throw Failure(message: "this 'define' has no 'end'", range: range) }
        definitions[name] = body
    }

    // MARK: Pipelines

    /// `a | f | g x`: what stands left of a bar is the last argument of what stands right of it.
    private mutating func pipeline() throws(Failure) -> Template.Operand {
        var operand = try command(nil)
        while index < words.count, word(words[index]) == "|" {
            index += 1
            operand = try command(operand)
        }
        return operand
    }

    private mutating func command(_ piped: Template.Operand?) throws(Failure) -> Template.Operand {
        guard index < words.count else {
            throw Failure(message: "something is missing before }}", range: actionEnd..<actionEnd)
        }
        let first = words[index]
        guard case .name = first.kind else {
            if piped != nil { throw Failure(message: "right of | stands a function", range: first.range) }
            return try operand()
        }
        let name = word(first)
        if name == "true" || name == "false" { return try operand() }
        index += 1
        let function = try function(name, first.range)
        var arguments: [Template.Operand] = []
        while index < words.count, word(words[index]) != "|", word(words[index]) != ")" {
            arguments.append(try operand())
        }
        if let piped { arguments.append(piped) }
        guard function.takes(arguments.count) else {
            throw Failure(
                message:
                    "\(name) takes \(function.arity), here \(arguments.count == 1 ? "is" : "are") \(arguments.count)",
                range: first.range)
        }
        return .call(function, arguments)
    }

    private func function(_ name: String, _ range: Range<Int>) throws(Failure) -> TemplateFunction {
        let known = TemplateFunction.allCases.filter { $0 != .join || vocabulary.hasLists }
        if let function = known.first(where: { $0.rawValue == name }) { return function }
        if TemplateFunction.ofPrometheus.contains(name) {
            throw Failure(message: "the template function '\(name)' needs a Prometheus behind it", range: range)
        }
        let hint = Suggestion.nearest(to: name, among: known.map(\.rawValue))
        throw Failure(
            message: "unknown template function '\(name)'" + (hint.map { "; did you mean '\($0)'?" } ?? ""),
            range: range)
    }

    private mutating func operand() throws(Failure) -> Template.Operand {
        let next = words[index]
        index += 1
        switch next.kind {
        case .text(let text): return .literal(.text(text))
        case .number(let number): return .literal(.number(number, text(next.range)))
        case .variable: return try resolve(next).operand
        case .name:
            let name = word(next)
            if name == "true" || name == "false" { return .literal(.bool(name == "true")) }
            let function = try function(name, next.range)
            guard function.takes(0) else {
                throw Failure(message: "put \(name) and its arguments in parentheses", range: next.range)
            }
            return .call(function, [])
        case .sign:
            guard word(next) == "(" else { throw unexpected(next) }
            let inner = try pipeline()
            guard index < words.count, word(words[index]) == ")" else {
                throw Failure(message: "this '(' is never closed", range: next.range)
            }
            index += 1
            return inner
        }
    }

    private func resolve(
        _ next: Word
    ) throws(Failure) -> (operand: Template.Operand, shape: TemplateVocabulary.Shape) {
        do throws(TemplateVocabulary.Unknown) {
            return try vocabulary.resolve(word(next), dot: dots[dots.count - 1])
        } catch {
            throw Failure(message: error.message, range: next.range)
        }
    }

    private func unexpected(_ word: Word) -> Failure {
        Failure(message: "unexpected \(text(word.range))", range: word.range)
    }

    private func word(_ word: Word) -> String { text(word.range) }

    // MARK: Words

    private func find(_ sign: String, from start: Int) -> Int? {
        let wanted = Array(sign.utf8)
        var position = start
        while position + wanted.count <= bytes.count {
            if bytes[position...].starts(with: wanted) { return position }
            position += 1
        }
        return nil
    }

    package static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }

    /// Cuts what stands between the braces at `open` into words, and goes behind them.
    private mutating func openAction(at open: Int) throws(Failure) {
        words = []
        index = 0
        position = open + 2
        if bytes[position...].starts(with: "- ".utf8) { position += 1 }
        if bytes[position...].starts(with: "/*".utf8) {
            guard let end = find("*/", from: position), let close = find("}}", from: end) else {
                throw Failure(message: "this remark is never closed", range: open..<open + 2)
            }
            words = [Word(kind: .sign, range: position..<position + 2)]
            position = close + 2
            return
        }
        while true {
            while position < bytes.count, Self.isBlank(bytes[position]) { position += 1 }
            guard position < bytes.count else {
                throw Failure(message: "these braces are never closed", range: open..<open + 2)
            }
            if bytes[position...].starts(with: "}}".utf8) || bytes[position...].starts(with: "-}}".utf8) { break }
            words.append(try word())
        }
        actionEnd = position
        let trims = bytes[position] == 0x2D
        position += trims ? 3 : 2
        if trims { while position < bytes.count, Self.isBlank(bytes[position]) { position += 1 } }
    }

    private mutating func word() throws(Failure) -> Word {
        let start = position
        let byte = bytes[position]
        func isName(_ byte: UInt8) -> Bool {
            byte == 0x5F || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
        }
        switch byte {
        case 0x22, 0x60: return try quoted(byte)
        case 0x24, 0x2E, 0x2B, 0x2D, 0x30...0x39, 0x5F, 0x41...0x5A, 0x61...0x7A:
            position += 1
            while position < bytes.count, isName(bytes[position]) || bytes[position] == 0x2E { position += 1 }
            let text = text(start..<position)
            if byte == 0x24 || byte == 0x2E { return Word(kind: .variable, range: start..<position) }
            if isName(byte), !(byte &- 0x30 < 10) { return Word(kind: .name, range: start..<position) }
            guard let number = Double(text), number.isFinite else {
                throw Failure(message: "'\(text)' is not a number", range: start..<position)
            }
            return Word(kind: .number(number), range: start..<position)
        case 0x28, 0x29, 0x7C:
            position += 1
            return Word(kind: .sign, range: start..<position)
        default:
            var end = position + 1
            while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
            throw Failure(message: "unexpected \(text(start..<end))", range: start..<end)
        }
    }

    private mutating func quoted(_ quote: UInt8) throws(Failure) -> Word {
        let start = position
        var content: [UInt8] = []
        position += 1
        while position < bytes.count, bytes[position] != quote {
            var byte = bytes[position]
            if byte == 0x5C, quote == 0x22, position + 1 < bytes.count {
                position += 1
                byte =
                    switch bytes[position] {
                    case UInt8(ascii: "n"): 0x0A
                    case UInt8(ascii: "t"): 0x09
                    default: bytes[position]
                    }
            }
            content.append(byte)
            position += 1
        }
        guard position < bytes.count else {
            throw Failure(message: "this quote is never closed", range: start..<start + 1)
        }
        position += 1
        return Word(kind: .text(String(decoding: content, as: UTF8.self)), range: start..<position)
    }
}
