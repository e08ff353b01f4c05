extension TimeZoneRules {
    /// Reads the bytes of a compiled zone (tzfile(5), RFC 8536), version 2 or later. Whatever the bytes are, this ends in
    /// rules or an error. Files that count leap seconds (the folder `right`) are refused: POSIX time does not.
    package init(tzif bytes: [UInt8], name: String = "") throws(TimeZoneError) {
        var reader = ZoneFileReader(bytes: bytes, name: name)
        try reader.skipFirstBlock()
        let block = try reader.block()
        let footer = try reader.footer()
        let rule = footer.isEmpty ? nil : PosixZoneRule(footer)
        if !footer.isEmpty, rule == nil { throw .damaged(name, reason: "its last line is no POSIX rule") }
        self.init(block, rule)
    }

    private init(_ block: ZoneFileReader.Block, _ rule: PosixZoneRule?) {
        var changes = block.changes
        var cycleStart: Int64?
        var first = block.first
        var names = block.names
        if let rule {
            if changes.isEmpty { first = rule.standard.offset }
            names.merge(rule.names) { $0 == $1 ? $0 : ScannedStamp.noOffset }
            // The rule holds from the last change on; 400 years of it are written out, and then repeat.
            let last = changes.last?.at
            let year = last.map { CivilDate(seconds: $0).year } ?? -1
            let future = rule.changes(years: year...(year + 401)).filter { $0.at > last ?? .min }
            if !future.isEmpty {
                changes += future
                cycleStart = Int64(CivilDate.days(year: year + 1, month: 1, day: 1)) * 86_400
            }
        }
        self.init(first: first, changes: changes, cycleStart: cycleStart, names: names)
    }
}

extension CivilDate {
    /// The day of an instant in UTC; instants outside the years -2000…12000 are taken to their ends.
    init(seconds: Int64) {
        let bounded = min(max(seconds, -125_000_000_000), 316_000_000_000)
        self.init(days: Int(bounded / 86_400) - (bounded % 86_400 < 0 ? 1 : 0))
    }
}
