import Records

/// Every function of the language.
package enum FunctionTable {
    package static let all: [Function] =
        text + parts + numbers + units + times + hashes + encodings + addresses + locations + json + presence

    static let byName: [String: Function] = Dictionary(
        all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

    /// The function that somebody who wrote `name` may have meant.
    static func suggestion(for name: String) -> String? {
        let lowercased = name.lowercased()
        if byName[lowercased] != nil { return lowercased }
        if let known = all.first(where: { $0.otherNames.contains(lowercased) }) { return known.name }
        return Suggestion.nearest(to: name, among: all.map(\.name))
    }
}
