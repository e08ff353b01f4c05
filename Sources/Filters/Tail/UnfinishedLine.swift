import Bytes

/// The beginning of a line whose end has not come yet, from a source that cannot be read again: a pipe, a socket, a decompressor.
struct UnfinishedLine {
    var bytes: [UInt8] = []
    /// Bytes behind them that were passed over: the line is beyond the limit.
    var passedOver = 0

    var isEmpty: Bool { bytes.isEmpty && passedOver == 0 }
    var count: Int { bytes.count + passedOver }
}
