import Bytes
import FilterKit
import Records
import Regex
import System

/// Rows of a table: each has the names of its columns and their values as text; of JSON also how they are written there.
struct LookupRows {
    struct Cell {
        let text: String
        /// Nil: whether it is a number or a text is to be seen by its look.
        let kind: Field.Kind?
    }

    var columns: [String]
    var rows: [[Cell?]]
}

/// A table that values are looked up in, by one column: as it is, as a network, as a range of numbers, or as a pattern.
final class LookupTable {
    enum Key: Equatable, Sendable {
        /// Exactly, or, where the column has networks, by the longest that has the address.
        case column(String)
        /// From one column to another, both included.
        case range(String, String)
        case pattern(String)
    }

    /// How a value is looked for.
    private enum Index {
        case exact
        case networks(NetworkTrie)
        /// In the order of their beginnings.
        case ranges([(from: Decimal, to: Decimal, row: Int)])
        case patterns([(pattern: CompiledPattern, row: Int)])
    }

    private let index: Index
    private var exact = ExactIndex()
    private var answers = Answers()
    private var runs: [Answers.Run] = []
    /// The columns that are added.
    let columns: [String]
    private(set) var failedMatches = 0

    init(_ table: LookupRows, by key: Key, _ name: String) throws(Failure) {
        func place(_ column: String) throws(Failure) -> Int {
            if let place = table.columns.firstIndex(of: column) { return place }
            let hint = Suggestion.nearest(to: column, among: table.columns).map { "; did you mean '\($0)'?" }
            throw Failure(
                .badConfiguration,
                "\(name): has no column '\(column)'\(hint ?? "; it has \(table.columns.joined(separator: ", "))")"
            )
        }
        let keys: [Int]
        switch key {
        case .column(let column):
            keys = [try place(column)]
            if let trie = Self.networks(table, keys[0]) {
                index = .networks(trie)
            } else {
                index = .exact
                for (row, cells) in table.rows.enumerated() {
                    if let cell = cells[keys[0]] { exact.insert(cell.text, row) }
                }
            }
        case .range(let from, let to):
            keys = [try place(from), try place(to)]
            index = .ranges(try Self.ranges(table, keys[0], keys[1], name))
        case .pattern(let column):
            keys = [try place(column)]
            index = .patterns(try Self.patterns(table, keys[0], name))
        }
        let added = table.columns.indices.filter { !keys.contains($0) }
        columns = added.map { table.columns[$0] }
        for row in table.rows {
            let first = answers.count
            for (name, column) in added.enumerated() {
                guard let cell = row[column], !cell.text.isEmpty || cell.kind != nil else { continue }
                answers.append(name, Self.kind(of: cell)) { $0.append(cell.text) }
            }
            runs.append(Answers.Run(first: first, end: answers.count))
        }
    }

    private static func kind(of cell: LookupRows.Cell) -> Field.Kind {
        if let kind = cell.kind { return kind }
        var buffer = ByteBuffer(capacity: cell.text.utf8.count)
        buffer.append(cell.text)
        return JSONText.numberKind(buffer, Slice(start: 0, count: buffer.count)) ?? .text
    }

    // MARK: Keys

    /// Nil where the column has other things than networks and addresses, or addresses alone.
    private static func networks(_ table: LookupRows, _ column: Int) -> NetworkTrie? {
        guard table.rows.contains(where: { $0[column]?.text.contains("/") ?? false }) else { return nil }
        let trie = NetworkTrie()
        for (row, cells) in table.rows.enumerated() {
            guard let text = cells[column]?.text else { continue }
            guard let network = NetworkTrie.network(text) else { return nil }
            trie.insert(network.address, network.length, row)
        }
        return trie
    }

    private static func ranges(
        _ table: LookupRows, _ from: Int, _ to: Int, _ name: String
    ) throws(Failure) -> [(from: Decimal, to: Decimal, row: Int)] {
        var ranges: [(from: Decimal, to: Decimal, row: Int)] = []
        for (row, cells) in table.rows.enumerated() {
            guard let low = cells[from]?.text, let high = cells[to]?.text else { continue }
            guard let low = decimal(low), let high = decimal(high) else {
                throw Failure(
                    .badConfiguration, "\(name): row \(row + 1): \(low) to \(high) is no range of numbers")
            }
            ranges.append((low, high, row))
        }
        ranges.sort { $0.from < $1.from }
        for (before, after) in zip(ranges, ranges.dropFirst()) where !(before.to < after.from) {
            throw Failure(.badConfiguration, "\(name): rows \(before.row + 1) and \(after.row + 1) overlap")
        }
        return ranges
    }

    private static func decimal(_ text: String) -> Decimal? {
        var buffer = ByteBuffer(capacity: text.utf8.count)
        buffer.append(text)
        return buffer.withSpan(Slice(start: 0, count: buffer.count)) { Decimal(parsing: $0) }
    }

    private static func patterns(
        _ table: LookupRows, _ column: Int, _ name: String
    ) throws(Failure) -> [(pattern: CompiledPattern, row: Int)] {
        var patterns: [(pattern: CompiledPattern, row: Int)] = []
        for (row, cells) in table.rows.enumerated() {
            guard let text = cells[column]?.text, !text.isEmpty else { continue }
            do throws(PatternError) { patterns.append((try CompiledPattern(text, options: [.threadStack]), row)) } catch
            {
                throw Failure(
                    .badConfiguration, "\(name): row \(row + 1): \(error.message)",
                    place: Failure.caret(under: error.offset, of: text))
            }
        }
        return patterns
    }

    // MARK: Looking up

    /// What the table has for a value of the record; nil where it has nothing.
    func find(_ buffer: borrowing ByteBuffer, _ value: Slice) -> Answers.Run? {
        switch index {
        case .exact: return exact.find(buffer, value).map { runs[$0] }
        case .networks(let trie): return IPAddress(buffer, value).flatMap(trie.find).map { runs[$0] }
        case .ranges(let ranges):
            guard let number = buffer.withSpan(value, { Decimal(parsing: $0) }) else { return nil }
            var low = 0
            var high = ranges.count
            while low < high {
                let middle = (low + high) / 2
                if number < ranges[middle].from { high = middle } else { low = middle + 1 }
            }
            guard low > 0, !(ranges[low - 1].to < number) else { return nil }
            return runs[ranges[low - 1].row]
        case .patterns(let patterns):
            for (pattern, row) in patterns {
                switch pattern.firstMatch(in: buffer, value) {
                case .matched: return runs[row]
                case .noMatch: continue
                case .failed: failedMatches += 1
                }
            }
            return nil
        }
    }

    func put(_ run: Answers.Run, named names: [FieldName], into record: inout Record) {
        answers.put(run, named: names, into: &record)
    }
}
