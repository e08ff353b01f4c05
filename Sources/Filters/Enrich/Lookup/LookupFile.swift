import Bytes
import FilterKit
import Records
import System

/// Reads the file of a look-up: CSV as RFC 4180 has it, with a header; JSON, a list of objects; or one object on each line.
enum LookupFile {
    private static let limit = 256 << 20

    static func read(_ path: String) throws(Failure) -> LookupRows {
        if let ending = [".db", ".sqlite", ".sqlite3"].first(where: path.hasSuffix) {
            throw Failure(
                .usage,
                "--lookup \(path): weir-enrich reads no databases; make a table of it first: sqlite3 -csv -header \(path) "
                    + "'SELECT ...' >\(path.dropLast(ending.count)).csv")
        }
        let bytes: [UInt8]
        do throws(SystemError) { bytes = try FileContents.read(path, limit: limit) } catch {
            throw Failure(.noInput, "--lookup \(error)")
        }
        if path.hasSuffix(".json") || path.hasSuffix(".ndjson") || path.hasSuffix(".jsonl") {
            return try json(bytes, path)
        }
        if path.hasSuffix(".csv") { return try csv(bytes, path, 0x2C) }
        if path.hasSuffix(".tsv") { return try csv(bytes, path, 0x09) }
        throw Failure(.usage, "--lookup \(path): is to end in .csv, .tsv, .json or .ndjson, which says how it is read")
    }

    // MARK: CSV

    static func csv(_ bytes: [UInt8], _ path: String, _ comma: UInt8) throws(Failure) -> LookupRows {
        var rows: [(line: Int, cells: [String])] = []
        var cells: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var line = 1
        var start = 1
        var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        func end() {
            cells.append(String(decoding: cell, as: UTF8.self))
            cell = []
        }
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == 0x0A { line += 1 }
            if isQuoted {
                if byte != 0x22 {
                    cell.append(byte)
                } else if position < bytes.count, bytes[position] == 0x22 {
                    cell.append(byte)
                    position += 1
                } else {
                    isQuoted = false
                }
            } else if byte == 0x22, cell.isEmpty {
                isQuoted = true
            } else if byte == comma {
                end()
            } else if byte == 0x0A {
                if cell.last == 0x0D { cell.removeLast() }
                end()
                if cells != [""] { rows.append((start, cells)) }
                cells = []
                start = line
            } else {
                cell.append(byte)
            }
        }
        if isQuoted { throw Failure(.badConfiguration, "the quotes of a cell are not closed", at: "\(path):\(start)") }
        if !cell.isEmpty || !cells.isEmpty {
            end()
            rows.append((start, cells))
        }
        guard let header = rows.first?.cells else {
            throw Failure(.badConfiguration, "--lookup \(path): has no header")
        }
        for row in rows.dropFirst() where row.cells.count != header.count {
            throw Failure(
                .badConfiguration, "\(row.cells.count) cells, and the header has \(header.count)",
                at: "\(path):\(row.line)")
        }
        try check(header, path)
        return LookupRows(
            columns: header,
            rows: rows.dropFirst().map { row in
                row.cells.map { $0.isEmpty ? nil : LookupRows.Cell(text: $0, kind: nil) }
            })
    }

    private static func check(_ columns: [String], _ path: String) throws(Failure) {
        for (index, column) in columns.enumerated() {
            if column.isEmpty { throw Failure(.badConfiguration, "--lookup \(path): column \(index + 1) has no name") }
            if columns[..<index].contains(column) {
                throw Failure(.badConfiguration, "--lookup \(path): two columns are called '\(column)'")
            }
        }
    }

    // MARK: JSON

    private static func json(_ bytes: [UInt8], _ path: String) throws(Failure) -> LookupRows {
        var objects: [JSONTree] = []
        let first = bytes.first { $0 > 0x20 }
        if first == 0x5B {
            do throws(JSONError) { objects = try JSONTree(parsing: bytes).elements } catch {
                throw Failure(.badConfiguration, "--lookup \(path): \(error)")
            }
        } else {
            for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
            where line.contains(where: { $0 > 0x20 }) {
                do throws(JSONError) { objects.append(try JSONTree(parsing: Array(line))) } catch {
                    throw Failure(.badConfiguration, "\(error)", at: "\(path):\(number + 1)")
                }
            }
        }
        var columns: [String] = []
        var places: [String: Int] = [:]
        for object in objects {
            guard case .object(let members) = object else {
                throw Failure(
                    .badConfiguration, "--lookup \(path): a list of objects is wanted, and nothing else in it")
            }
            for member in members where places[member.name] == nil {
                places[member.name] = columns.count
                columns.append(member.name)
            }
        }
        let rows = objects.map { object -> [LookupRows.Cell?] in
            var row = [LookupRows.Cell?](repeating: nil, count: columns.count)
            for member in object.members { if let place = places[member.name] { row[place] = cell(member.value) } }
            return row
        }
        return LookupRows(columns: columns, rows: rows)
    }

    private static func cell(_ value: JSONTree) -> LookupRows.Cell? {
        switch value {
        case .null: nil
        case .text(let text): LookupRows.Cell(text: text, kind: .text)
        case .bool(let flag): LookupRows.Cell(text: flag ? "true" : "false", kind: flag ? .true : .false)
        case .number(let text):
            LookupRows.Cell(text: text, kind: text.contains { ".eE".contains($0) } ? .number : .integer)
        case .array: LookupRows.Cell(text: value.json, kind: .array)
        case .object: LookupRows.Cell(text: value.json, kind: .object)
        }
    }
}
