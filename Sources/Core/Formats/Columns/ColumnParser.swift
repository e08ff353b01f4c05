import Bytes
import Records

/// Rows of cells under a header: CSV (RFC 4180), TSV, and the W3C extended log format with what IIS and CloudFront make
/// of it (https://www.w3.org/TR/WD-logfile.html). The header is the stream's, and comes with the context.
final class ColumnParser: FieldSource {
    let format: LogFormat
    private let kind: LogFormat.Kind
    /// Bytes that may stand between cells; which of them does is shown by the header.
    private let delimiters: [UInt8]
    /// The columns of a log without a header.
    private let fixed: Columns?
    private let absent: [Slice]
    /// Bytes of the longest word that means "no value": most cells are longer.
    private let longestAbsent: Int
    /// Places of the cells that make the time.
    private var timeParts: [Slice]

    init(_ format: LogFormat, _ record: inout Record) {
        self.format = format
        kind = format.kind
        delimiters = Array((format.delimiter ?? (kind == .tsv ? "\t" : kind == .w3c ? " " : ",")).utf8)
        fixed =
            format.columns.isEmpty
            ? nil : Columns(fixed: format, delimiter: kind == .w3c ? 0x20 : delimiters[0])
        absent = format.absent.map { record.store.keep($0.utf8) }
        longestAbsent = format.absent.map(\.utf8.count).max() ?? -1
        timeParts = Array(repeating: .empty, count: max(1, format.timeColumns.count))
    }

    func parse(_ line: Slice, _ record: inout Record, _ context: inout ParseContext) -> ParseOutcome {
        record.begin(line: line)
        if kind == .w3c, !line.isEmpty, record.store[line.start] == 0x23 {
            return directive(line, record, &context)
        }
        guard let columns = columns(of: &context) else {
            guard fixed == nil, kind != .w3c else { return .noMatch }
            return begin(line, record, &context)
        }
        return isHeader(line, record, context) ? .absorbed : row(line, columns, &record, context)
    }

    /// A row, or a header that looks like one: `parse` takes any first line for one, since it was told what the log is.
    func resembles(_ line: Slice, _ record: inout Record, _ context: inout ParseContext) -> Bool {
        let outcome = parse(line, &record, &context)
        // Many things begin with #: of the directives only the one that names the columns says what the log is.
        if kind == .w3c, outcome == .absorbed, !record.store.buffer.starts(line, with: "#Fields:") { return false }
        switch outcome {
        case .parsed:
            if fixed == nil, refutesHeader(record) { context.header?.isRefuted = true }
            if columns(of: &context)?.isSpaced == true, !hasData(record) { return false }
        case .absorbed:
            if columns(of: &context)?.isSpaced == true || !namesRequired(context) { return false }
        // A row of CSV may go on behind the line.
        case .failed(.openQuote) where kind == .csv && record.count > 0: break
        default: return false
        }
        return columns(of: &context)?.isPlausible == true
    }

    /// A cell of the line is in quotes that do not end on it.
    /// - Parameter inside: so was one of the line before.
    func isOpen(_ line: Slice, inside: Bool, _ record: borrowing Record, _ context: inout ParseContext) -> Bool {
        guard kind == .csv else { return false }
        if !inside, record.store.buffer.find(0x22, from: line.start, to: line.end) == nil { return false }
        let delimiter = columns(of: &context)?.delimiter ?? delimiters[0]
        var position = line.start
        var isInside = inside
        while true {
            if !isInside {
                if position < line.end, record.store[position] == 0x22 {
                    position += 1
                } else {
                    guard let next = record.store.buffer.find(delimiter, from: position, to: line.end) else {
                        return false
                    }
                    position = next + 1
                    continue
                }
            }
            guard let end = closingQuote(from: position, to: line.end, record)?.end else { return true }
            isInside = false
            // Behind the quote comes the delimiter; anything else is a fault that `parse` will find.
            guard end + 1 < line.end, record.store[end + 1] == delimiter else { return false }
            position = end + 2
        }
    }

    // MARK: Headers

    private func columns(of context: inout ParseContext) -> Columns? {
        guard let header = context.header, header.format == format.name else { return fixed }
        if let columns = header.columns { return columns }
        let columns = makeColumns(header.text)
        context.header?.columns = columns
        return columns
    }

    private func begin(
        _ line: Slice, _ record: borrowing Record, _ context: inout ParseContext
    ) -> ParseOutcome {
        let text = record.store.buffer.copy(line)
        guard let columns = makeColumns(text) else { return .failed(.badQuote) }
        context.header = LogHeader(format: format.name, text: text, columns: columns)
        return .absorbed
    }

