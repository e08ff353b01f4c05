/// The floors of the house, lowest first. A room imports what stands on a lower floor, never a neighbour; so a change can be
/// understood from the bottom up, and a filter can be taken out without touching another.
enum Floors {
    static let core: [Set<String>] = [
        ["System"],
        ["Bytes"],
        ["Records", "Regex", "State", "Decompression", "YAML", "Templates", "Hashing"],
        ["Expressions", "Formats", "Metrics", "GeoIP", "Advice", "TextTemplates"],
        ["FilterKit"],
        ["Aggregation"],
    ]

    /// The rooms of `Sources/Shore` that its filters stand on.
    static let shore: [Set<String>] = [["Storage", "Transfer"]]

    /// Modules from elsewhere, and the rooms that may see them. The C libraries have one wrapper each.
    static let visitors: [String: Set<String>] = [
        "CPCRE2": ["Regex"],
        "CZlib": ["Decompression"], "CZstd": ["Decompression"], "CLZMA": ["Decompression"], "CBZip2": ["Decompression"],
        "CYAML": ["YAML"], "CMaxMindDB": ["GeoIP"], "GRDB": ["Storage"], "GRDBSQLite": ["Storage"],
        "CCurl": ["Transfer"],
        // No libraries, but a header each: sixteen bytes at a time, and a system call that the C library does not have.
        "CVector": ["Bytes", "Records", "Regex"], "CScheduling": ["System"],
    ]

    /// Swift's own, which cost nothing at start-up.
    static let everywhere: Set<String> = ["Glibc", "Synchronization"]

    /// Which room a source file belongs to: `Sources/Core/Bytes/LineReader.swift` to `Bytes`.
    static func room(of path: String) -> String? {
        let parts = path.split(separator: "/").map(String.init)
        guard parts.count > 2, parts[0] == "Sources" else { return nil }
        return switch parts[1] {
        case "Core", "Filters", "Shore": parts.count > 3 ? parts[2] : nil
        case "weir", "weir-shore": parts[1]
        default: nil
        }
    }

    /// What a file of a room may import.
    static func allowed(in room: String, filters: Set<String>, coldFilters: Set<String>) -> Set<String> {
        let level = core.firstIndex { $0.contains(room) } ?? core.count
        var allowed = core[..<level].reduce(into: everywhere) { $0.formUnion($1) }
        // From the filters' common ground upwards, things have flags.
        if level >= core.firstIndex(of: ["FilterKit"]) ?? 0 { allowed.insert("ArgumentParser") }
        if room == "weir" { allowed.formUnion(filters) }
        let isCold = coldFilters.contains(room)
        if let level = isCold ? shore.count : shore.firstIndex(where: { $0.contains(room) }) {
            // The shore's own: Foundation, and the rooms below.
            allowed.formUnion(shore[..<level].reduce(into: Set(["Foundation"])) { $0.formUnion($1) })
        }
        if room == "weir-shore" { allowed.formUnion(coldFilters) }
        for (module, rooms) in visitors where rooms.contains(room) { allowed.insert(module) }
        return allowed
    }

    /// A sentence for each import that reaches up, sideways or outside.
    static func violations(
        in source: String, path: String, filters: Set<String>, coldFilters: Set<String>
    ) -> [String] {
        guard let room = room(of: path) else { return [] }
        let allowed = allowed(in: room, filters: filters, coldFilters: coldFilters)
        return imports(of: source).filter { !allowed.contains($0.module) }.map {
            "\(path):\($0.line): \(room) must not import \($0.module)"
        }
    }

    private static func imports(of source: String) -> [(line: Int, module: String)] {
        var imports: [(line: Int, module: String)] = []
        for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            for part in line.split(separator: ";") {
                guard let match = part.prefixMatch(of: importLine) else { continue }
                imports.append((index + 1, String(match.output.module)))
            }
        }
        return imports
    }

    private static var importLine: Regex<(Substring, module: Substring)> {
        /\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:struct|class|enum|protocol|typealias|func|let|var)\s+)?(?<module>\w+)/
    }
}
