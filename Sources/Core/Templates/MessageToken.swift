import Bytes

/// A word of a message, with what varies in it taken out: `blk_<*>` of `blk_38865`.
struct MessageToken: BitwiseCopyable {
    /// Of the text without what varies; never `wildcard`.
    let hash: UInt64
    let text: Slice
    private let first: Int32
    private let variables: Int32
    /// White space stands before it.
    let followsSpace: Bool
    let hasDigit: Bool

    /// Which of the scanner's variables lie in it.
    @inline(__always) var firstVariable: Int { Int(first) }
    @inline(__always) var variableCount: Int { Int(variables) }

    @inline(__always) init(
        hash: UInt64, text: Slice, firstVariable: Int, variableCount: Int, followsSpace: Bool, hasDigit: Bool
    ) {
        self.hash = hash
        self.text = text
        first = Int32(truncatingIfNeeded: firstVariable)
        variables = Int32(truncatingIfNeeded: variableCount)
        self.followsSpace = followsSpace
        self.hasDigit = hasDigit
    }

    /// The hash of a token of a template that stands for any word.
    static let wildcard: UInt64 = 0
}
