import ArgumentParser

/// `weir state`: what a pipeline keeps over a restart.
struct StateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "state",
        abstract: "Show or forget what a pipeline keeps in --state.",
        discussion: """
            EXAMPLES
              weir state show /var/lib/weir/web
              weir state reset /var/lib/weir/web
            """,
        subcommands: [StateShowCommand.self, StateResetCommand.self])
}
