import Records

/// One firing of one alert: from when to when.
struct Firing {
    let rule: Int
    let labels: [UInt8]
    let startsAt: Int64
    let firedAt: Int64
    let value: [UInt8]
    /// Nil where it was still firing at the end.
    var endsAt: Int64?

    func duration(until end: Int64) -> Int64 { max(0, SeriesState.distance(firedAt, endsAt ?? end)) }

    func overlaps(_ other: Firing) -> Bool {
        firedAt < (other.endsAt ?? .max) && other.firedAt < (endsAt ?? .max)
            || firedAt == other.firedAt
    }
}

/// The firings of some rules, as they come about.
struct Firings {
    private(set) var all: [Firing] = []
    private var open: [String: Int] = [:]

    mutating func take(_ events: [AlertEvent]) {
        for event in events {
            let key = "\(event.rule) " + String(decoding: event.labels, as: UTF8.self)
            if event.isFiring {
                open[key] = all.count
                all.append(
                    Firing(
                        rule: event.rule, labels: event.labels, startsAt: event.startsAt, firedAt: event.time,
                        value: event.value))
            } else if let index = open.removeValue(forKey: key) {
                all[index].endsAt = event.time
            }
        }
    }

    /// In the order of time, rules and labels.
    var sorted: [Firing] {
        all.sorted { left, right in
            if (left.firedAt, left.rule) != (right.firedAt, right.rule) {
                return (left.firedAt, left.rule) < (right.firedAt, right.rule)
            }
            return left.labels.lexicographicallyPrecedes(right.labels)
        }
    }
}
