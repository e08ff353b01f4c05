import Bytes

/// For each rule with `absent_for`, until when each of its series was heard of.
struct Absences {
    struct Silence {
        let rule: Int
        let group: Int
        let limit: Int64
        /// By series; `Int64.min` where the series is not the rule's.
        var heardUntil: [Int64] = []
        var isFiring: [Bool] = []
        /// Nothing is due before.
        var nextDue = Int64.max
    }

    var silences: [Silence] = []

    var nextDue: Int64 { silences.reduce(.max) { min($0, $1.nextDue) } }
}

extension Absences.Silence {
    init(rule: Int, group: Int, limit: Int64) {
        self.rule = rule
        self.group = group
        self.limit = limit
    }

    /// - Returns: since when it was silent, if that had been told.
    mutating func hear(_ series: Int, until time: Int64) -> Int64? {
        while heardUntil.count <= series {
            heardUntil.append(.min)
            isFiring.append(false)
        }
        let since = isFiring[series] ? heardUntil[series] : nil
        isFiring[series] = false
        heardUntil[series] = time
        nextDue = min(nextDue, due(series))
        return since
    }

    /// Whether the series is one that this waits for.
    func awaits(_ series: Int) -> Bool { series < heardUntil.count && heardUntil[series] != .min }

    /// The series have other places now; -1 are gone.
    mutating func move(_ moved: [Int]) {
        var heard: [Int64] = []
        var firing: [Bool] = []
        for series in heardUntil.indices where moved[series] >= 0 {
            heard.append(heardUntil[series])
            firing.append(isFiring[series])
        }
        heardUntil = heard
        isFiring = firing
    }

    func due(_ series: Int) -> Int64 {
        let (due, overflow) = heardUntil[series].addingReportingOverflow(limit)
        return overflow ? .max : due
    }

    /// The series that have been silent for too long at a time, each with when it came to that.
    mutating func fall(silent time: Int64) -> [(series: Int, due: Int64)] {
        guard nextDue <= time else { return [] }
        var fallen: [(series: Int, due: Int64)] = []
        nextDue = .max
        for series in heardUntil.indices where heardUntil[series] != .min && !isFiring[series] {
            let due = due(series)
            if due <= time {
                isFiring[series] = true
                fallen.append((series, due))
            } else {
                nextDue = min(nextDue, due)
            }
        }
        return fallen
    }
}
