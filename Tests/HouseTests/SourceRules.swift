/// Two rules about the sources that no compiler holds.
enum SourceRules {
    static let mostLines = 400

    /// Memory-unsafe code lives in few places, where each use names the invariant that makes it right.
    static func mayBeUnsafe(_ path: String) -> Bool {
        if path.hasPrefix("Sources/Libraries/") { return true }
        return switch Floors.room(of: path) {
        case "System", "Bytes", "Regex", "YAML", "Decompression", "GeoIP", "Transfer": true
        case "Records": path.split(separator: "/").last?.contains("Scanner") ?? false
        case "Storage": path.hasSuffix("/PreparedStatement.swift")
        default: !path.hasPrefix("Sources/")
        }
    }

    static func violations(in source: String, path: String) -> [String] {
        var violations: [String] = []
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.count - 1 > mostLines, !path.hasSuffix("+Generated.swift") {
            violations.append("\(path): \(lines.count - 1) lines; \(mostLines) are the most")
        }
        if !mayBeUnsafe(path) {
            for (index, line) in lines.enumerated() where isUnsafe(line) {
                violations.append("\(path):\(index + 1): `unsafe` has no place here")
            }
        }
        return violations
    }

    /// Whether the word `unsafe` stands in the code of a line, not in a text or a comment.
    private static func isUnsafe(_ line: Substring) -> Bool {
        let code = line.replacing(/"(?:[^"\\]|\\.)*"/, with: "\"\"").replacing(/\/\/.*/, with: "")
        return code.contains(/\bunsafe\b/)
    }
}
