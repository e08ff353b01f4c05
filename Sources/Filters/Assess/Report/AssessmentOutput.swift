import FilterKit
import System

/// Standard output for what is not records: text on a terminal, JSON lines in a pipe, or as the flags say.
struct AssessmentOutput {
    private let isText: Bool

    init(_ options: SharedOptions) throws(Failure) {
        guard options.output != .csv, options.output != .tsv else {
            throw Failure(.usage, "--output \(options.output.rawValue): an assessment is no table; json or table")
        }
        isText = options.output == .table || options.output == .auto && Descriptor.output.isTerminal
    }

    func write(
        _ assessment: Assessment, asPage: Bool, in run: FilterRun, _ status: ExitStatus
    ) throws(Failure) -> ExitStatus {
        let isPage = isText || asPage
        return try write(
            (isPage ? AssessmentPage(assessment: assessment).lines.joined(separator: "\n") : assessment.json.json)
                + "\n",
            in: run, status)
    }

    func write(_ ranking: Ranking, in run: FilterRun, _ status: ExitStatus) throws(Failure) -> ExitStatus {
        try write((isText ? ranking.lines.joined(separator: "\n") : ranking.json) + "\n", in: run, status)
    }

    func write(_ progress: Progress, in run: FilterRun, _ status: ExitStatus) throws(Failure) -> ExitStatus {
        try write((isText ? progress.lines.joined(separator: "\n") : progress.json.json) + "\n", in: run, status)
    }

    /// A script; where there is nothing to watch, one that says so.
    func write(
        script: String?, of assessment: Assessment, in run: FilterRun, _ status: ExitStatus
    ) throws(Failure) -> ExitStatus {
        let verdict = AssessmentText.verdict(assessment)
        return try write(
            script ?? "#!/bin/sh\n# There is no pipeline for \(Shell.comment(assessment.name)): \(verdict).\n", in: run,
            status)
    }

    func write(_ text: String, in run: FilterRun, _ status: ExitStatus) throws(Failure) -> ExitStatus {
        do throws(SystemError) { try Descriptor.output.writeAll(text) } catch {
            if error.isClosedPipe {
                _ = run.close(status: status)
                Signals.dieOfClosedPipe()
            }
            throw Failure(.inputOutput, "standard output: \(error.reason)")
        }
        return run.close(status: status)
    }
}
