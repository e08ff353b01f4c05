import Advice
import ArgumentParser
import FilterKit
import Formats
import Records
import System

/// What is written besides the record that pipes get.
enum ReportForm: String, ExpressibleByArgument, CaseIterable, Sendable { case page, markdown }

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
              weir-assess --as markdown access.log >report.md
              weir-assess --pipeline access.log >watch.sh
              weir-assess --table */app.log
            """,
        version: Version.text)

    @Argument(help: .init("Files to read; none, or -, is standard input.", valueName: "file"))
    var files: [String] = []

    @Option(help: .init("How much is read of larger logs, in chunks that are spread evenly.", valueName: "size"))
    var sample = ByteSize(bytes: 32 << 20)

    @Option(
        name: .customLong("as"),
        help: .init("Write a page, or a report with road map and pipeline to hand in.", valueName: "form"))
    var form: ReportForm?

    @Flag(help: "Write only the script that watches such logs, with thresholds taken from this one.")
    var pipeline = false

    @Flag(help: "Take each file for a log of its own, and rank them by their maturity.")
    var table = false

    @Option(help: .init("Say what has changed since an assessment that was kept as JSON.", valueName: "file"))
    var against: String?

    @OptionGroup package var shared: SharedOptions

    package init() {}

    package var isSource: Bool { true }

    package func validate() throws {
        guard [form != nil, pipeline, table, against != nil].filter(\.self).count <= 1 else {
            throw ValidationError("--as, --pipeline, --table and --against are one each; give one of them")
        }
        if table, files.isEmpty { throw ValidationError("--table wants the logs as files") }
    }

    package func execute(_ run: FilterRun, _ record: inout Record) throws(Failure) -> ExitStatus {
        if shared.rejects != nil {
            throw Failure(.usage, "--rejects: weir-assess keeps no lines; weir-parse --rejects does")
        }
        let output = try AssessmentOutput(shared)
        let old = try against.map(Self.earlier)
        var status = ExitStatus.done
        let logs = table ? files.map { [$0] } : [files.isEmpty ? ["-"] : files]
        var assessments: [Assessment] = []
        for (index, paths) in logs.enumerated() {
            // Each log has a record of its own: names are kept before the first byte is read.
            var own = Record()
            let assessment =
                index == 0
                ? try assess(paths, in: run, &status, &record) : try assess(paths, in: run, &status, &own)
            if let assessment { assessments.append(assessment) }
        }
        run.ledger.absorbed = run.ledger.taken - (run.ledger.dropped[.filtered] ?? 0)
        guard let first = assessments.first else { return run.close(status: status) }
        if shared.strict, status == .done, assessments.contains(where: { $0.tally.rejected > 0 }) { status = .badData }
        run.ledger.created = assessments.count
        if table { return try output.write(Ranking(assessments), in: run, status) }
        if pipeline { return try output.write(script: PipelineScript(first).text, of: first, in: run, status) }
        if form == .markdown {
            return try output.write(MarkdownReport(first, now: run.clock.now).text, in: run, status)
        }
        if let old {
            guard let progress = Progress(from: old, to: first) else {
                throw Failure(
                    .noInput, "--against \(against ?? ""): is no assessment; weir-assess --output json writes one")
            }
            return try output.write(progress, in: run, status)
        }
        return try output.write(first, asPage: form == .page, in: run, status)
    }

    /// One log, of one file or several; nil where none of them can be read.
    private func assess(
        _ paths: [String], in run: FilterRun, _ status: inout ExitStatus, _ record: inout Record
    ) throws(Failure) -> Assessment? {
        let library = try FormatLibrary.load(run.diagnostics)
        let advice: AdviceLibrary
        do throws(AdviceError) { advice = try AdviceLibrary() } catch {
            throw Failure(.badConfiguration, error.description)
        }
        let assessor = try Assessor(library, advice, in: run, &record)
        let budget = SampleBudget(bytes: sample.bytes)
        let sizes = paths.map { (try? FileStatus(of: $0))?.size ?? 0 }
        for (path, size) in zip(paths, sizes) {
            do throws(Failure) {
                try assessor.read(path, budget.share(of: size, in: sizes.reduce(0, +)), &record)
            } catch {
                // One log that cannot be read does not cost the others.
                run.diagnostics.error(error)
                status = error.status
            }
        }
        return assessor.hasRead ? assessor.assessment() : nil
    }

    private static func earlier(_ path: String) throws(Failure) -> JSONTree {
        let bytes: [UInt8]
        do throws(SystemError) { bytes = try FileContents.read(path) } catch {
            throw Failure(.noInput, "--against \(error)")
        }
        do throws(JSONError) { return try JSONTree(parsing: bytes) } catch {
            throw Failure(.noInput, "--against \(path): \(error)")
        }
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
