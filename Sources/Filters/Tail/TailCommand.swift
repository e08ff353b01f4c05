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
              weir-tail --once '/var/log/nginx/access.log*' | weir-parse | weir-aggregate red
              weir-tail -n 100 --raw app.log
              weir-tail -F --include '*.log' /var/log/app udp://127.0.0.1:5514
            """,
        version: Version.text)

    @Argument(
        help: .init(
            "Files, quoted patterns, folders (with --include), FIFOs, udp://, tcp:// or unix:// addresses; none, or -, is standard input.",
            valueName: "source"))
    var sources: [String] = []

    @Option(
        name: [.customShort("n", allowingJoined: true), .customLong("lines")],
        help: .init("Begin with the last N lines; with +N, at line N.", valueName: "count"))
    var lines: LineCount?

    @Option(
        name: [.customShort("c", allowingJoined: true), .customLong("bytes")],
        help: .init(
            "Begin with the last N bytes; with +N, at byte N. Units as in tail(1): 1k, 1MB.", valueName: "count"))
    var bytes: ByteCount?

    @Option(
        help: .init(
            "Begin at the first line whose time is not before TIME: RFC 3339, or how long ago (2h).", valueName: "time")
    )
    var since: String?

    @Option(
        help: .init(
            "With --since: the zone of times that name none, such as Europe/Berlin, or +02:00. (default: UTC)",
            valueName: "zone"))
    var timezone: String?

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
        parsing: .singleValue,
        help: .init(
            "Of folders, read the files with a name that matches PATTERN; may be given again.", valueName: "pattern"))
    var include: [String] = []

    @Option(help: .init("End when the process is gone.", valueName: "process"))
    var pid: Int32?

    @Flag(name: [.customShort("q"), .long], help: "Say nothing of files that are truncated or put aside.")
    var quiet = false

    @Flag(help: "Look for changes four times a second, where events do not come (NFS).")
    var poll = false

    @Option(help: .init("Give no more than SIZE bytes a second of each log.", valueName: "size"))
    var rate: ByteSize?

    @Flag(help: "Cut a line beyond --max-line to it, with its true length in _partial, instead of rejecting it.")
    var truncate = false

    @Flag(help: "Show on the terminal how far it is: bytes, percent, time left.")
    var progress = false

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

    private var follows: Bool { follow || followName }

    package func validate() throws {
        if once, follows {
            throw ValidationError("--once ends at the end of the files; -f and -F do not. Give one of them.")
        }
        if once, lines != nil || bytes != nil {
            throw ValidationError("--once reads whole files; -n and -c begin further on. Give one of them.")
        }
        if [lines != nil, bytes != nil, since != nil].count(where: { $0 }) > 1 {
            throw ValidationError("-n, -c and --since each say where to begin. Give one of them.")
        }
        if timezone != nil, since == nil {
            throw ValidationError("--timezone is for --since, which is not given; a line's time is read by weir-parse")
        }
        if markEvery.nanoseconds < 1_000_000 {
            throw ValidationError("--mark-every: a mark takes a millisecond at least")
        }
        if pid != nil, !follows { throw ValidationError("--pid ends the waiting of -f and -F; neither is given.") }
    }

    package func execute(_ run: FilterRun, _ record: inout Record) throws(Failure) -> ExitStatus {
        let arguments = try parsedArguments()
        let addresses = arguments.compactMap { if case .listener(let address) = $0 { address } else { nil } }
        if !addresses.isEmpty, once {
            throw Failure(.usage, "\(addresses[0].text): nothing that is listened to has an end; --once wants one")
        }
        let waits = follows || !addresses.isEmpty
        let context = TailContext(limit: run.options.maxLine.bytes, clock: run.clock)
        var marks: MarkedSource?
        if let path = run.statePath {
            marks = try MarkedSource(
                path, every: markEvery.nanoseconds, commitsOnWrite: commitOn == .write, in: run)
        }
        var plan = TailPlan(start: try start(run, hasState: marks != nil), follows: waits, byName: followName)
        plan.hasState = marks != nil
        plan.keepsUnfinished = marks != nil && !shared.flush
        let finder = FileFinder(
            patterns: arguments.compactMap { if case .pattern(let text) = $0 { text } else { nil } },
            folders: arguments.compactMap { if case .folder(let path) = $0 { path } else { nil } }, includes: include)
        let named = arguments.compactMap { if case .file(let path) = $0 { path } else { nil } }
        var tail = TailFiles(plan, context, finder: finder, named: named, rate: rate?.bytes)
        let streams = waits ? try openStreams(arguments, limit: context.limit) : []
        let output = RecordOutput(shared, onTerminal: .readable)
        let emitter = TailEmitter(isRaw: raw, truncates: truncate, output, &record, in: run)
        let report = TailReport(diagnostics: run.diagnostics, isQuiet: quiet, showsProgress: progress)
        if let marks { _ = try marks.restore(&tail) }
        var loop = TailLoop(
            run, tail, streams: streams, addresses: addresses, emitter, marks, polls: poll, process: pid, report)
        if let marks { marks.begin(into: &loop.emitter.output) }
        for case .refused(let path) in arguments { loop.refuse(folder: path) }
        if waits { try loop.follow(&record) } else { try loop.readOnce(arguments, &record) }
        if let marks { try marks.end(tail, into: &loop.emitter.output) }
        return loop.finish()
    }

    private func parsedArguments() throws(Failure) -> [TailArgument] {
        var arguments: [TailArgument] = []
        for source in sources.isEmpty ? ["-"] : sources {
            do throws(ListenAddress.Mistake) {
                arguments.append(try TailArgument(source, hasIncludes: !include.isEmpty))
            } catch {
                throw Failure(.usage, error.message)
            }
        }
        return arguments
    }

    /// With a state, what has never been seen is read from its first byte.
    private func start(_ run: FilterRun, hasState: Bool) throws(Failure) -> TailStart {
        if let lines { return .lines(lines) }
        if let bytes { return .bytes(bytes) }
        guard let since else { return once || hasState ? .whole : .lines(.last(10)) }
        if let ago = try? DurationText.parse(since) { return .since(run.clock.now &- ago, try zone()) }
        var buffer = ByteBuffer(capacity: 64)
        buffer.append(since)
        guard let time = Timestamp(rfc3339: buffer, Slice(start: 0, count: buffer.count))?.nanoseconds else {
            throw Failure(
                .usage, "--since: '\(since)' is no time such as 2026-01-31T12:00:00Z, and no duration such as 2h")
        }
        return .since(time, try zone())
    }

    private func zone() throws(Failure) -> TimeZoneRules {
        guard let timezone else { return .utc }
        do throws(TimeZoneError) { return try TimeZoneRules(named: timezone) } catch {
            throw Failure(.usage, "--timezone: \(error)")
        }
    }

    /// What is read beside the files while they are followed.
    private func openStreams(_ arguments: [TailArgument], limit: Int) throws(Failure) -> [StreamSource] {
        var streams: [StreamSource] = []
        for argument in arguments {
            do throws(SystemError) {
                switch argument {
                case .standardInput:
                    streams.append(StreamSource(.input, .lines, name: SourceName("-"), limit: limit))
                case .stream(let path):
                    let isPipe = (try? FileStatus(of: path))?.kind == .pipe
                    let descriptor =
                        isPipe && follows ? try Descriptor.open(keeping: path) : try Descriptor.open(reading: path)
                    streams.append(StreamSource(descriptor, .lines, name: SourceName(path), limit: limit))
                case .listener(let address): streams.append(try address.open(limit: limit))
                case .file, .pattern, .folder, .refused: break
                }
            } catch {
                if case .listener(let address) = argument {
                    throw Failure(.inputOutput, "\(address.text): \(error.reason)")
                }
                throw Failure(.noInput, error.description)
            }
        }
        return streams
    }
}

/// When a mark is committed.
enum CommitPoint: String, ExpressibleByArgument, CaseIterable { case sink, write }
