import Bytes
import Records
import System

/// Standard output as a sink of records: JSON lines in a pipe, something for eyes on a terminal, or as `--output` says.
package struct RecordOutput: RecordSink, ~Copyable {
    package var writer: LineWriter
    /// What it is called in messages.
    package let name: String
    private let form: Form
    private let isTerminal: Bool
    private var table: TableText
    private var readable: ReadableText
    private var draft: Draft?

    /// What `auto` means on a terminal: rows that belong together are a table, a stream of records is not.
    package enum TerminalForm: Sendable { case table, readable }

    enum Form: Sendable { case json, table, csv, tsv, readable }

    /// - Parameter quantities: the columns of a table that are more than numbers.
    package init(
        _ options: SharedOptions, onTerminal: TerminalForm, descriptor: Descriptor = .output,
        name: String = "standard output", quantities: [String: Quantity] = [:]
    ) {
        self.name = name
        writer = LineWriter(descriptor)
        isTerminal = descriptor.isTerminal
        form =
            switch options.output {
            case .json: .json
            case .table: .table
            case .csv: .csv
            case .tsv: .tsv
            case .auto: !isTerminal ? .json : onTerminal == .table ? .table : .readable
            }
        let colors =
            switch options.color {
            case .always: true
            case .never: false
            case .auto: isTerminal && (Environment["NO_COLOR"] ?? "").isEmpty && Environment["TERM"] != "dumb"
            }
        let columns = isTerminal ? descriptor.terminalColumns : nil
        table = TableText(columns: columns, colors: colors, quantities: quantities)
        readable = ReadableText(colors: colors)
        draft =
            isTerminal && form == .table
            ? Draft(columns: columns, rows: descriptor.terminalRows, colors: colors, quantities: quantities) : nil
        descriptor.raisePipe()
    }

    package var failure: SystemError? { writer.failure }

    /// Nobody reads the output any more, as was found without writing to it.
    package mutating func readerHasLeft() { writer.close() }
    package var isJSON: Bool { form == .json }
    package var isForEyes: Bool { form == .table || form == .readable }

    @inline(__always) package mutating func receive(_ record: inout Record) {
        if form == .json {
            record.write(to: &writer.buffer)
            writer.endLine()
        } else {
            show(record)
        }
    }

    @inline(__always) package mutating func receive(writing write: (inout ByteBuffer) -> Bool) -> Bool {
        guard form == .json, write(&writer.buffer) else { return false }
        writer.endLine()
        return true
    }

    package mutating func receive(lines write: (inout ByteBuffer) -> Bool) -> Bool {
        guard form == .json else { return false }
        while write(&writer.buffer) { writer.endedLine() }
        writer.endedLine()
        return true
    }

    private mutating func show(_ record: borrowing Record) {
        if draft?.isOpen == true {
            draft?.add(record)
            return
        }
        switch form {
        case .json: break
        case .table: table.add(record, to: &writer)
        case .csv: DelimitedText.write(record, .comma, &table.header, isTerminal: isTerminal, to: &writer)
        case .tsv: DelimitedText.write(record, .tab, &table.header, isTerminal: isTerminal, to: &writer)
        case .readable: readable.write(record, to: &writer)
        }
    }

    /// Control records go on. Tables and their like are for people, whom they would only puzzle.
    var takesControl: Bool { form == .json }

    /// A line as it is.
    package mutating func forward(_ line: Slice, of record: borrowing Record) {
        writer.buffer.append(record.store.buffer, line)
        writer.endLine()
    }

    /// A run of whole lines, newlines and all, as they are: written at once, without being copied.
    package mutating func forwardLines(_ lines: Slice, of record: borrowing Record) {
        writer.write(record.store.buffer, lines)
    }

    /// Lines of JSON that somebody else has made.
    mutating func forward(_ lines: borrowing ByteBuffer, _ slice: Slice) { writer.write(lines, slice) }

    /// Writes what there is, rows of a table included.
    package mutating func flush() {
        if form == .table, table.hasRows {
            draft?.erase(&writer)
            table.flush(to: &writer)
        }
        writer.flush()
    }

    // MARK: What is not final yet

    package var takesDrafts: Bool { draft != nil }

    package mutating func beginDraft() { draft?.begin() }

    package mutating func endDraft() {
        flush()
        draft?.erase(&writer)
        draft?.end(&writer)
        writer.flush()
    }

    package mutating func finish() {
        draft?.erase(&writer)
        flush()
    }
}
