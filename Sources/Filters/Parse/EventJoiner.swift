import Bytes
import FilterKit
import Records
import Regex

/// Joins the lines of an event: a stack trace is one thing that happened. A line that looks like the beginning of an
/// event ends the one before it; until then the event waits here, and a pause of the input lets it go.
final class EventJoiner {
    private let start: CompiledPattern
    /// Bytes that a joined event may have.
    private let limit: Int
    private(set) var event: HeldLine?
    /// Empty lines that came last: part of the event if it goes on behind them.
    private var blanks = 0

    init(start: CompiledPattern, limit: Int) {
        self.start = start
        self.limit = limit
    }

    /// The line begins an event. A line that the pattern is given up on is taken for one that does.
    func isStart(_ line: Slice, _ record: borrowing Record) -> Bool {
        start.firstMatch(in: record.store.buffer, line) != .noMatch
    }

    func begin(_ line: Slice, _ envelope: Envelope?, _ origin: Origin, _ record: borrowing Record) {
        event = HeldLine(line, envelope, origin, record)
        blanks = 0
    }

    /// Takes an empty line; false where no event is open.
    func addBlank() -> Bool {
        if event != nil { blanks += 1 }
        return event != nil
    }

    /// Adds a line to the open event; false where that would make it longer than allowed.
    func add(_ line: Slice, _ record: borrowing Record) -> Bool {
        guard let count = event?.count, count + blanks + line.count < limit else { return false }
        event?.add(line, blanksBefore: blanks, record)
        blanks = 0
        return true
    }

    /// Gives the event away.
    func take() -> HeldLine? {
        defer { event = nil }
        return event
    }
}
