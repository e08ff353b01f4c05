import Bytes
import Records
import System

/// One filter's line in a ledger file, read again.
package struct LedgerEntry: Equatable, Sendable {
    package let stage: String
    package let taken, passed, absorbed, created, out: Int
    package let dropped: [(reason: String, count: Int)]
    package let closedEarly: Bool
    /// The pipes it read from and wrote to, `pipe:1234`.
    package let input, output: String?

    package static func == (a: LedgerEntry, b: LedgerEntry) -> Bool {
        a.stage == b.stage && a.taken == b.taken && a.out == b.out && a.input == b.input && a.output == b.output
    }

    package init?(_ tree: JSONTree) {
        // Beyond 2^53 it is no count of anything, and adding up could overflow.
        func count(_ tree: JSONTree?) -> Int { min(max(Int(tree?.numberText ?? "") ?? 0, 0), 1 << 53) }
        func number(_ name: String) -> Int { count(tree[name]) }
        guard let stage = tree["stage"]?.string, tree["in"] != nil else { return nil }
        self.stage = stage
        taken = number("in")
        passed = number("passed")
        absorbed = number("absorbed")
        created = number("created")
        out = number("out")
        dropped = (tree["dropped"]?.members ?? []).map { ($0.name, count($0.value)) }
        closedEarly = tree["closed_early"] == .bool(true)
        input = tree["input"]?.string
        output = tree["output"]?.string
    }

    /// Reads a ledger file. A line that is none is an error that names it: a ledger that is half read proves nothing.
    package static func read(_ path: String) throws(Failure) -> [LedgerEntry] {
        do throws(SystemError) {
            let descriptor = try Descriptor.open(reading: path)
            defer { descriptor.close() }
            var store = ByteStore()
            var reader = LineReader(descriptor, in: store, limit: 1 << 20)
            var entries: [LedgerEntry] = []
            while true {
                switch reader.next(in: store.buffer) {
                case .line(let line), .lastLine(let line):
                    guard let tree = try? JSONTree(parsing: store.buffer.copy(line)), let entry = LedgerEntry(tree)
                    else {
                        return try refuse(path, reader.lineNumber)
                    }
                    entries.append(entry)
                case .tooLong: return try refuse(path, reader.lineNumber)
                case .end: return entries
                case .needsInput:
                    if case .failed(let error) = reader.fill(&store) { throw error }
                }
            }
        } catch {
            throw Failure(
                error.call == "ledger" ? .badData : .noInput, error.call == "ledger" ? error.subject : "\(error)")
        }
    }

    private static func refuse(_ path: String, _ line: Int) throws(SystemError) -> [LedgerEntry] {
        throw SystemError(call: "ledger", code: 0, subject: "\(path):\(line): not a line of a ledger")
    }

    // MARK: Adding up

    /// What does not add up, in sentences; empty where all does.
    package static func faults(_ entries: [LedgerEntry]) -> [String] {
        var faults: [String] = []
        for entry in entries {
            let gone = entry.passed + entry.absorbed + entry.dropped.reduce(0) { $0 + $1.count }
            if entry.taken != gone { faults.append("\(entry.stage): took \(entry.taken), accounts for \(gone)") }
            if entry.out != entry.passed + entry.created {
                faults.append("\(entry.stage): out is not passed + created")
            }
        }
        for writer in entries {
            guard let pipe = writer.output, let reader = entries.first(where: { $0.input == pipe }) else { continue }
            if writer.out != reader.taken, !writer.closedEarly {
                faults.append("\(writer.stage) put out \(writer.out), \(reader.stage) took \(reader.taken)")
            }
        }
        return faults
    }

    /// The stages in the order of the pipe, as rows of text under a heading.
    package static func table(_ entries: [LedgerEntry]) -> [String] {
        var rows = [["stage", "in", "passed", "absorbed", "dropped", "created", "out", ""]]
        for entry in inPipeOrder(entries) {
            let reasons = entry.dropped.map { "\($0.reason) \($0.count)" }.joined(separator: ", ")
            let note = [reasons, entry.closedEarly ? "reader closed early" : ""].filter { !$0.isEmpty }
            let drops = entry.dropped.reduce(0) { $0 + $1.count }
            let numbers = [entry.taken, entry.passed, entry.absorbed, drops, entry.created, entry.out].map(String.init)
            rows.append([entry.stage] + numbers + [note.joined(separator: "; ")])
        }
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let cells = row.enumerated().map { column, cell in
                let padding = String(repeating: " ", count: widths[column] - cell.count)
                return column == 0 || column == row.count - 1 ? cell + padding : padding + cell
            }
            var line = cells.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line
        }
    }

    /// Filters write when they end, the first mostly first; the pipes tell the true order.
    private static func inPipeOrder(_ entries: [LedgerEntry]) -> [LedgerEntry] {
        var ordered: [LedgerEntry] = []
        var left = entries
        while !left.isEmpty {
            let head =
                left.firstIndex { entry in entry.input == nil || !left.contains { $0.output == entry.input } } ?? 0
            var next: Int? = head
            while let index = next {
                let entry = left.remove(at: index)
                ordered.append(entry)
                next = entry.output.flatMap { pipe in left.firstIndex { $0.input == pipe } }
            }
        }
        return ordered
    }
}

extension JSONTree {
    fileprivate var numberText: String? {
        guard case .number(let text) = self else { return nil }
        return text
    }
}
