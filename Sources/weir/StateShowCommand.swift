import ArgumentParser
import FilterKit
import State

struct StateShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show how far a pipeline has come.",
        discussion: """
            Tells the run, the mark that was committed last, and which stages have what they remember saved at which mark. \
            Ends with status 78 where the state cannot be used.
            """)

    @Argument(help: .init("What --state or WEIR_STATE names.", valueName: "dir"))
    var directory: String

    func run() throws {
        do throws(StateError) {
            let state = try StateDirectory(opening: directory, creating: false, changing: false)
            try state.refuseBroken()
            for line in try StateReport.lines(of: state) { try? Output.line(line) }
        } catch {
            throw StateReport.complaint(error, "weir state show")
        }
    }
}

/// A state directory in sentences.
enum StateReport {
    static func lines(of state: StateDirectory) throws(StateError) -> [String] {
        guard let identity = try state.identity() else { return ["no run has begun here"] }
        let commitment = try state.requireCommitment()
        var lines = ["run \(identity.epoch): \(try standing(of: state, identity))"]
        lines.append("committed: mark \(commitment.mark)" + (commitment.stages.last.map { " by \($0)" } ?? ""))
        for stage in try state.stages() {
            let marks = try StageSnapshots(of: stage, in: state).marks
            lines.append("\(stage): saved at \(marks.map { "mark \($0)" }.joined(separator: ", "))")
        }
        return lines
    }

    private static func standing(of state: StateDirectory, _ identity: RunIdentity) throws(StateError) -> String {
        if try state.isLocked("lock") { return "is running" }
        if let stage = try state.runningStage() { return "\(stage) is still running" }
        return identity.ended.map { "ended at mark \($0)" } ?? "broke off"
    }

    static func complaint(_ error: StateError, _ program: String) -> ExitCode {
        let failure = Failure(error)
        Diagnostics(program: program).error(failure)
        return ExitCode(failure.status.rawValue)
    }
}
