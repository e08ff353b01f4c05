/// The flat regular expression made of one definition, and where its parts came from, so that PCRE2's complaints can be
/// shown in what the person wrote.
struct GrokExpansion {
    private struct Origin {
        let regex: Int
        let source: Int
        /// The part stands in the definition byte for byte.
        let isCopied: Bool
    }

    private(set) var regex: [UInt8] = []
    private var origins: [Origin] = []
    /// Length of the definition.
    private let end: Int

    init(of definition: GrokDefinition) { end = definition.text.count }

    mutating func append(_ bytes: some Sequence<UInt8>, from source: Int, isCopied: Bool) {
        origins.append(Origin(regex: regex.count, source: source, isCopied: isCopied))
        regex += bytes
    }

    var text: String { String(decoding: regex, as: UTF8.self) }

    /// The place in the definition that a place in the flat text came from.
    func source(of offset: Int) -> Int {
        guard offset < regex.count else { return end }
        guard let origin = origins.last(where: { $0.regex <= offset }) else { return 0 }
        return origin.isCopied ? origin.source + offset - origin.regex : origin.source
    }
}
