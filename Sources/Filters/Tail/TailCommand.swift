import ArgumentParser
import Bytes
import FilterKit
import Records
import System

package struct TailCommand: FilterCommand {
    package static let configuration = CommandConfiguration(
        commandName: "weir-tail",
        abstract: "Read log files as they grow, and say where each line came from.",
        discussion: """
            Each line leaves in an envelope, {"_raw":"…","_file":"…","_offset":N}, which weir-parse opens; --raw \
            leaves it bare. Without -f the last lines are read once, as tail(1) does; --once reads whole files. \
            -F follows a name through rotation: the old file is read to its end, then the new one from its start.

            EXAMPLES
              weir-tail -F /var/log/nginx/access.log | weir-parse
              weir-tail --once access.log | weir-parse | weir-aggregate red
              weir-tail -n 100 --raw app.log
            """,
        version: Version.text)

    @Argument(help: .init("Files to read; none, or -, is standard input.", valueName: "file"))
    var files: [String] = []

    @Option(
        name: [.customShort("n", allowingJoined: true), .customLong("lines")],
        help: .init("Begin with the last N lines; with +N, at line N.", valueName: "count"))
    var lines: LineCount?

    @Flag(
        name: [.customShort("f"), .customLong("follow")],
        help: "Wait for more lines at the end; the file is followed, whatever its name becomes.")
    var follow = false

    @Flag(
        name: [.customShort("F"), .customLong("follow-name")],
        help: "Wait for more lines and follow the name: through rotation, truncation, and until it appears.")
    var followName = false

    @Flag(help: "Read the files whole, from their first byte, and end.")
    var once = false

    @Flag(help: "Write the lines as they are, without an envelope.")
    var raw = false

    @Option(
        help: .init(
            "With --state: how often the pipeline notes how far it has come. (default: 1s)", valueName: "duration"),
        transform: DurationOption.parse)
    var markEvery = DurationOption(nanoseconds: 1_000_000_000)

    @Option(
        help: .init(
            "With --state: what counts as done. sink is what the end of the pipeline has made durable; write, for pipelines "
                + "that end in a program of another kind, what was written to the pipe.", valueName: "what"))
    var commitOn: CommitPoint = .sink

    @OptionGroup package var shared: SharedOptions

    package init() {}

    package var isSource: Bool { true }

    package func validate() throws {
        if once, follow || followName {
            throw ValidationError("--once ends at the end of the files; -f and -F do not. Give one of them.")
        }
        if once, lines != nil {
            throw ValidationError("--once reads whole files; -n begins further on. Give one of them.")
        }
        if markEvery.nanoseconds < 1_000_000 {
            throw ValidationError("--mark-every: a mark takes a millisecond at least")
        }
    }

    package func execute(_ run: FilterRun, _ record: inout Record) throws(Failure) -> ExitStatus {
        let paths = files.isEmpty ? ["-"] : files
        let emitter = TailEmitter(isRaw: raw, names: paths, &record)
        var output = RecordOutput(shared, onTerminal: .readable)
        var marks: MarkedSource?
        if let path = run.statePath {
            marks = try MarkedSource(
                path, every: markEvery.nanoseconds, commitsOnWrite: commitOn == .write, in: run)
        }
        // With a state, what has never been seen is read from its first byte.
        let start = once || marks != nil && lines == nil ? LineCount.from(1) : lines ?? .last(10)
        var tail = TailFiles(
            paths: paths, start: start, byName: followName, marks: marks, takesUnfinished: marks == nil || shared.flush)
        if let marks {
            _ = try marks.restore(&tail)
            marks.begin(into: &output)
        }
        let status = try tail.read(follows: follow || followName, emitter, &record, in: run, into: &output)
        if let marks { try marks.end(tail, into: &output) }
        return run.finish(status, &output)
    }
}

/// When a mark is committed.
enum CommitPoint: String, ExpressibleByArgument, CaseIterable { case sink, write }
