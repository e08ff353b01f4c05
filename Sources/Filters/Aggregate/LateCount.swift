import FilterKit

/// Records whose window had closed: said once when there are too many of them to be an accident.
struct LateCount {
    private var count = 0

    mutating func add(_ run: FilterRun) { count += 1 }

    /// - Parameter run: what was taken in all is in its ledger.
    func close(_ run: FilterRun) {
        guard count > 0, count * 100 > run.ledger.taken else { return }
        run.diagnostics.warning(
            "\(count) of \(run.ledger.taken) records came after their window had closed; a longer --lateness takes them in"
        )
    }
}
