import FilterKit
import System

/// Standard output for what is not records: a page on a terminal, one JSON line in a pipe, or as the flags say.
struct AssessmentOutput {
    private let isPage: Bool
    private let form: OutputForm

    init(_ options: SharedOptions) {
        form = options.output
        isPage = form == .table || form == .auto && Descriptor.output.isTerminal
    }

    func write(_ assessment: Assessment, in run: FilterRun, _ status: ExitStatus) throws(Failure) -> ExitStatus {
        guard form != .csv, form != .tsv else {
            throw Failure(.usage, "--output \(form.rawValue): an assessment is no table; json or table")
        }
        let text =
            isPage
            ? AssessmentPage(assessment: assessment).lines.joined(separator: "\n") : assessment.json.json
        return try write(text, in: run, status)
    }

    func write(_ text: String, in run: FilterRun, _ status: ExitStatus) throws(Failure) -> ExitStatus {
        do throws(SystemError) { try Descriptor.output.writeAll(text + "\n") } catch {
            if error.isClosedPipe {
                _ = run.close(status: status)
                Signals.dieOfClosedPipe()
            }
            throw Failure(.inputOutput, "standard output: \(error.reason)")
        }
        return run.close(status: status)
    }
}
