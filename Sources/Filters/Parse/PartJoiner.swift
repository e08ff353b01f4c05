import Bytes
import FilterKit
import Formats
import Records

/// Puts the parts of a line together that a container runtime cut: `P` lines of Kubernetes up to the `F`, lines of
/// Docker's up to the one with a newline. Parts of stdout and stderr may come mixed, so each has its own.
final class PartJoiner {
    /// What became of a line.
    enum Outcome {
        /// It came in one piece.
        case whole
        /// It is the first part of a line, and waits; what waited before may have become too long for it.
        case begun(HeldLine?)
        /// It waits with the parts before it.
        case added
        /// It was the last part of this line.
        case joined(HeldLine)
    }

    private let reader: JoinedParts
    private let limit: Int
    private var open: [HeldParts] = []

    init(_ reader: JoinedParts, limit: Int) {
        self.reader = reader
        self.limit = limit
    }

    var isEmpty: Bool { open.isEmpty }

    /// Lines of which a part has come.
    var count: Int { open.count }

    func save(to snapshot: inout SnapshotWriter) {
        snapshot.append(UInt64(open.count))
        for parts in open { parts.save(to: &snapshot) }
    }

    func restore(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        open = []
        for _ in 0..<(try snapshot.count()) { open.append(try HeldParts(from: &snapshot)) }
    }

    /// Takes a line of which `record` was made.
    func take(_ line: Slice, _ envelope: Envelope?, _ origin: Origin, _ record: borrowing Record) -> Outcome {
        guard let part = reader.part(of: record, in: line), part.goesOn || !open.isEmpty else { return .whole }
        let key = part.key.map { record.store.buffer.copy($0) } ?? []
        guard let index = open.firstIndex(where: { $0.key == key }) else {
            guard part.goesOn else { return .whole }
            open.append(HeldParts(key, HeldLine(line, envelope, origin, record), part, of: line))
            return .begun(nil)
        }
        if open[index].count + part.text.count >= limit {
            // What is there leaves, and the rest of the line is another event.
            let full = open[index].line()
            if part.goesOn {
                open[index] = HeldParts(key, HeldLine(line, envelope, origin, record), part, of: line)
                return .begun(full)
            }
            open.remove(at: index)
            tooLong = full
            return .whole
        }
        open[index].add(record.store.buffer.copy(part.text))
        guard !part.goesOn else { return .added }
        let last = part.mark.map { record.store.buffer.copy($0) }
        return .joined(open.remove(at: index).line(mark: last))
    }

    /// Parts that had become too long for the last of their line, which is an event by itself now.
    private(set) var tooLong: HeldLine?

    func takeTooLong() -> HeldLine? {
        defer { tooLong = nil }
        return tooLong
    }

    /// Gives away what waits, in the order in which it came.
    func takeAll() -> [HeldLine] {
        defer { open = [] }
        return open.map { $0.line() }
    }
}

/// The parts of one line that have come: the first of them whole, the texts of the others.
struct HeldParts {
    let key: [UInt8]
    private var held: HeldLine
    /// Where, in the first line, its text ends and the mark stands.
    private let textEnd: Int
    private let mark: Range<Int>?
    private var more: [UInt8] = []

    init(_ key: [UInt8], _ held: HeldLine, _ part: JoinedParts.Part, of line: Slice) {
        self.key = key
        self.held = held
        textEnd = part.text.end - line.start
        mark = part.mark.map { $0.start - line.start..<$0.end - line.start }
    }

    init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        key = try snapshot.run()
        held = try HeldLine(from: &snapshot)
        textEnd = try snapshot.integer()
        if try snapshot.flag() {
            let start = try snapshot.integer()
            let end = try snapshot.integer()
            guard start >= 0, end >= start, end <= held.count else { throw .foreign }
            mark = start..<end
        } else {
            mark = nil
        }
        more = try snapshot.run()
        guard textEnd >= 0, textEnd <= held.count else { throw .foreign }
    }

    func save(to snapshot: inout SnapshotWriter) {
        snapshot.append(key)
        held.save(to: &snapshot)
        snapshot.append(textEnd)
        snapshot.append(mark != nil)
        if let mark {
            snapshot.append(mark.lowerBound)
            snapshot.append(mark.upperBound)
        }
        snapshot.append(more)
    }

    var count: Int { held.count + more.count }

    mutating func add(_ text: [UInt8]) { more += text }

    /// The line as it would be had nobody cut it.
    /// - Parameter last: the mark of the last part; nil where it has not come.
    func line(mark last: [UInt8]? = nil) -> HeldLine {
        var bytes = held.bytes
        bytes.insert(contentsOf: more, at: min(textEnd, bytes.count))
        if let last, let mark, mark.upperBound <= textEnd { bytes.replaceSubrange(mark, with: last) }
        return held.with(bytes)
    }
}
