import Bytes
import Records

/// What a syslog priority says: facility = pri / 8 and severity = pri % 8 (RFC 5424 §6.2.1).
struct SyslogNames {
    private static let facilities = [
        "kern", "user", "mail", "daemon", "auth", "syslog", "lpr", "news", "uucp", "cron", "authpriv", "ftp", "ntp",
        "audit", "alert", "clock", "local0", "local1", "local2", "local3", "local4", "local5", "local6", "local7",
    ]
    private static let levels = ["fatal", "fatal", "fatal", "error", "warn", "info", "info", "debug"]

    private let facility: FieldName
    private let level: FieldName
    private let facilityTexts: [Slice]
    private let levelTexts: [Slice]

    init(_ record: inout Record) {
        facility = record.name("facility")
        level = record.name("level")
        facilityTexts = Self.facilities.map { record.store.keep($0.utf8) }
        levelTexts = Self.levels.map { record.store.keep($0.utf8) }
    }

    /// Adds `facility` and `level`; a number beyond 191 is no priority and adds nothing.
    func append(_ priority: Slice, _ record: inout Record) {
        guard let number = record.store.buffer.integer(priority), number >= 0, number < 192 else { return }
        record.append(facility, facilityTexts[Int(number) / 8], .string)
        record.append(level, levelTexts[Int(number) % 8], .string)
    }
}
