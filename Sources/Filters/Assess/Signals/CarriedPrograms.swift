import Advice
import Formats

/// Programs whose messages a transport carries in a log, as syslog does, and that have formats of their own: known by their names in
/// `process`. The fields are their formats' then, and what they log is told to them.
struct CarriedPrograms {
    /// Formats that carry them, by name.
    let transports: Set<String>
    /// The one with most records first.
    private let found: [(format: LogFormat, records: Int)]
    /// All that were looked at.
    private let records: Int

    /// Nil where nothing is carried, or nothing that has a format.
    /// - Parameter format: of a program's messages, by its name.
    init?(in formats: [LogFormat], _ profile: LogProfile, format: (String) -> LogFormat?) {
        transports = Set(formats.filter { $0.transport != nil }.map(\.name))
        records = profile.records
        guard !transports.isEmpty, let values = profile.field("process")?.values else { return nil }
        var counts: [String: (format: LogFormat, records: Int)] = [:]
        for entry in values.ranked ?? values.examples {
            guard let format = format(entry.text) else { continue }
            counts[format.name, default: (format, 0)].records += entry.count
        }
        found = counts.values.sorted { ($0.records, $1.format.name) > ($1.records, $0.format.name) }
        if found.isEmpty { return nil }
    }

    var formats: [LogFormat] { found.map(\.format) }
    var names: [String] { found.map(\.format.name) }

    /// Nearly all of the log is theirs, or of those that are named.
    func areAll(_ isMeant: (LogFormat) -> Bool = { _ in true }) -> Bool {
        found.reduce(0) { $0 + (isMeant($1.format) ? $1.records : 0) } * 20 >= records * 19
    }

    /// `haproxy`, `sshd, sudo, cron and 3 others`
    var text: String {
        let rest = names.count - 3
        return RoadMap.list(rest > 1 ? names.prefix(3) + ["\(rest) others"] : names)
    }

    /// The program does no more than carry: it is none of them, and its formats are the transports'.
    func isCarrier(_ program: ProgramAdvice) -> Bool {
        !transports.isDisjoint(with: program.formats) && Set(names).isDisjoint(with: program.formats)
    }
}
