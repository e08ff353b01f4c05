import ArgumentParser

/// An option that there is not, and which one may have been meant.
enum UnknownOption {
    /// The parser's message, with the command's own advice.
    static func explained(
        _ message: String, _ command: any ParsableCommand.Type, _ arguments: [String]
    ) -> String {
        let parts = message.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
        let isUnknown = message.hasPrefix("Unknown option '")
        guard parts.count == 3, isUnknown || isUnexpected(parts[0]) else {
            return message
        }
        let word = String(parts[1])
        if let advice = (command as? any FilterCommand.Type)?.advice(onUnknown: word, in: arguments) {
            return message + (message.hasSuffix("?") ? " Or: " : "; ") + advice
        }
        return message
    }

    private static func isUnexpected(_ beginning: Substring) -> Bool {
        beginning.hasSuffix("nexpected argument ") || beginning.hasSuffix(" unexpected arguments: ")
    }
}
