import ArgumentParser

/// An option that there is not, and which one may have been meant.
enum UnknownOption {
    /// What other tools call what weir's filters have.
    private static let others: [(word: String, option: String)] = [
        ("--group-by", "--by"), ("--groupby", "--by"), ("-g", "--by"), ("-f", "--format"),
        ("--input-format", "--format"),
        ("--regex", "--pattern"), ("--interval", "--every"), ("--step", "--every"), ("--filter", "--where"),
        ("--expr", "--when"), ("--condition", "--when"), ("--threshold", "--when"), ("--file", "--input"),
        ("-i", "--input"), ("-n", "--limit"),
    ]

    /// The parser's message, with a suggestion where it is about an option that another tool has.
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
        let options = isUnknown ? options(of: command) : []
        guard let meant = others.first(where: { $0.word == word && options.contains($0.option) }) else {
            return message
        }
        return "Unknown option '\(word)'. Did you mean '\(meant.option)'?"
    }

    private static func isUnexpected(_ beginning: Substring) -> Bool {
        beginning.hasSuffix("nexpected argument ") || beginning.hasSuffix(" unexpected arguments: ")
    }

    /// As its help lists them: examples there may well have options of other filters.
    private static func options(of command: any ParsableCommand.Type) -> [String] {
        command.helpMessage().split(separator: "\n").compactMap { line in
            line.split(separator: " ").first.map(String.init)
        }
    }
}
