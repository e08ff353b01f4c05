import ArgumentParser
import FilterKit
import State

struct StateResetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset",
        abstract: "Forget how far a pipeline has come.",
        discussion: """
            The next run reads everything again, and what it finds is added to what was written before. A state that is in \
            use is left alone, with status 75.
            """)

    @Argument(help: .init("What --state or WEIR_STATE names.", valueName: "dir"))
    var directory: String

    func run() throws {
        do throws(StateError) {
            let state = try StateDirectory(opening: directory, creating: false)
            let lock = try state.lockRun()
            if let stage = try state.runningStage() {
                throw StateError(.busy, "\(directory): \(stage) is still using this state")
            }
            try state.reset()
            _ = consume lock
        } catch {
            throw StateReport.complaint(error, "weir state reset")
        }
    }
}
