import Bytes
import Records
import Regex

/// What the first lines of a log say by themselves, before any format is held against them: which begin with a time, and
/// which go on what stands before them in every language's stack traces and dumps.
struct SampleLines {
    let texts: [[UInt8]]
    /// They begin with a time, perhaps in a bracket.
    let stamped: [Bool]
    /// They cannot begin an event, so that they speak neither for a format nor against one.
    let continuing: [Bool]

    private static let trace =
        #"\A(?:at |Caused by: |Suppressed: |\.\.\. [0-9]++ |Traceback |During handling of |The above exception was "#
        + #"|goroutine [0-9]++ \[|panic: |fatal error: |\[signal |created by |exit status [0-9]|stack backtrace:"#
        + #"|thread '|note: run with |--- End of |["})\]]++[,;]?+\z|#)"#

    /// - Parameter scratch: where a line may stand for as long as it is looked at.
    init(_ texts: [[UInt8]], _ scratch: inout ByteBuffer) {
        self.texts = texts
        var stamped: [Bool] = []
        var continuing: [Bool] = []
        let start = scratch.count
        let trace = try? CompiledPattern(Self.trace, options: [.bytes, .interpreted])
        for text in texts {
            let isIndented = text.first == 0x20 || text.first == 0x09
            // An unindented line before an indented one is what that belongs to: a frame, an exception, a statement.
            if isIndented, let before = stamped.indices.last, !stamped[before] { continuing[before] = true }
            scratch.append(text)
            let line = Slice(from: start, to: scratch.count)
            let isBracket = text.first == 0x5B || text.first == 0x28 || text.first == 0x3C
            stamped.append(TimeLayout.recognise(scratch, isBracket ? line.dropFirst(1) : line) != nil)
            continuing.append(isIndented || trace?.firstMatch(in: scratch, line) == .matched)
            scratch.truncate(to: start)
        }
        self.stamped = stamped
        self.continuing = continuing
    }

    var unindented: Int { texts.count { $0.first != 0x20 && $0.first != 0x09 } }

    /// Lines that a header can be learned from.
    /// - Parameter others: lines that go on an event for another reason.
    /// - Parameter isUnknown: no format takes any line. Then a log that begins with a time, and has another, is one whose
    ///   events do, however long they are: what has none goes on the one before.
    func headers(besides others: Set<Int>, isUnknown: Bool) -> [[UInt8]] {
        let indices = texts.indices.filter { !continuing[$0] && !others.contains($0) }
        let openers = indices.filter { stamped[$0] }
        let isStamped = isUnknown && openers.count > 1 && openers.first == indices.first
        // Of an event that has been joined the first line has the header.
        return (isStamped ? openers : indices).map { Array(texts[$0].prefix { $0 != 0x0A }) }
    }
}
