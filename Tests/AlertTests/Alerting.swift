import Bytes
import FilterKit
import Records
import System
import TestSupport

@testable import Alert

/// Rules held against metric records in this process.
struct Alerting {
    let rules: [AlertRule]
    var clock = ManualClock(now: 0)

    init(_ yaml: String) throws {
        let file = RuleFile(path: "rules.yaml", Array(yaml.utf8))
        if let error = file.errors.first { throw error }
        rules = file.rules
    }

    init(_ rules: [AlertRule]) { self.rules = rules }

    private static let options = Result { try SharedOptions.parse([]) }
    private static let nowhere = Result { try Descriptor.open(appending: "/dev/null") }

    static func run(_ clock: ManualClock = ManualClock(now: 0)) throws -> FilterRun {
        FilterRun(stage: "weir-alert", options: try options.get(), clock: clock, messages: try nowhere.get())
    }

    /// What happens to these lines, as `10:00 firing {"path":"/a"}`.
    func callAsFunction(_ lines: [String]) throws -> [String] {
        let run = try Self.run(clock)
        var record = Record()
        var engine = AlertEngine(rules, in: run, &record)
        for line in lines {
            try record.scan(record.store.load(line.utf8))
            guard let time = engine.time(of: record, or: { 0 }), time >= engine.now else { continue }
            engine.take(&record, at: time)
        }
        engine.finish()
        return engine.events.map { Self.text($0, rules) }
    }

    static func text(_ event: AlertEvent, _ rules: [AlertRule]) -> String {
        let time = Timestamp(nanoseconds: event.time).text.dropFirst(11).prefix(8)
        let state = event.isFiring ? "firing" : "resolved"
        return "\(time) \(rules[event.rule].name) \(state) \(String(decoding: event.labels, as: UTF8.self))"
    }
}

/// A metric record of a window, so many seconds after the beginning of 1970.
func metric(_ seconds: Int, width: String? = "1m", _ members: String) -> String {
    let window = width.map { "\"window\":\"\($0)\"," } ?? ""
    return "{\"time\":\"\(Timestamp(nanoseconds: Int64(seconds) * 1_000_000_000).text)\",\(window)\(members)}"
}
