import ArgumentParser
import FilterKit
import Formats
import Parse

/// `weir formats`: what weir-parse knows, and what is true of one's own.
struct FormatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "formats",
        abstract: "List the log formats that weir-parse knows, show one, or test one's own.",
        discussion: """
            Formats are built in, or JSON files (weir-format(5)) in a directory of --formats, in \
            ~/.config/weir/formats or in /etc/weir/formats; of several with one name the first of these counts.

            EXAMPLES
              weir formats
              weir formats postgres
              weir formats show nginx
              weir formats show --json json >~/.config/weir/formats/mine.json
              weir formats test ~/.config/weir/formats/mine.json
            """,
        subcommands: [FormatsListCommand.self, FormatsShowCommand.self, FormatsTestCommand.self],
        defaultSubcommand: FormatsListCommand.self)

    static let diagnostics = Diagnostics(program: "weir formats")

    /// Ends with the failure's status after saying it as filters do.
    static func end(_ failure: Failure) -> ExitCode {
        diagnostics.error(failure)
        return ExitCode(failure.status.rawValue)
    }
}

/// Where the subcommands look for formats.
struct FormatsOptions: ParsableArguments {
    @Option(
        name: .customLong("formats"), parsing: .singleValue,
        help: .init("Read the format files of DIR before the others there are; may be given again.", valueName: "dir"))
    var directories: [String] = []

    func load() throws -> FormatLibrary {
        do throws(Failure) { return try FormatLibrary.load(directories, warn: FormatsCommand.diagnostics) } catch {
            throw FormatsCommand.end(error)
        }
    }
}
