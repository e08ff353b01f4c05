import Bytes
import FilterKit
import Regex
import System
import YAML

/// The rules of uap-core (https://github.com/ua-parser/uap-core, docs/specification.md): three lists of patterns, of each of
/// which the first that matches counts.
struct AgentRules {
    /// A pattern, and what its parts become. A replacement with `$1` … `$9` in it takes those of the match.
    struct Rule {
        let pattern: CompiledPattern
        /// Family, and the parts of the version; of a device family, brand and model. Nil: the group of that number.
        let replacements: [[Piece]?]
    }

    enum Piece: Equatable {
        case text([UInt8])
        case group(Int)
    }

    let browsers: [Rule]
    let systems: [Rule]
    let devices: [Rule]

    /// Where Debian's package has them.
    static let usualPath = "/usr/share/uap-core/regexes.yaml"

    static func read(_ path: String?) throws(Failure) -> AgentRules {
        let file = path ?? usualPath
        let bytes: [UInt8]
        do throws(SystemError) { bytes = try FileContents.read(file) } catch {
            let hint = path == nil ? "; install Debian's uap-core, or name the file with --agent-regexes" : ""
            throw Failure(.noInput, "--agent: \(error)\(hint)")
        }
        do throws(YAMLError) { return try AgentRules(bytes) } catch {
            throw Failure(.badConfiguration, error.message, at: "\(file):\(error.place)")
        }
    }

    init(_ yaml: [UInt8]) throws(YAMLError) {
        let start = YAMLPlace(line: 1, column: 1)
        guard let members = try YAMLReader.read(yaml)?.members else {
            throw YAMLError("these are no rules for agents", at: start)
        }
        func list(_ name: String, _ keys: [String]) throws(YAMLError) -> [Rule] {
            guard let elements = members.first(where: { $0.key == name })?.value.elements else {
                throw YAMLError("'\(name)' is missing", at: start)
            }
            var rules: [Rule] = []
            for element in elements { rules.append(try Self.rule(element, keys)) }
            return rules
        }
        browsers = try list(
            "user_agent_parsers", ["family_replacement", "v1_replacement", "v2_replacement", "v3_replacement"])
        systems = try list(
            "os_parsers",
            ["os_replacement", "os_v1_replacement", "os_v2_replacement", "os_v3_replacement", "os_v4_replacement"])
        devices = try list("device_parsers", ["device_replacement", "brand_replacement", "model_replacement"])
    }

    private static func rule(_ node: YAMLNode, _ keys: [String]) throws(YAMLError) -> Rule {
        var texts: [String: (text: String, place: YAMLPlace)] = [:]
        for member in node.members ?? [] {
            guard let text = member.value.text else {
                throw YAMLError("'\(member.key)' must be a text", at: member.place)
            }
            texts[member.key] = (text, member.value.place)
        }
        guard let regex = texts["regex"] else { throw YAMLError("a rule needs a 'regex'", at: node.place) }
        var options: PatternOptions = [.machineCode, .threadStack]
        if texts["regex_flag"]?.text == "i" { options.insert(.caseless) }
        let pattern: CompiledPattern
        do throws(PatternError) { pattern = try CompiledPattern(regex.text, options: options) } catch {
            throw YAMLError("the regex: \(error)", at: regex.place)
        }
        return Rule(pattern: pattern, replacements: keys.map { key in texts[key].flatMap { pieces($0.text) } })
    }

    /// Nil for an empty replacement, which is none.
    static func pieces(_ text: String) -> [Piece]? {
        guard !text.isEmpty else { return nil }
        var pieces: [Piece] = []
        var literal: [UInt8] = []
        var bytes = Array(text.utf8)[...]
        while let byte = bytes.popFirst() {
            if byte == 0x24, let digit = bytes.first, digit > 0x30, digit <= 0x39 {
                if !literal.isEmpty { pieces.append(.text(literal)) }
                literal = []
                pieces.append(.group(Int(digit - 0x30)))
                bytes.removeFirst()
            } else {
                literal.append(byte)
            }
        }
        if !literal.isEmpty { pieces.append(.text(literal)) }
        return pieces
    }
}
