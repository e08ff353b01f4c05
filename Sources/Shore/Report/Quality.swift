import FilterKit

/// What the ledger of a pipeline says of the log that a report is made of: how much of it was understood.
enum Quality {
    static func line(_ entries: [LedgerEntry]) -> String? {
        let reasons = Dictionary(DropReason.allCases.map { ($0.rawValue, $0) }) { first, _ in first }
        var rejected: [String: Int] = [:]
        var late = 0
        var doubled = 0
        for (reason, count) in entries.flatMap(\.dropped) where count > 0 {
            switch reasons[reason] {
            case .late?: late += count
            case .duplicate?: doubled += count
            case let known? where known.isReject: rejected[reason, default: 0] += count
            default: break
            }
        }
        let parsers = entries.filter { $0.stage == "weir-parse" }
        let lines = (parsers.isEmpty ? entries.prefix(1) : parsers[...]).reduce(0) { $0 + $1.taken }
        guard lines > 0 else { return nil }
        let refused = rejected.values.reduce(0, +)
        var parts = ["\(Figure.count(Double(lines))) lines read"]
        if refused == 0 {
            parts.append("all understood")
        } else {
            let words = rejected.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map {
                "\($0.key) \(Figure.count(Double($0.value)))"
            }
            let share = Figure.text(Double(refused) / Double(lines), .share)
            parts.append("\(Figure.count(Double(refused))) not understood (\(share): \(words.joined(separator: ", ")))")
        }
        if late > 0 { parts.append("\(Figure.count(Double(late))) came too late to be counted") }
        if doubled > 0 { parts.append("\(Figure.count(Double(doubled))) doubled ones left out") }
        return parts.joined(separator: "; ")
    }
}
