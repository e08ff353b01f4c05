/// One step of a flat pattern's program.
struct FlatOperation: BitwiseCopyable {
    enum Code: UInt8, BitwiseCopyable {
        /// The bytes of `words.0`, as many as `count`.
        case literal
        /// A run up to the first byte that is one of `words`: one, two or three different ones. At least `count` bytes.
        case untilOne, untilTwo, untilThree
        /// A run of bytes that are in the table at `table`: at least `count`, at most `most`.
        case run
        /// All that is left: at least `count` bytes.
        case rest
        case open, close
        /// Goes on, and at `target` when that fails; `group` and those behind it have taken no part then.
        case choice
        /// A choice only where the next byte is in the table at `table`; where it is not, goes on at `target` straight away.
        case choiceIf
        /// Goes on where the next byte is in the table, else at `target`, and that is final.
        case branch
        /// The choices made since the place that `slot` remembers are final.
        case hold, cut
        /// As `cut`, and another round from `target` on.
        case again
        case jump
        /// As `cut`, and what led here has failed.
        case refuse
        case end
        case matched
    }

    var code: Code
    var slot: UInt8 = 0
    /// The group that the run is the whole of, or that opens or closes; 0 for none.
    var group: Int32 = 0
    var target: Int32 = 0
    var count: Int32 = 0
    var most: Int32 = .max
    /// Of `choiceIf`, `branch` and `run`: where their table begins.
    var table: Int32 = 0
    /// Bytes to compare with, and which of them count; or the bytes that end a run, each in all eight places.
    var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
}
