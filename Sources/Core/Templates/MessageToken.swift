import Bytes

/// A word of a message, with what varies in it taken out: `blk_<*>` of `blk_38865`.
struct MessageToken: BitwiseCopyable {
    /// Of the text without what varies; never `wildcard`.
    let hash: UInt64
    let text: Slice
    /// Which of the scanner's variables lie in it.
    let firstVariable: Int
    let variableCount: Int
    /// White space stands before it.
    let followsSpace: Bool
    let hasDigit: Bool

    /// The hash of a token of a template that stands for any word.
    static let wildcard: UInt64 = 0
}
