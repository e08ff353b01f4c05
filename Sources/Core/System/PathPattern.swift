import Glibc

/// Names with `*`, `?` and `[…]`, as the shell knows them (glob(7)); expanded again whenever the caller likes.
package struct PathPattern: Sendable {
    package let text: String

    package init(_ text: String) { self.text = text }

    package static func isPattern(_ text: String) -> Bool { text.contains { "*?[".contains($0) } }

    /// Whether a single name, without slashes, matches a pattern. A dot at the beginning must be written.
    package static func matches(_ name: String, _ pattern: String) -> Bool {
        unsafe fnmatch(PathText.bytes(pattern), PathText.bytes(name), FNM_PERIOD) == 0
    }

    /// Whether a path would be found if it were there.
    package func covers(_ path: String) -> Bool {
        let names = path.split(separator: "/").map(String.init)
        return path.hasPrefix("/") == text.hasPrefix("/") && names.count == parts.count
            && zip(names, parts).allSatisfy { Self.matches($0, $1) }
    }

    /// What there is that matches, in the order of bytes.
    package func expand() -> [String] { Self.walk(prefix: text.hasPrefix("/") ? "/" : "", parts[...]) }

    /// The directories in which names that match may appear: those that are there now.
    package var directories: [String] {
        guard parts.count > 1 else { return [text.hasPrefix("/") ? "/" : "."] }
        // Every directory on the way whose next part is a pattern, and the last one.
        var directories: [String] = []
        for length in 0..<parts.count where length == parts.count - 1 || Self.isPattern(parts[length]) {
            if length == 0 {
                directories.append(text.hasPrefix("/") ? "/" : ".")
            } else {
                directories += Self.walk(prefix: text.hasPrefix("/") ? "/" : "", parts[..<length])
            }
        }
        return directories
    }

    private var parts: [String] { text.split(separator: "/").map(String.init) }

    private static func walk(prefix: String, _ parts: ArraySlice<String>) -> [String] {
        guard let first = parts.first else { return [] }
        let rest = parts.dropFirst()
        let found: [String]
        if isPattern(first) {
            let names = (try? Directory.names(in: prefix.isEmpty ? "." : prefix)) ?? []
            found = names.filter { matches($0, first) }.map { prefix + $0 }
        } else {
            found = [prefix + first]
        }
        if rest.isEmpty { return isPattern(first) ? found : found.filter { (try? FileStatus(of: $0)) != nil } }
        return found.flatMap { walk(prefix: $0 + "/", rest) }
    }
}
