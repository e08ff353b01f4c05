import FilterKit

/// What is said at the end of a run.
extension ParseFilter {
    func complain(_ run: FilterRun) {
        for field in choice.nested {
            if let complaint = field.complaint { run.diagnostics.warning(complaint) }
        }
    }

    /// Not a line was understood: what would help.
    func complainOfNothing(_ run: FilterRun) {
        guard run.ledger.passed == 0, run.ledger.absorbed == 0, run.ledger.dropped[.noMatch] != nil else { return }
        run.diagnostics.warning(
            "nothing was understood: --explain shows how far the formats came, --pattern takes a regular expression, "
                + "--multiline joins the lines of an event")
    }
}
