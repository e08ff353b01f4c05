import ArgumentParser
import FilterKit
import Formats
import System

/// `weir formats [WORD]`: a line for each format.
struct FormatsListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the formats: name, title, and the file of those that are not built in.")

    @Argument(help: .init("Only formats that have WORD in name, other names, title or description.", valueName: "word"))
    var word: String?

    @OptionGroup var options: FormatsOptions

    func run() throws {
        var entries = try options.load().entries.sorted { $0.name < $1.name }
        if let word {
            entries = entries.filter { Self.mentions(word, $0.format) }
            if entries.isEmpty {
                FormatsCommand.diagnostics.note("no format has '\(word)' in its names, title or description")
                throw ExitCode(ExitStatus.negative.rawValue)
            }
        }
        let width = entries.map(\.name.count).max() ?? 0
        let columns = Descriptor.output.isTerminal ? Descriptor.output.terminalColumns : nil
        for entry in entries {
            let name = entry.name
            var line = name + String(repeating: " ", count: width + 2 - name.count) + entry.format.title
            if let file = entry.file { line += "  (\(PathText.shown(file)))" }
            line = TerminalText.harmless(line)
            if let columns, entry.file == nil, line.count > columns { line = line.prefix(columns - 1) + "…" }
            try Output.line(line)
        }
    }

    private static func mentions(_ word: String, _ format: LogFormat) -> Bool {
        let word = word.lowercased()
        let texts = [format.name, format.title, format.description] + format.aliases
        return texts.contains { $0.lowercased().contains(word) }
    }
}
