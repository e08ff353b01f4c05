/// Reads a regular expression as a flat pattern, or finds that it is none: then PCRE2 keeps it.
///
/// A run must be possessive (`++`, `*+`), or greedy with something behind it that cannot begin with what it takes, so that
/// giving back would never help (what PCRE2 calls auto-possessification).
struct FlatParser {
    private let text: [UInt8]
    private var position = 0
    private var groups = 0
    /// Subjects are UTF-8, and a class is of characters: only such runs are taken as are the same in bytes.
    private let isUTF8: Bool

    private struct NotFlat: Error {}

    /// - Parameter text: the expression, without anchors around it.
    static func parse(_ text: [UInt8], isUTF8: Bool) -> (node: FlatNode, groups: Int)? {
        var parser = FlatParser(text: text, isUTF8: isUTF8)
        guard let node = try? parser.alternatives(), parser.position == text.count,
            let settled = node.settled()
        else { return nil }
        return (settled, parser.groups)
    }

    private init(text: [UInt8], isUTF8: Bool) {
        self.text = text
        self.isUTF8 = isUTF8
    }

    private var peek: UInt8? { position < text.count ? text[position] : nil }

    private func looksAt(_ word: StaticString) -> Bool {
        let word = Array("\(word)".utf8)
        return text[position...].starts(with: word)
    }

    private mutating func take(_ word: StaticString) -> Bool {
        guard looksAt(word) else { return false }
        position += word.utf8CodeUnitCount
        return true
    }

    // MARK: Structure

    private mutating func alternatives() throws(NotFlat) -> FlatNode {
        var choices = [try sequence()]
        while take("|") { choices.append(try sequence()) }
        return choices.count == 1 ? choices[0] : .alternatives(choices)
    }

