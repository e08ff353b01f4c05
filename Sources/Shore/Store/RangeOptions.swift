import ArgumentParser
import FilterKit
import Records
import Storage

/// From when to when.
struct RangeOptions: ParsableArguments {
    @Option(
        help: .init(
            "From TIME on: 2026-11-01, 2026-11-01T12:00:00Z, yesterday, today, or a duration before now such as 30m.",
            valueName: "time"))
    var since: String?

    @Option(help: .init("Up to TIME, which is not in it.", valueName: "time"))
    var until: String?

    func query(now: Int64) throws(Failure) -> PointQuery {
        var query = PointQuery()
        if let since { query.since = try TimeWord.parse(since, now: now, flag: "--since") }
        if let until { query.until = try TimeWord.parse(until, now: now, flag: "--until") }
        return query
    }
}
