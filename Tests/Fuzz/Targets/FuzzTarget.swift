/// What is fuzzed: code that takes bytes from outsiders. A target runs it on bytes of any kind, and traps where it does not
/// keep a promise that holds for all of them.
package enum FuzzTarget: String, CaseIterable, Sendable {
    /// The JSON scanner, and what is built on it: records, trees, flattening, nested fields.
    case json
    /// Format files: reading, compiling, parsing their samples.
    case formats
    /// Time layouts and stamps: a line of layout, the rest a stamp.
    case time
    /// Grok patterns, and files of patterns.
    case grok

    package func run(_ bytes: [UInt8]) {
        switch self {
        case .json: fuzzJSON(bytes)
        case .formats: fuzzFormats(bytes)
        case .time: fuzzTime(bytes)
        case .grok: fuzzGrok(bytes)
        }
    }
}

/// A promise: in contrast to `assert`, held in every build.
func hold(_ isKept: Bool, _ promise: String) {
    guard isKept else { fatalError(promise) }
}