    private mutating func sequence() throws(NotFlat) -> FlatNode {
        var parts: [FlatNode] = []
        while let byte = peek, byte != 0x7C, byte != 0x29 {
            let part = try quantified()
            if case .literal(let next) = part, case .literal(let before)? = parts.last {
                parts[parts.count - 1] = .literal(before + next)
            } else {
                parts.append(part)
            }
        }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func quantified() throws(NotFlat) -> FlatNode {
        // Which names are allowed twice does not matter to the match.
        if take("(?J)") { return .nothing }
        let atom = try atom()
        guard let (min, max) = try repetition() else { return atom }
        let isPossessive = take("+")
        if looksAt("?") { throw NotFlat() }
        if case .run(let set, 1, 1) = atom {
            if isUTF8, set.reachesBeyondASCII, max != nil || min > 1 { throw NotFlat() }
            if max == 0 || min > 1000 || max ?? 0 > 1000 { throw NotFlat() }
            return isPossessive || min == max ? .run(set, min: min, max: max) : .greedy(set, min: min, max: max)
        }
        let repeats = atom.leastLength > 0 && !atom.hasGroups
        switch (min, max, isPossessive) {
        case (0, 1, true): return .optional(atom)
        case (0, 1, false): return .alternatives([atom, .nothing])
        case (0, nil, true) where repeats: return .many(atom)
        case (1, nil, true) where repeats: return .atomic(.sequence([atom, .many(atom)]))
        default: throw NotFlat()
        }
    }

    private mutating func repetition() throws(NotFlat) -> (min: Int, max: Int?)? {
        if take("*") { return (0, nil) }
        if take("+") { return (1, nil) }
        if take("?") { return (0, 1) }
        guard peek == 0x7B else { return nil }
        guard let close = text[position...].firstIndex(of: 0x7D) else { throw NotFlat() }
        let bounds = String(decoding: text[(position + 1)..<close], as: UTF8.self).split(
            separator: ",", omittingEmptySubsequences: false)
        guard let min = Int(bounds[0]), min >= 0, bounds.count <= 2 else { throw NotFlat() }
        position = close + 1
        guard bounds.count == 2 else { return (min, min) }
        if bounds[1].isEmpty { return (min, nil) }
        guard let max = Int(bounds[1]), max >= min else { throw NotFlat() }
        return (min, max)
    }

    // MARK: Atoms

    private mutating func atom() throws(NotFlat) -> FlatNode {
        guard let byte = peek else { throw NotFlat() }
        switch byte {
        case 0x28: return try group()
        case 0x5B: return .run(try characterClass(), min: 1, max: 1)
        case 0x2E:
            position += 1
            return .run(try single(ByteSet.newline.inverted), min: 1, max: 1)
        case 0x24:
            position += 1
            return .end
        case 0x5C: return try escape()
        case 0x5E, 0x2A, 0x2B, 0x3F: throw NotFlat()
        case 0x80...:
            // A character of several bytes must not be taken apart by a quantifier.
            position += 1
            while let next = peek, next & 0xC0 == 0x80 { position += 1 }
            if let next = peek, [0x2A, 0x2B, 0x3F, 0x7B].contains(next) { throw NotFlat() }
            let start = text[..<position].lastIndex { $0 & 0xC0 != 0x80 } ?? position
            return .literal(Array(text[start..<position]))
        default:
            position += 1
            return repeats ? .run(ByteSet(byte), min: 1, max: 1) : .literal([byte])
        }
    }

    /// A quantifier follows.
    private var repeats: Bool { peek.map { [0x2A, 0x2B, 0x3F].contains($0) || isBound } ?? false }

    /// A brace that is a quantifier; any other stands for itself.
    private var isBound: Bool {
        guard peek == 0x7B, let close = text[position...].firstIndex(of: 0x7D) else { return false }
        let inside = text[(position + 1)..<close]
        return !inside.isEmpty && inside.first != 0x2C && inside.allSatisfy { $0 &- 0x30 < 10 || $0 == 0x2C }
    }

    private mutating func group() throws(NotFlat) -> FlatNode {
        position += 1
        if take("?:") { return try closed(try alternatives()) }
        if take("?!") {
            let inside = try closed(try alternatives())
            if inside.hasGroups { throw NotFlat() }
            return .not(inside)
        }
        if take("?>") { return .atomic(try closed(try alternatives())) }
        let isNamed = take("?<") || take("?P<")
        if isNamed {
            guard let first = peek, first != 0x3D, first != 0x21, let end = text[position...].firstIndex(of: 0x3E)
            else {
                throw NotFlat()
            }
            position = end + 1
        } else if looksAt("?") || looksAt("*") {
            throw NotFlat()
        }
        groups += 1
        let number = groups
        return .group(number: number, try closed(try alternatives()))
    }

    private mutating func closed(_ inside: FlatNode) throws(NotFlat) -> FlatNode {
        guard take(")") else { throw NotFlat() }
        return inside
    }

    private mutating func escape() throws(NotFlat) -> FlatNode {
        position += 1
        guard let byte = peek else { throw NotFlat() }
        if byte == 0x7A {
            position += 1
            return .end
        }
        if let set = Self.classes[byte] {
            position += 1
            return .run(try single(set), min: 1, max: 1)
        }
        let literal = try escapedByte()
        return repeats ? .run(ByteSet(literal), min: 1, max: 1) : .literal([literal])
    }

    /// One character of the class is one byte of the set, unless the subject is UTF-8; then only a run of them is a run of bytes.
    private func single(_ set: ByteSet) throws(NotFlat) -> ByteSet {
        guard isUTF8, set.reachesBeyondASCII else { return set }
        guard let next = peek, next == 0x2A || next == 0x2B else { throw NotFlat() }
        return set
    }

    private mutating func escapedByte() throws(NotFlat) -> UInt8 {
        guard let byte = peek else { throw NotFlat() }
        position += 1
        switch byte {
        case 0x6E: return 0x0A
        case 0x72: return 0x0D
        case 0x74: return 0x09
        case 0x66: return 0x0C
        case 0x65: return 0x1B
        case 0x78:
            guard position + 2 <= text.count,
                let value = UInt8(String(decoding: text[position..<(position + 2)], as: UTF8.self), radix: 16),
                value < 0x80
            else { throw NotFlat() }
            position += 2
            return value
        // What is neither letter nor digit stands for itself.
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E, 0x20: return byte
        default: throw NotFlat()
        }
    }

    private static let classes: [UInt8: ByteSet] = [
        0x64: .digits, 0x44: ByteSet.digits.inverted, 0x73: .spaces, 0x53: ByteSet.spaces.inverted, 0x77: .words,
        0x57: ByteSet.words.inverted,
    ]

    // MARK: Classes

    private mutating func characterClass() throws(NotFlat) -> ByteSet {
        position += 1
        let isNegated = take("^")
        var set = ByteSet()
        var isFirst = true
        while let byte = peek, byte != 0x5D || isFirst {
            isFirst = false
            if looksAt("[:") || looksAt("[.") || looksAt("[=") || byte >= 0x80 { throw NotFlat() }
            guard let low = try member(&set) else { continue }
            guard peek == 0x2D, position + 1 < text.count, text[position + 1] != 0x5D else {
                set.insert(low)
                continue
            }
            position += 1
            var none = ByteSet()
            guard let high = try member(&none), low <= high, high < 0x80 else { throw NotFlat() }
            set.formUnion(ByteSet(low...high))
        }
        guard take("]") else { throw NotFlat() }
        return try single(isNegated ? set.inverted : set)
    }

    /// A byte of a class; nil where it was a class of its own, which has been put into the set.
    private mutating func member(_ set: inout ByteSet) throws(NotFlat) -> UInt8? {
        guard let byte = peek else { throw NotFlat() }
        guard byte == 0x5C else {
            position += 1
            return byte
        }
        position += 1
        guard let letter = peek else { throw NotFlat() }
        if let inside = Self.classes[letter] {
            position += 1
            set.formUnion(inside)
            return nil
        }
        return try escapedByte()
    }
}
