import Bytes
import FilterKit
import Formats
import Records
import Regex

/// Joins the lines of an event: a stack trace is one thing that happened, and so is a row of CSV with a line end in one
/// of its cells. Until it is whole the event waits here, and a pause of the input lets it go.
final class EventJoiner {
    /// What tells where an event begins and ends.
    enum Rule {
        /// A line that looks like the beginning of an event ends the one before it.
        case start(CompiledPattern)
        /// The same, as `--multiline` gave it: whatever else a line looks like, it goes on the event unless it matches.
        case given(CompiledPattern)
        /// An event ends where no cell in quotes is open.
        case quotes(FormatParser)
        /// An empty line ends an event.
        case blocks(JournalExportBlocks)
    }

    /// What a line is to the event that is open.
    enum Place {
        case begins, continues
        /// It is an event by itself, and ends the one that is open.
        case alone
    }

    private var rule: Rule
    /// Bytes that a joined event may have.
    private let limit: Int
    private(set) var event: HeldLine?
    /// Empty lines that came last: part of the event if it goes on behind them.
    private var blanks = 0
    /// The event has become longer than allowed, so that what still belongs to it is not taken: no hole in its middle.
    private var isFull = false
    /// The row that waits is open.
    private var isOpen = false

    init(_ rule: Rule, limit: Int) {
        self.rule = rule
        self.limit = limit
    }

    /// Lines are kept as they are, ends of CRLF and all: they may be bytes of something binary.
    var isInsideBinary: Bool {
        if event != nil, case .blocks(let blocks) = rule { blocks.isInsideField } else { false }
    }

    func place(
        of line: Slice, _ stream: LogStream, _ record: inout Record
    ) -> Place {
        switch rule {
        case .start(let start):
            // A line that the pattern is given up on is taken for one that begins an event.
            if start.firstMatch(in: record.store.buffer, line) != .noMatch { return .begins }
            return event != nil && !stream.beginsAnew(line, &record) ? .continues : .alone
        case .given(let start):
            if start.firstMatch(in: record.store.buffer, line) != .noMatch { return .begins }
            return event != nil ? .continues : .alone
        case .quotes(let parser):
            isOpen = parser.isOpen(line, inside: event != nil && isOpen, record, &stream.context)
            return event != nil ? .continues : isOpen ? .begins : .alone
        case .blocks(var blocks):
            if event == nil { blocks.reset() }
            let isInside = blocks.isInsideField
            blocks.take(line, record)
            rule = .blocks(blocks)
            // Entries begin with their cursor; behind one that was cut short no empty line may be.
            if !isInside, record.store.buffer.starts(line, with: "__CURSOR=") { return .begins }
            return event != nil ? .continues : .begins
        }
    }

    /// Nothing can follow that belongs to the event.
    var isComplete: Bool {
        if case .quotes = rule { event != nil && !isOpen } else { false }
    }

    func begin(_ line: Slice, _ envelope: Envelope?, _ origin: Origin, _ record: borrowing Record) {
        event = HeldLine(line, envelope, origin, record)
        blanks = 0
        isFull = false
    }

    /// Takes an empty line that belongs to the open event; false where none is open, or it ends it.
    func addBlank(_ record: borrowing Record) -> Bool {
        guard event != nil else { return false }
        if case .blocks(var blocks) = rule {
            guard blocks.isInsideField else { return false }
            blocks.take(.empty, record)
            rule = .blocks(blocks)
        }
        blanks += 1
        return true
    }

    /// Adds a line to the open event; false where that would make it longer than allowed.
    func add(_ line: Slice, _ record: borrowing Record) -> Bool {
        guard !isFull, let count = event?.count, count + blanks + line.count < limit else {
            isFull = !endsByItself
            return false
        }
        event?.add(line, blanksBefore: blanks, record)
        blanks = 0
        return true
    }

    /// Events end by themselves, so that one that has become too long never will.
    var endsByItself: Bool {
        switch rule {
        case .start, .given: false
        case .quotes, .blocks: true
        }
    }

    func save(to snapshot: inout SnapshotWriter) {
        snapshot.append(blanks)
        snapshot.append(isOpen)
        snapshot.append(isFull)
        snapshot.append(event != nil)
        event?.save(to: &snapshot)
        if case .blocks(let blocks) = rule { blocks.save(to: &snapshot) }
    }

    func restore(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        blanks = try snapshot.integer()
        guard blanks >= 0, blanks < 1 << 31 else { throw .foreign }
        isOpen = try snapshot.flag()
        isFull = try snapshot.flag()
        event = try snapshot.flag() ? HeldLine(from: &snapshot) : nil
        if case .blocks = rule { rule = .blocks(try JournalExportBlocks(from: &snapshot)) }
    }

    /// Gives the event away.
    func take() -> HeldLine? {
        defer { event = nil }
        return event
    }
}
