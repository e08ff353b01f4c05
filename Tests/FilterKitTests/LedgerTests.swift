import Records
import Testing

@testable import FilterKit

@Suite("The ledger")
struct LedgerTests {
    @Test("It balances when what was taken is passed, absorbed or dropped")
    func balance() {
        var ledger = Ledger()
        ledger.taken = 5
        ledger.passed = 2
        ledger.absorbed = 1
        ledger.drop(.filtered)
        #expect(!ledger.balances)
        ledger.drop(.noMatch)
        #expect(ledger.balances)
        #expect(ledger.rejected == 1)
    }

    @Test("Its line is read again as it was written")
    func line() throws {
        var ledger = Ledger()
        ledger.taken = 3
        ledger.passed = 2
        ledger.created = 1
        ledger.drop(.late)
        let entry = try entry(ledger, "weir-x", input: "pipe:1")
        #expect(entry.stage == "weir-x")
        #expect([entry.taken, entry.passed, entry.absorbed, entry.created, entry.out] == [3, 2, 0, 1, 3])
        #expect(entry.dropped.map(\.reason) == ["late"])
        #expect(entry.input == "pipe:1")
        #expect(LedgerEntry.faults([entry]) == [])
    }

    @Test("What one stage put out and the next did not take is a fault, unless the reader closed early")
    func chain() throws {
        var first = Ledger()
        first.taken = 5
        first.passed = 5
        var second = Ledger()
        second.taken = 4
        second.absorbed = 4
        let reader = try entry(second, "b", input: "pipe:1")
        #expect(LedgerEntry.faults([try entry(first, "a", output: "pipe:1"), reader]) == ["a put out 5, b took 4"])
        first.closedEarly = true
        #expect(LedgerEntry.faults([try entry(first, "a", output: "pipe:1"), reader]) == [])
    }

    private func entry(
        _ ledger: Ledger, _ stage: String, input: String? = nil, output: String? = nil
    ) throws -> LedgerEntry {
        let tree = try JSONTree(parsing: ledger.line(stage: stage, status: 0, input: input, output: output))
        return try #require(LedgerEntry(tree))
    }
}