    /// The header once more: files were put one behind the other.
    private func isHeader(_ line: Slice, _ record: borrowing Record, _ context: ParseContext) -> Bool {
        guard let header = context.header, header.text.count == line.count, header.format == format.name else {
            return false
        }
        return record.store.buffer.equal(line, header.text)
    }

    /// `#Fields: date time c-ip`, or another of W3C's directives, which all begin with `#`.
    private func directive(
        _ line: Slice, _ record: borrowing Record, _ context: inout ParseContext
    ) -> ParseOutcome {
        // Before the first #Fields there are no columns: a header of none waits for them.
        var header = LogHeader(format: format.name, text: [])
        if let known = context.header, known.format == format.name { header = known }
        if record.store.buffer.starts(line, with: "#Fields:") {
            let text = trimmed(line.dropFirst(8), record)
            if header.columns != nil, header.text == text { return .absorbed }
            header.text = text
            header.columns = makeColumns(text)
        } else if record.store.buffer.starts(line, with: "#Date:") {
            header.date = Array(trimmed(line.dropFirst(6), record).prefix { $0 != 0x20 })
        } else if record.store.buffer.starts(line, with: "#Software:") {
            // Who counts milliseconds is Microsoft; who says nothing is taken for it.
            let name = String(decoding: trimmed(line.dropFirst(10), record), as: UTF8.self)
            header.hasSeconds = !name.contains("Microsoft")
        } else {
            return .absorbed
        }
        context.header = header
        return .absorbed
    }

    private func trimmed(_ slice: Slice, _ record: borrowing Record) -> [UInt8] {
        let bytes = record.store.buffer.copy(slice)
        let start = bytes.firstIndex { $0 != 0x20 && $0 != 0x09 } ?? bytes.count
        let end = bytes.lastIndex { $0 != 0x20 && $0 != 0x09 } ?? -1
        return start <= end ? Array(bytes[start...end]) : []
    }

    private func makeColumns(_ text: [UInt8]) -> Columns? {
        guard !text.isEmpty else { return fixed }
        if kind == .w3c {
            let names = text.split { $0 == 0x20 || $0 == 0x09 }
            return Columns(names.map { String(decoding: $0, as: UTF8.self) }, delimiter: 0x20, of: format)
        }
        let counts = delimiters.map { byte in text.count { $0 == byte } }
        let most = counts.max() ?? 0
        let delimiter = delimiters[counts.firstIndex(of: most) ?? 0]
        guard let names = HeaderCells.split(text, delimiter: delimiter, quotes: kind == .csv) else { return nil }
        let isSpaced = text.indices.dropLast().contains { text[$0] == delimiter && text[$0 + 1] == 0x20 }
        return Columns(names, delimiter: delimiter, isSpaced: isSpaced, of: format)
    }

    // MARK: Rows

    private func row(
        _ line: Slice, _ columns: Columns, _ record: inout Record, _ context: ParseContext
    ) -> ParseOutcome {
        // The names, which the fields point to.
        let names = record.store.buffer.count
        record.store.buffer.append(columns.names)
        var delimiter = columns.delimiter
        if kind == .w3c, record.store.buffer.find(0x09, from: line.start, to: line.end) != nil { delimiter = 0x09 }
        let hasQuotes = kind == .csv || kind == .w3c
        for part in timeParts.indices { timeParts[part] = .empty }
        var timePosition = -1
        // Looked up in the object once, not for each cell.
        let list = columns.columns
        var position = line.start
        var index = 0
        while true {
            var cell: Slice
            var isQuoted = false
            if hasQuotes, position < line.end, record.store[position] == 0x22 {
                guard let (end, hasDoubled) = closingQuote(from: position + 1, to: line.end, record) else {
                    return .failed(.openQuote)
                }
                cell = Slice(from: position + 1, to: end)
                position = end + 1
                guard position == line.end || record.store[position] == delimiter else { return .failed(.badQuote) }
                if hasDoubled { cell = undoubled(cell, &record) }
                isQuoted = true
            } else {
                let end = record.store.buffer.find(delimiter, from: position, to: line.end) ?? line.end
                cell = Slice(from: position, to: end)
                position = end
            }
            guard index < list.count else { return .failed(.cells(list.count)) }
            let column = list[index]
            if case .timePart(let part) = column.action {
                timeParts[part] = cell
                if timePosition < 0 {
                    timePosition = record.count
                    record.append(nameAt: Slice(start: names + column.start, count: column.count), cell, .text)
                }
            } else if isQuoted || !isAbsent(cell, record) {
                let name = Slice(start: names + column.start, count: column.count)
                if let failure = append(
                    cell, isQuoted: isQuoted, as: name, column, inSeconds: context.header?.hasSeconds ?? false,
                    &record)
                {
                    return failure
                }
            }
            index += 1
            guard position < line.end else { break }
            position += 1
        }
        guard index >= columns.least else { return .failed(.cells(list.count)) }
        if timePosition >= 0 { setTime(at: timePosition, columns, &record, context) }
        return .parsed
    }

