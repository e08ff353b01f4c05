import ArgumentParser
import Bytes
import Records
import System

/// The command-line face of a filter: flags in, exit status out. What all filters do around their work is done here.
package protocol FilterCommand: ParsableCommand {
    var shared: SharedOptions { get }

    /// How the filter is called in messages, ledgers and state: by its command's name, unless it is a part of a filter.
    static var stage: String { get }

    /// The filter reads the source itself, so that the first Ctrl-C is for it.
    var isSource: Bool { get }

    /// What to write instead, where an option or argument is none that there is.
    static func advice(onUnknown word: String, in arguments: [String]) -> String?

    /// Builds the filter and runs it to the end.
    func execute(_ run: FilterRun, _ record: inout Record) throws(Failure) -> ExitStatus
}

extension FilterCommand {
    package static func advice(onUnknown word: String, in arguments: [String]) -> String? { nil }

    package static var stage: String { configuration.commandName ?? "weir" }

    package func run() throws {
        let stage = Self.stage
        Signals.install(isSource: isSource || Descriptor.input.pipeName == nil)
        var status: ExitStatus
        do throws(Failure) {
            let run = FilterRun(stage: stage, options: shared, clock: try ToldClock.clock())
            var record = Record()
            try run.prepare(&record)
            status = try execute(run, &record)
        } catch {
            Diagnostics(program: stage).error(error)
            status = error.status
        }
        if status != .done { throw ExitCode(status.rawValue) }
    }
}

/// The real clock, or one that stands still at WEIR_NOW (RFC 3339): for replays and tests.
enum ToldClock {
    static func clock() throws(Failure) -> any Clock {
        guard let text = Environment["WEIR_NOW"], !text.isEmpty else { return SystemClock() }
        var buffer = ByteBuffer(capacity: 64)
        buffer.append(text)
        guard let time = Timestamp(rfc3339: buffer, Slice(start: 0, count: buffer.count))?.nanoseconds else {
            throw Failure(.badConfiguration, "WEIR_NOW: '\(text)' is no RFC 3339 time, such as 2026-01-31T12:00:00Z")
        }
        return ManualClock(now: time)
    }
}
