import Advice
import ArgumentParser
import FilterKit
import Formats
import Records
import System

package struct AssessCommand: FilterCommand {
    package static let configuration = CommandConfiguration(
        commandName: "weir-assess",
        abstract: "Say what telemetry a log can give, and what is missing.",
        discussion: """
            Reads a log, or evenly spread parts of a large one, finds its format, and says what its fields are good for, \
            which of latency, traffic, errors, saturation and traces are in it, which can be derived, and how the \
            program that wrote it is told to log the rest. Several files are taken for one log. On a terminal it is a \
            page, in a pipe one record.

            EXAMPLES
              weir-assess access.log                     a page on the terminal
              weir-assess app.log | jq .signals
              weir-assess --output table app.log | less
            """,
        version: Version.text)

    @Argument(help: .init("Files to read; none, or -, is standard input.", valueName: "file"))
    var files: [String] = []

    @Option(help: .init("How much is read of larger logs, in chunks that are spread evenly.", valueName: "size"))
    var sample = ByteSize(bytes: 32 << 20)

    @OptionGroup package var shared: SharedOptions

    package init() {}

    package var isSource: Bool { true }

    package func execute(_ run: FilterRun, _ record: inout Record) throws(Failure) -> ExitStatus {
        if shared.rejects != nil {
            throw Failure(.usage, "--rejects: weir-assess keeps no lines; weir-parse --rejects does")
        }
        let library = try FormatLibrary.load(run.diagnostics)
        let advice: AdviceLibrary
        do throws(AdviceError) { advice = try AdviceLibrary() } catch {
            throw Failure(.badConfiguration, error.description)
        }
        let assessor = try Assessor(library, advice, in: run, &record)
        let paths = files.isEmpty ? ["-"] : files
        let budget = SampleBudget(bytes: sample.bytes)
        let sizes = paths.map { (try? FileStatus(of: $0))?.size ?? 0 }
        var status = ExitStatus.done
        for (path, size) in zip(paths, sizes) {
            do throws(Failure) {
                try assessor.read(path, budget.share(of: size, in: sizes.reduce(0, +)), &record)
            } catch {
                // One log that cannot be read does not cost the others.
                run.diagnostics.error(error)
                status = error.status
            }
        }
        guard assessor.hasRead else { return run.close(status: status) }
        let assessment = assessor.assessment()
        run.ledger.absorbed = run.ledger.taken - (run.ledger.dropped[.filtered] ?? 0)
        run.ledger.created = 1
        if shared.strict, status == .done, assessment.tally.rejected > 0 { status = .badData }
        let output = AssessmentOutput(shared)
        return try output.write(assessment, in: run, status)
    }
}

extension FormatLibrary {
    /// The formats there are; a broken file of the user's is said, and left out.
    fileprivate static func load(_ diagnostics: Diagnostics) throws(Failure) -> FormatLibrary {
        let library: FormatLibrary
        do throws(FormatError) { library = try load([], withSamples: false) } catch {
            throw Failure(.badConfiguration, error.message, at: error.origin)
        }
        for fault in library.faults { diagnostics.warning(at: fault.origin, "\(fault.message); left out") }
        return library
    }
}
