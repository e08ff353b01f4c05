import Bytes

/// Learns which templates messages are made from, while they come: Drain (He, Zhu, Zheng & Lyu, ICWS 2017), a tree of fixed
/// depth, whose leaves have templates with as many words as the message and the same first ones.
///
/// What varies by its look, such as numbers, is taken out before (`MessageScanner`); what is left is compared. Unlike in the paper,
/// a message is as similar to a template as the share of those words that are constant in both: what both leave open says
/// nothing about whether they are of one kind.
///
/// The result depends on the messages and their order alone. Memory and time for a message are bounded, whatever it says.
package final class TemplateTree {
    /// Words at the beginning that must be the same, unless they have digits.
    static let depth = 2
    /// The share of constant words that must be the same.
    static let similarity = (same: 3, of: 5)
    /// Different words in a place of the tree; those that come later share one.
    static let mostBranches = 100
    /// Templates in a leaf: a message that fits none of so many makes the nearest more general.
    static let mostInLeaf = 64
    package static let mostTemplates = 10_000

    /// A word of a template.
    struct Word: BitwiseCopyable {
        /// That of `MessageToken`, or `wildcard`.
        var hash: UInt64
        /// In `texts`.
        let text: Slice
        let followsSpace: Bool
        /// Something in it varies.
        let hasVariables: Bool
    }

    struct Template: BitwiseCopyable {
        /// Its words, in `words`.
        let first: Int
        let count: Int
        let leaf: UInt64
        var seen: Int
        /// The inside of a JSON string, in `texts`.
        var text = Slice.empty
        var hasEscapes = false
        /// 16 hexadecimal digits, in `texts`.
        var id = Slice.empty
    }

    var texts = ByteBuffer(capacity: 1 << 14)
    var words = Slab<Word>(capacity: 1 << 10)
    var templates = Slab<Template>(capacity: 64)
    var leaves: [UInt64: [Int]] = [:]
    /// The branches of the tree that there are, and how many each has.
    var branches: Set<UInt64> = []
    var branchCounts: [UInt64: Int] = [:]
    private var scanner = MessageScanner()
    /// Changes with every template that comes or changes.
    var version: UInt32 = 1

    /// Messages that are alike but for what varies are of the same template for as long as none comes or changes.
    struct Known: BitwiseCopyable {
        var hash: UInt64 = 0
        var template: Int32 = 0
        var version: UInt32 = 0
    }
    private var known = Slab<Known>([Known](repeating: Known(), count: 1 << 12))

    package init() {}

    package var count: Int { templates.count }

    /// Finds the template of a message, or makes one of it.
    /// - Returns: its number, and whether it is new; nil for a message without words, and where there are too many templates.
    package func learn(_ buffer: borrowing ByteBuffer, _ message: Slice) -> (template: Int, isNew: Bool)? {
        scanner.scan(buffer, message)
        guard scanner.tokens.count > 0 else { return nil }
        let slot = Int(truncatingIfNeeded: scanner.hash &>> 52)
        let recent = known[slot]
        if recent.hash == scanner.hash, recent.version == version {
            let template = Int(recent.template)
            templates[template].seen &+= 1
            return (template, false)
        }
        guard let found = find(buffer) else { return nil }
        known[slot] = Known(hash: scanner.hash, template: Int32(truncatingIfNeeded: found.template), version: version)
        return found
    }

    /// Calls `body` with each part of the last message that its template leaves open.
    @inline(__always) package func variables(of template: Int, _ body: (Slice) -> Void) {
        let first = templates[template].first
        for index in 0..<scanner.tokens.count {
            let token = scanner.tokens[index]
            if words[first &+ index].hash == MessageToken.wildcard {
                body(token.text)
            } else {
                for variable in token.firstVariable..<token.firstVariable &+ token.variableCount {
                    body(scanner.variables[variable])
                }
            }
        }
    }

    // MARK: The tree

    private func find(_ buffer: borrowing ByteBuffer) -> (template: Int, isNew: Bool)? {
        let key = leafKey()
        let leaf = leaves[key] ?? []
        var best: (template: Int, share: Share)?
        for template in leaf where templates[template].count == scanner.tokens.count {
            let share = share(of: templates[template])
            if best.map({ $0.share < share }) ?? true { best = (template, share) }
        }
        let isFull = leaf.count >= Self.mostInLeaf || count >= Self.mostTemplates
        if let best, isFull || best.share.reaches(Self.similarity) {
            generalise(best.template)
            templates[best.template].seen &+= 1
            return (best.template, false)
        }
        guard !isFull else { return nil }
        return (add(buffer, leaf: key), true)
    }

    private func leafKey() -> UInt64 {
        var key = MessageScanner.mix(2, UInt64(scanner.tokens.count))
        for index in 0..<min(Self.depth, scanner.tokens.count) {
            let token = scanner.tokens[index]
            let any = MessageScanner.mix(key, MessageToken.wildcard)
            let own = token.hasDigit ? any : MessageScanner.mix(key, token.hash)
            if branches.contains(own) {
                key = own
            } else if own == any || branchCounts[key, default: 0] < Self.mostBranches {
                if own != any { branchCounts[key, default: 0] += 1 }
                branches.insert(own)
                key = own
            } else {
                branches.insert(any)
                key = any
            }
        }
        return key
    }

    /// How similar a message is to a template: of the words that are constant in both, how many are the same.
    private struct Share {
        let same: Int
        let of: Int
        /// Words that the template leaves open: of two that are equally similar the more general one is taken.
        let open: Int

        static func < (a: Share, b: Share) -> Bool {
            let left = a.same &* b.of
            let right = b.same &* a.of
            return left != right ? left < right : a.open < b.open
        }

        func reaches(_ share: (same: Int, of: Int)) -> Bool { same &* share.of >= of &* share.same }
    }

    private func share(of template: Template) -> Share {
        var same = 0
        var constant = 0
        var open = 0
        for index in 0..<template.count {
            let word = words[template.first &+ index]
            let token = scanner.tokens[index]
            if word.hash == MessageToken.wildcard {
                open &+= 1
            } else if word.hash != token.hash {
                constant &+= 1
            } else if !word.hasVariables {
                constant &+= 1
                same &+= 1
            }
        }
        // Where nothing is constant in both, nothing contradicts.
        return constant == 0 ? Share(same: 1, of: 1, open: open) : Share(same: same, of: constant, open: open)
    }

    /// Leaves open in the template the words that the message has others of.
    private func generalise(_ template: Int) {
        let first = templates[template].first
        var hasChanged = false
        for index in 0..<templates[template].count {
            let word = words[first &+ index].hash
            guard word != MessageToken.wildcard, word != scanner.tokens[index].hash else { continue }
            words[first &+ index].hash = MessageToken.wildcard
            hasChanged = true
        }
        guard hasChanged else { return }
        write(template)
        version &+= 1
    }

    private func add(_ buffer: borrowing ByteBuffer, leaf: UInt64) -> Int {
        let first = words.count
        for index in 0..<scanner.tokens.count {
            let token = scanner.tokens[index]
            let start = texts.count
            var rest = token.text.start
            for variable in token.firstVariable..<token.firstVariable + token.variableCount {
                texts.append(buffer, Slice(from: rest, to: scanner.variables[variable].start))
                texts.append("<*>" as StaticString)
                rest = scanner.variables[variable].end
            }
            texts.append(buffer, Slice(from: rest, to: token.text.end))
            words.append(
                Word(
                    hash: token.hash, text: Slice(from: start, to: texts.count), followsSpace: token.followsSpace,
                    hasVariables: token.variableCount > 0))
        }
        let template = templates.count
        templates.append(Template(first: first, count: scanner.tokens.count, leaf: leaf, seen: 1))
        leaves[leaf, default: []].append(template)
        write(template)
        version &+= 1
        return template
    }
}
