import Bytes
import Regex

/// What a user agent says of itself, by the rules of uap-core.
struct Agent: Equatable {
    var browser: String?
    var browserVersion: String?
    var os: String?
    var osVersion: String?
    var device: String?
    var brand: String?
    var model: String?

    /// uap-core calls programs that read the web by themselves so.
    var isBot: Bool { device == "Spider" }
}

extension AgentRules {
    /// Tries the rules one after the other, of each list until one matches.
    /// - Parameter failures: counts matches that took too many steps; such a rule is passed over.
    func parse(_ buffer: borrowing ByteBuffer, _ text: Slice, failures: inout Int) -> Agent {
        var agent = Agent()
        if let rule = Self.first(of: browsers, buffer, text, &failures) {
            // Only the family of a browser takes groups into its replacement; those of the version are as they stand.
            agent.browser = Self.value(rule, 0, group: 1, buffer)
            agent.browserVersion = Self.version(
                (1...3).map { Self.value(rule, $0, group: $0 + 1, buffer) } + [
                    Self.group(5, rule, buffer)
                ])
        }
        if let rule = Self.first(of: systems, buffer, text, &failures) {
            agent.os = Self.value(rule, 0, group: 1, buffer)
            agent.osVersion = Self.version((1...4).map { Self.value(rule, $0, group: $0 + 1, buffer) })
        }
        if let rule = Self.first(of: devices, buffer, text, &failures) {
            agent.device = Self.value(rule, 0, group: 1, buffer)
            agent.brand = Self.value(rule, 1, group: nil, buffer)
            agent.model = Self.value(rule, 2, group: 1, buffer)
        }
        return agent
    }

    private static func first(
        of rules: [Rule], _ buffer: borrowing ByteBuffer, _ text: Slice, _ failures: inout Int
    ) -> Rule? {
        for rule in rules {
            switch rule.pattern.firstMatch(in: buffer, text) {
            case .matched: return rule
            case .noMatch: continue
            case .failed: failures += 1
            }
        }
        return nil
    }

    /// What a part becomes: its replacement, else a group; nil where that is empty.
    private static func value(_ rule: Rule, _ index: Int, group number: Int?, _ buffer: borrowing ByteBuffer) -> String?
    {
        guard let pieces = rule.replacements[index] else {
            return number.flatMap { group($0, rule, buffer).flatMap(trimmed) }
        }
        var text = ""
        for piece in pieces {
            switch piece {
            case .text(let bytes): text += String(decoding: bytes, as: UTF8.self)
            case .group(let number): text += group(number, rule, buffer) ?? ""
            }
        }
        return trimmed(text)
    }

    private static func group(_ number: Int, _ rule: Rule, _ buffer: borrowing ByteBuffer) -> String? {
        guard let slice = rule.pattern.capture(number), !slice.isEmpty else { return nil }
        return buffer.text(slice)
    }

    private static func trimmed(_ text: String) -> String? {
        var text = text[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text.isEmpty ? nil : String(text)
    }

    /// `120.0.1`: the parts up to the first that is not there.
    private static func version(_ parts: [String?]) -> String? {
        let known = parts.prefix { $0 != nil }.compactMap { $0 }
        return known.isEmpty ? nil : known.joined(separator: ".")
    }
}
