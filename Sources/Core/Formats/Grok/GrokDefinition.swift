/// A regular expression that may refer to others by `%{NAME}`: the text from the command line, or what a name of the
/// vocabulary stands for.
struct GrokDefinition: Equatable, Sendable {
    /// Nil for the text from the command line.
    let name: String?
    let text: [UInt8]
    /// `patterns.txt:3`; nil for the standard vocabulary and the command line.
    let origin: String?

    func error(_ fault: GrokFault) -> GrokError {
        let prefix = origin.map { "\($0): " } ?? name.map { "pattern \($0): " } ?? ""
        return GrokError(prefix + fault.message, at: fault.offset, in: text, unknown: fault.unknown)
    }
}
