/// One step of a flat pattern's program. Runs carry the literal behind them, which most have: a field and what ends it are one
/// step.
struct FlatOperation: BitwiseCopyable {
    enum Code: UInt8, BitwiseCopyable {
        /// The bytes of `literal`, as many as `length`.
        case literal
        /// A run up to the first byte that is one of the stops at `table`: so many different ones. At least `count` bytes.
        case untilOne, untilTwo, untilThree, untilFour
        /// A run of bytes that are in the table at `table`: at least `count`, at most `most`.
        case run
        /// A byte that is in the table at `second`, and a run of bytes that are in the table at `table`.
        case headedRun
        /// All that is left: at least `count` bytes.
        case rest
        case open, close
        /// Goes on, and at `target` when that fails; `group` and those behind it have taken no part then.
        case choice
        /// A choice only where the next byte is in the table at `table`; where it is not, goes on at `target` straight away.
        case choiceIf
        /// The same of the next two bytes, the other one in the table at `second`.
        case choiceIfTwo
        /// A choice only where `literal` stands, which is passed then.
        case choiceLiteral
        /// Goes on where the next byte is in the table, else at `target`, and that is final.
        case branch
        /// The same of the next two bytes.
        case branchTwo
        /// The choices made since the place that `slot` remembers are final.
        case hold, cut
        /// As `cut`, and another round from `target` on.
        case again
        case jump
        /// As `cut`, and what led here has failed.
        case refuse
        case end
        case matched

        var isRun: Bool {
            switch self {
            case .untilOne, .untilTwo, .untilThree, .untilFour, .run, .headedRun, .rest: true
            default: false
            }
        }
    }

    var code: Code
    var slot: UInt8 = 0
    /// Bytes of `literal`, at most eight.
    var length: UInt8 = 0
    /// Where the literal behind a run does not stand, what comes next in the program says what else there may be.
    var isSoft = false
    /// The group that begins with the run, or that opens or closes; 0 for none.
    var group: Int32 = 0
    /// The group that ends with the run; 0 for none.
    var closing: Int32 = 0
    var target: Int32 = 0
    /// Where a run or a literal goes on when its literal has been passed; 0 for what comes next in the program.
    var next: Int32 = 0
    var count: Int32 = 0
    var most: Int32 = .max
    /// Where the table begins that the (first) byte is looked up in; of the runs with stops, where these stand.
    var table: Int32 = 0
    var second: Int32 = 0
    /// What has to stand here, or behind the run, and which of the eight bytes of that count.
    var literal: UInt64 = 0
    var mask: UInt64 = 0
}
