import Records

extension AlertEngine {
    /// What is firing under a name: labels and annotations, as JSON objects.
    func firing(_ name: String) -> [(labels: [UInt8], annotations: String)] {
        var found: [(labels: [UInt8], annotations: String)] = []
        func add(_ rule: AlertRule, _ group: SeriesGroup, _ series: Int, _ value: [UInt8]) {
            let labels = rule.labels(of: group.table.key(at: series), value: value)
            found.append((labels, rule.annotations(of: labels, value: value)))
        }
        for alert in actives.compactMap(\.self) where alert.state.phase == .firing {
            let rule = rules[alert.rule].rule
            if rule.name == name { add(rule, groups[alert.group], alert.series, alert.heldValue) }
        }
        for silence in absences.silences {
            let rule = rules[silence.rule].rule
            guard rule.name == name else { continue }
            for series in silence.isFiring.indices where silence.isFiring[series] {
                add(
                    rule, groups[silence.group], series,
                    Self.seconds(since: silence.heardUntil[series], silence.due(series)))
            }
        }
        return found
    }

    /// As a number of JSON.
    static func seconds(since start: Int64, _ end: Int64) -> [UInt8] {
        var bytes: [UInt8] = []
        Decimal(significand: Int128(SeriesState.distance(start, end)), exponent: -9).write { bytes.append($0) }
        return bytes
    }
}
