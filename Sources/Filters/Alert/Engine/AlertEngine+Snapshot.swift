import Bytes

/// Rules are known by their names, as in Prometheus, and of several of one name by their order: a rule whose expression was
/// changed goes on with what was pending and firing.
extension AlertEngine {
    /// `name` and which of those of that name.
    private func ordinal(_ rule: Int) -> UInt64 {
        UInt64(rules[..<rule].count { $0.rule.name == rules[rule].rule.name })
    }

    private func rule(_ name: String, _ ordinal: UInt64) -> Int? {
        rules.indices.first { rules[$0].rule.name == name && self.ordinal($0) == ordinal }
    }

    /// Of what is written here.
    private static let version: UInt64 = 2

    func save(to snapshot: inout SnapshotWriter) {
        snapshot.append(Self.version)
        snapshot.append(now)
        let alerts = actives.compactMap(\.self).sorted { ($0.rule, $0.series) < ($1.rule, $1.series) }
        snapshot.append(UInt64(alerts.count))
        for alert in alerts {
            snapshot.append(rules[alert.rule].rule.name)
            snapshot.append(ordinal(alert.rule))
            snapshot.append(groups[alert.group].table.key(at: alert.series))
            alert.save(to: &snapshot)
        }
        snapshot.append(UInt64(absences.silences.count))
        for silence in absences.silences {
            snapshot.append(rules[silence.rule].rule.name)
            snapshot.append(ordinal(silence.rule))
            let heard = silence.heardUntil.indices.filter { silence.heardUntil[$0] != .min }
            snapshot.append(UInt64(heard.count))
            for series in heard {
                snapshot.append(groups[silence.group].table.key(at: series))
                snapshot.append(silence.heardUntil[series])
                snapshot.append(silence.isFiring[series])
            }
        }
        snapshot.append(UInt64(groups.count { !$0.lookBacks.isEmpty }))
        for group in groups where !group.lookBacks.isEmpty {
            snapshot.append(group.name)
            snapshot.append(UInt64(group.lookBacks.count))
            for lookBack in group.lookBacks { snapshot.append(lookBack.call.field) }
            snapshot.append(UInt64(group.table.count))
            for series in 0..<group.table.count {
                snapshot.append(group.table.key(at: series))
                snapshot.append(group.lastSeen[series])
                for lookBack in group.lookBacks { lookBack.memories[series].save(to: &snapshot) }
            }
        }
    }

    private func restoreMemories(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        let name = try snapshot.text()
        let group = groups.first { $0.name == name }
        var lookBacks: [BoundLookBack?] = []
        for _ in 0..<(try snapshot.count()) {
            let field = try snapshot.text()
            lookBacks.append(group?.lookBacks.first { $0.call.field == field })
        }
        for _ in 0..<(try snapshot.count()) {
            let key = try snapshot.run()
            let lastSeen = try snapshot.signed()
            let series = lookBacks.contains { $0 != nil } ? group?.series(key) : nil
            if let series { group?.setLastSeen(series, lastSeen) }
            for lookBack in lookBacks {
                let memory = try SeriesMemory(from: &snapshot)
                if let series { lookBack?.memories[series] = memory }
            }
        }
    }

    /// - Returns: the rules that are gone, each with how many of its series were firing.
    mutating func restore(from snapshot: inout SnapshotReader) throws(SnapshotError) -> [(name: String, count: Int)] {
        var gone: [(name: String, count: Int)] = []
        func lose(_ name: String) {
            if let index = gone.firstIndex(where: { $0.name == name }) {
                gone[index].count += 1
            } else {
                gone.append((name, 1))
            }
        }
        guard try snapshot.unsigned() == Self.version else { throw .foreign }
        setNow(try snapshot.signed())
        for _ in 0..<(try snapshot.count()) {
            let name = try snapshot.text()
            let rule = rule(name, try snapshot.unsigned())
            let key = try snapshot.run()
            if let rule {
                try restoreActive(rule, key, &snapshot)
            } else {
                var alert = ActiveAlert(rule: 0, entry: 0, series: 0, group: 0)
                try alert.restore(from: &snapshot)
                if alert.state.phase == .firing { lose(name) }
            }
        }
        for _ in 0..<(try snapshot.count()) {
            let name = try snapshot.text()
            let rule = rule(name, try snapshot.unsigned())
            for _ in 0..<(try snapshot.count()) {
                let key = try snapshot.run()
                let heardUntil = try snapshot.signed()
                let isFiring = try snapshot.flag()
                let isKnown = rule.map { restoreSilence($0, key, heardUntil, isFiring) } ?? false
                if !isKnown, isFiring { lose(name) }
            }
        }
        for _ in 0..<(try snapshot.count()) { try restoreMemories(from: &snapshot) }
        return gone
    }
}
