import Aggregation
import ArgumentParser
import FilterKit
import Metrics
import Records

/// Flags about event time.
struct TimeOptions: ParsableArguments, Sendable {
    @Option(
        help: .init(
            "Width of the windows of event time: 1m, 1h. With --window: how far apart they begin.",
            valueName: "duration"),
        transform: DurationOption.parse)
    var every: DurationOption?

    @Option(
        help: .init("Width of windows that overlap, a multiple of --every.", valueName: "duration"),
        transform: DurationOption.parse)
    var window: DurationOption?

    @Option(
        help: .init(
            "Windows of their own for each series, which end when it is silent so long.", valueName: "duration"),
        transform: DurationOption.parse)
    var session: DurationOption?

    @Option(
        help: .init(
            "Align windows to the clocks of ZONE, such as Europe/Berlin, and days to its midnights.", valueName: "zone")
    )
    var timezone: String?

    @Option(
        help: .init("How far events may be out of order before they are late. (default: 1m)", valueName: "duration"),
        transform: DurationOption.parse)
    var lateness = DurationOption(nanoseconds: 60_000_000_000)

    @Option(help: .init("Append records that came after their window had left to FILE.", valueName: "file"))
    var late: String?

    @Flag(help: "Emit windows in which nothing happened too, with zeros, for each series seen so far.")
    var fill = false

    /// Nothing for so long, and event time goes on by the clock.
    private static let idleAfter: Int64 = 30_000_000_000

    func windowOptions() throws(Failure) -> WindowOptions {
        var options = WindowOptions(lateness: lateness.nanoseconds, idleAfter: Self.idleAfter)
        options.fills = fill
        if let session {
            let others = [
                ("--every", every != nil), ("--window", window != nil), ("--timezone", timezone != nil),
                ("--fill", fill),
            ]
            if let other = others.first(where: \.1)?.0 {
                throw Failure(
                    .usage,
                    "--session: its windows are as long as there is something in them; \(other) does not go with it")
            }
            guard session.nanoseconds > 0 else {
                throw Failure(.usage, "--session: a silence of no length ends nothing")
            }
            options.sessionGap = session.nanoseconds
            return options
        }
        guard let every else {
            for (flag, isGiven) in [
                ("--window", window != nil), ("--timezone", timezone != nil), ("--late", late != nil), ("--fill", fill),
            ] where isGiven { throw Failure(.usage, "\(flag): there are no windows without --every") }
            return options
        }
        if every.nanoseconds <= 0 { throw Failure(.usage, "--every: a window of no width holds nothing") }
        guard let grid = WindowGrid(width: every.nanoseconds, zone: try zone()) else {
            throw Failure(.usage, "--every: with --timezone, windows are of whole seconds")
        }
        options.grid = grid
        guard let window else { return options }
        let (panes, rest) = window.nanoseconds.quotientAndRemainder(dividingBy: every.nanoseconds)
        guard rest == 0, panes > 0, panes <= 10_000 else {
            throw Failure(.usage, "--window: \(window) is no multiple of --every, \(every), from 1 to 10000 times")
        }
        options.panes = Int(panes)
        return options
    }

    private func zone() throws(Failure) -> TimeZoneRules? {
        guard let timezone else { return nil }
        do throws(TimeZoneError) { return try TimeZoneRules(named: timezone) } catch {
            throw Failure(.usage, "--timezone: \(error)")
        }
    }
}
