import ArgumentParser
import FilterKit
import Formats
import Records
import System

/// `weir formats show NAME`: one format, for reading or as the file that describes it.
struct FormatsShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show what a format is, its fields, and a line with its record.")

    @Argument(help: .init("The format's name, or one of its other names.", valueName: "name"))
    var name: String

    @Flag(help: "Print the format file itself, to begin one of your own with.")
    var json = false

    @OptionGroup var options: FormatsOptions

    func run() throws {
        let library = try options.load()
        guard let entry = library.entry(named: name) else {
            let hint = Suggestion.nearest(to: name, among: library.names).map { "did you mean '\($0)'?" }
            throw FormatsCommand.end(
                Failure(.usage, "there is no format '\(name)'; \(hint ?? "'weir formats' lists them")"))
        }
        if json { return try Output.line(String(decoding: entry.json, as: UTF8.self).droppingLastNewline) }
        let columns = Descriptor.output.isTerminal ? Descriptor.output.terminalColumns : nil
        let page = FormatPage(entry, columns: min(max(columns ?? 80, 40), 100))
        for line in page.lines { try Output.line(TerminalText.harmless(line)) }
    }
}

extension String {
    fileprivate var droppingLastNewline: String { hasSuffix("\n") ? String(dropLast()) : self }
}
