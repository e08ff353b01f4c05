import ArgumentParser
import System

/// What the two binaries have in common: many names for one program, and mistakes on the command line said as everything else is.
package enum Entry {
    /// The name that the program was called by, and its arguments.
    package static func call(default name: String) -> (name: String, arguments: [String]) {
        var arguments = PathText.arguments
        let called = arguments.isEmpty ? name : String(arguments.removeFirst().split(separator: "/").last ?? name[...])
        return (called, arguments)
    }

    /// Runs a command; what is wrong is said as `weir-parse: error: …`.
    package static func run(_ command: any ParsableCommand.Type, _ arguments: [String]) {
        do {
            var parsed = try command.parseAsRoot(arguments)
            try parsed.run()
        } catch {
            if let code = error as? ExitCode { Environment.quit(code.rawValue) }
            // Help and version come this way too.
            guard command.exitCode(for: error) == .validationFailure else { command.exit(withError: error) }
            let name = command.configuration.commandName ?? "weir"
            let diagnostics = Diagnostics(program: name)
            diagnostics.error(UnknownOption.explained(command.message(for: error), command, arguments))
            diagnostics.note("'\(name) --help' tells more")
            Environment.quit(ExitStatus.usage.rawValue)
        }
    }
}