    /// Puts the parts of the time together, the day of the `#Date` directive before one that is only a time.
    private func setTime(at position: Int, _ columns: Columns, _ record: inout Record, _ context: ParseContext) {
        let start = record.store.buffer.count
        if columns.timeParts < timeParts.count, let date = context.header?.date { record.store.buffer.append(date) }
        for part in timeParts where !part.isEmpty {
            if record.store.buffer.count > start { record.store.buffer.append(0x20) }
            record.store.buffer.appendCopy(of: part)
        }
        record.replace(at: position, Slice(from: start, to: record.store.buffer.count), .text)
    }

    /// Tables a cell; gives the failure where it is not of its column's type.
    private func append(
        _ cell: Slice, isQuoted: Bool, as name: Slice, _ column: Columns.Column, inSeconds: Bool,
        _ record: inout Record
    ) -> ParseOutcome? {
        func badType(_ wanted: LogFormat.FieldType) -> ParseOutcome {
            .failed(.badType(field: record.store.text(name), wanted: wanted))
        }
        switch column.action {
        case .either:
            let kind = isQuoted ? .text : FieldTyping.kind(of: cell, record.store.buffer)
            appendText(cell, kind, as: name, column, &record)
        case .integer:
            guard let number = FieldTyping.integer(cell, record.store.buffer) else { return badType(.integer) }
            record.append(nameAt: name, number, .integer)
        case .number:
            guard let (number, kind) = FieldTyping.number(cell, record.store.buffer) else { return badType(.number) }
            // A W3C log's milliseconds are whole; what has a point is seconds, whoever wrote it.
            let isScaled = self.kind != .w3c || kind == .integer && !inSeconds
            if isScaled, let scale = column.scale, let (scaled, kind) = record.scaled(number, by: scale) {
                record.append(nameAt: name, scaled, kind)
            } else {
                record.append(nameAt: name, number, kind)
            }
        case .boolean:
            guard let flag = FieldTyping.boolean(cell, record.store.buffer) else { return badType(.boolean) }
            let start = record.store.buffer.count
            record.store.buffer.append(flag ? "true" as StaticString : "false")
            record.append(nameAt: name, Slice(from: start, to: record.store.buffer.count), flag ? .true : .false)
        case .text, .timePart: appendText(cell, .text, as: name, column, &record)
        }
        return nil
    }

    @inline(__always) private func appendText(
        _ cell: Slice, _ kind: Field.Kind, as name: Slice, _ column: Columns.Column, _ record: inout Record
    ) {
        guard kind == .text, column.decoding != nil || self.kind == .tsv else {
            return record.append(nameAt: name, cell, kind)
        }
        let text = column.decoding.map { record.decoded(cell, $0) } ?? cell
        record.append(nameAt: name, self.kind == .tsv ? record.withoutTabEscapes(text) : text, .text)
    }

    @inline(__always) private func isAbsent(_ cell: Slice, _ record: borrowing Record) -> Bool {
        cell.count <= longestAbsent && isAbsentWord(cell, record)
    }

    private func isAbsentWord(_ cell: Slice, _ record: borrowing Record) -> Bool {
        for word in absent where record.store.buffer.equal(word, cell) { return true }
        return false
    }

    /// Where the quote stands that ends a cell, and whether there are doubled ones before it; nil for nowhere.
    private func closingQuote(
        from start: Int, to end: Int, _ record: borrowing Record
    ) -> (end: Int, hasDoubled: Bool)? {
        var position = start
        var hasDoubled = false
        while let quote = record.store.buffer.find(0x22, from: position, to: end) {
            guard quote + 1 < end, record.store[quote + 1] == 0x22 else { return (quote, hasDoubled) }
            hasDoubled = true
            position = quote + 2
        }
        return nil
    }

    private func undoubled(_ cell: Slice, _ record: inout Record) -> Slice {
        let start = record.store.buffer.count
        var position = cell.start
        while let quote = record.store.buffer.find(0x22, from: position, to: cell.end) {
            record.store.buffer.appendCopy(of: Slice(from: position, to: quote + 1))
            position = quote + 2
        }
        record.store.buffer.appendCopy(of: Slice(from: min(position, cell.end), to: cell.end))
        return Slice(from: start, to: record.store.buffer.count)
    }
}
