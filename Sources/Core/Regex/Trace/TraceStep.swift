/// One step of a trace: what a line has to hold for the program of a flat pattern to go on the way that it went on another line.
///
/// A step looks for the end of a run of bytes (an empty one, where `code` is `here`), then for the literal behind it.
struct TraceStep: BitwiseCopyable, Equatable {
    enum Code: UInt8, BitwiseCopyable {
        /// Runs, as `FlatOperation.Code` has them.
        case untilOne, untilTwo, untilThree, untilFour, run, headedRun, rest
        /// Runs of bytes of one range, or of three: `run`, and `headedRun`, where the vectors at `table` are the ranges' bounds.
        case spanOne, spanThree, headedSpan
        /// Runs of three ranges that end after `most` bytes, if not before; and of one range that are neither shorter nor longer
        /// than that, at most sixteen.
        case shortSpan, exactSpan
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
    /// Of `headedRun` and guards another table; of `exactSpan` a bit for each byte.
    var second: Int32 = 0
    var literal: UInt64 = 0
    var mask: UInt64 = 0
    /// How long the run was on the line before, `count` at least; `max` where there was none, and `min` where that says nothing of
    /// the next one. Steps of a line wait for each other, for about fourteen cycles each, but for those whose runs are as long as
    /// ever.
    var usual: Int32 = .max
    /// How often that may be wrong yet until it is asked no more.
    var patience: Int32 = 0
    /// How many bytes behind this step in the tree's memory the one lies that is tried where this one fails; 0 for none.
    var otherwise: Int32 = 0
    /// Of `matched`.
    var trace: Int32 = -1

    static let nowhere: UInt8 = 63
    /// The place of the whole match.
    static let whole: UInt8 = 62
    static let captureLimit = 62

    /// They ask the same of a line.
    func asksTheSame(as other: TraceStep) -> Bool {
        var (a, b) = (self, other)
        (a.usual, a.patience, a.otherwise, a.trace) = (0, 0, 0, 0)
        (b.usual, b.patience, b.otherwise, b.trace) = (0, 0, 0, 0)
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

    /// The run was of another length than the one before.
    @inline(__always) mutating func noteLength(_ length: Int) {
        patience &-= 1
        usual = patience < 0 ? .min : Int32(truncatingIfNeeded: length)
    }

    mutating func dropLiteral() {
        length = 0
        literal = 0
        mask = 0
    }
}
