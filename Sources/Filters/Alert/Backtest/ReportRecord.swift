import Bytes
import Records
import TextTemplates

/// Writes what a back-test found as records.
struct ReportRecord: ~Copyable {
    var record: Record
    private let names: [String: FieldName]

    private static let fields = [
        "alert", "labels", "value", "starts_at", "fired_at", "ends_at", "duration", "firings", "per_day", "time_firing",
        "share", "never_fired", "held_over", "change", "was_fired_at", "was_ends_at", "old_firings", "new_firings",
        "old_time_firing", "new_time_firing",
    ]

    init() {
        var record = Record(store: ByteStore(input: 4096))
        var names: [String: FieldName] = [:]
        for field in Self.fields { names[field] = record.name(field) }
        self.names = names
        self.record = record
    }

    /// One firing.
    mutating func build(_ name: String, _ firing: Firing, until end: Int64) {
        record.clear()
        put("alert", name)
        put("labels", json: firing.labels)
        put("value", json: firing.value.isEmpty ? Array("null".utf8) : firing.value)
        put("starts_at", time: firing.startsAt)
        put("fired_at", time: firing.firedAt)
        put("ends_at", time: firing.endsAt)
        put("duration", seconds: firing.duration(until: end))
    }

    /// One rule: how often a day it would have called, and what it kept to itself.
    mutating func build(summary name: String, _ firings: [Firing], _ counts: AlertEngine.Counts, _ span: TimeSpan) {
        record.clear()
        let firing = Self.union(firings, until: span.end)
        put("alert", name)
        put("firings", number: firings.count)
        let days = Double(span.length) / 86_400e9
        put("per_day", json: Array((days > 0 ? Self.rounded(Double(firings.count) / days) : "null").utf8))
        put("time_firing", seconds: firing)
        put("share", json: Array((span.length > 0 ? Self.rounded(Double(firing) / Double(span.length)) : "null").utf8))
        put("never_fired", number: counts.neverFired)
        put("held_over", number: counts.heldOver)
    }

    /// One firing that a change of rules would bring, move or take away.
    mutating func build(change: String, _ name: String, _ old: Firing?, _ new: Firing?) {
        record.clear()
        put("alert", name)
        put("change", change)
        put("labels", json: (new ?? old)?.labels ?? [0x7B, 0x7D])
        put("fired_at", time: new?.firedAt)
        put("ends_at", time: new?.endsAt)
        put("was_fired_at", time: old?.firedAt)
        put("was_ends_at", time: old?.endsAt)
    }

    mutating func build(comparison name: String, _ old: [Firing], _ new: [Firing], _ span: TimeSpan) {
        record.clear()
        put("alert", name)
        put("old_firings", number: old.count)
        put("new_firings", number: new.count)
        put("old_time_firing", seconds: Self.union(old, until: span.end))
        put("new_time_firing", seconds: Self.union(new, until: span.end))
    }

    /// Nanoseconds in which at least one of them was firing.
    private static func union(_ firings: [Firing], until end: Int64) -> Int64 {
        var total: Int64 = 0
        var covered = Int64.min
        for firing in firings.sorted(by: { $0.firedAt < $1.firedAt }) {
            let start = max(firing.firedAt, covered)
            let stop = max(start, firing.endsAt ?? max(end, firing.firedAt))
            total += SeriesState.distance(start, stop)
            covered = max(covered, stop)
        }
        return total
    }

    private static func rounded(_ value: Double) -> String { NumberFormat.general(value, 4) }

    private mutating func put(_ field: String, _ text: String) {
        if let name = names[field] { record.append(name, text: text) }
    }

    private mutating func put(_ field: String, number: Int) {
        if let name = names[field] { record.append(name, number: number) }
    }

    private mutating func put(_ field: String, time: Int64?) {
        if let name = names[field] { record.append(name, time: time) }
    }

    private mutating func put(_ field: String, seconds nanoseconds: Int64) {
        var bytes: [UInt8] = []
        Decimal(significand: Int128(nanoseconds), exponent: -9).write { bytes.append($0) }
        put(field, json: bytes)
    }

    private mutating func put(_ field: String, json bytes: [UInt8]) {
        if let name = names[field] { record.append(name, json: bytes) }
    }
}
