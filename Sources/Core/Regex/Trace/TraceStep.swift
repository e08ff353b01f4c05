/// One step of a trace: what a line has to hold for the program of a flat pattern to go on the way that it went on another line.
///
/// A step looks for the end of a run of bytes (an empty one, where `code` is `here`), then for the literal behind it.
struct TraceStep: BitwiseCopyable, Equatable {
    enum Code: UInt8, BitwiseCopyable {
        /// Runs, as `FlatOperation.Code` has them.
        case untilOne, untilTwo, untilThree, untilFour, run, headedRun, rest
        /// Runs of bytes of one range, or of three: `run`, and `headedRun`, where the vectors at `table` are the ranges' bounds.
        case spanOne, spanThree, headedSpan
        /// No byte is taken: only the literal counts, and the groups that open or close.
        case here
        /// The next byte, or two, are in the tables, or are not; the literal does not stand here.
        case isIn, isNotIn, areIn, areNotIn, isNotLiteral
        /// What `attempted` does fails here, and the line is taken up again where the group `opens` began.
        case refusal
        case end
        case matched
    }

    var code: Code
    /// The code of the step that fails, of a refusal.
    var attempted = Code.here
    /// Places among the captures that get the position where the run begins, and ends; `nowhere` for none.
    var opens = nowhere
    var closes = nowhere
    /// Bytes of `literal`, at most eight.
    var length: UInt8 = 0
    var count: Int32 = 0
    var most: Int32 = .max
    /// Where the set is found: among the tables, or for `until` and `span` among the vectors of the tree.
    var table: Int32 = 0
    var second: Int32 = 0
    var literal: UInt64 = 0
    var mask: UInt64 = 0
    /// Distances in the tree's memory: of the step behind this one, and of the one that is tried where this one fails; -1 for
    /// none. Of `matched`, `next` is the number of the trace.
    var next: Int32 = -1
    var otherwise: Int32 = -1

    static let nowhere: UInt8 = 63
    /// The place of the whole match.
    static let whole: UInt8 = 62
    static let captureLimit = 62

    /// They ask the same of a line.
    func asksTheSame(as other: TraceStep) -> Bool {
        var (a, b) = (self, other)
        (a.next, a.otherwise, b.next, b.otherwise) = (-1, -1, -1, -1)
        return a == b
    }

    init(_ code: Code) { self.code = code }

    init(_ code: Code, of operation: FlatOperation) {
        self.code = code
        count = operation.count
        most = operation.most
        table = operation.table
        second = operation.second
        length = operation.length
        literal = operation.literal
        mask = operation.mask
    }

    var isRun: Bool { code.rawValue < Code.here.rawValue }
    var isGuard: Bool { code.rawValue > Code.here.rawValue && code.rawValue <= Code.isNotLiteral.rawValue }

    /// It takes nothing, and leaves nothing behind.
    var isIdle: Bool { code == .here && length == 0 && opens == Self.nowhere && closes == Self.nowhere }

    mutating func dropLiteral() {
        length = 0
        literal = 0
        mask = 0
    }
}
