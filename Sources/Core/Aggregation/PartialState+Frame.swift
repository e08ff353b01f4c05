import Bytes
import Metrics

/// A state has a head, which all states of one run have in common; a frame, which says again what its record says, window and series;
/// and the rest, which is what was counted. Who keeps many of them keeps the rest, the head once, and puts the frame around it again.
extension PartialState {
    /// Where the head of a state ends; nil if it is none, or of one that left besides.
    package static func headEnd(_ buffer: borrowing ByteBuffer, _ state: Slice) -> Int? {
        var position = state.start
        guard buffer.leb128(at: &position, end: state.end) == version else { return nil }
        for _ in ["words", "labels"] {
            guard let count = buffer.leb128(at: &position, end: state.end), count <= UInt64(state.count) else {
                return nil
            }
            for _ in 0..<count {
                guard let length = buffer.leb128(at: &position, end: state.end),
                    length <= UInt64(state.end - position)
                else { return nil }
                position += Int(length)
            }
        }
        guard let codes = buffer.leb128(at: &position, end: state.end), codes <= UInt64(state.count) else { return nil }
        for _ in 0..<codes where buffer.leb128(at: &position, end: state.end) == nil { return nil }
        return position
    }

    /// Appends the frame of a series' window of a fixed width.
    package static func appendFrame(
        start: Int64, width: Int64, _ source: borrowing ByteBuffer, key: Slice, to buffer: inout ByteBuffer
    ) {
        buffer.append(1)
        buffer.append(zigzag: start)
        buffer.append(zigzag: start &+ width)
        buffer.append(zigzag: width)
        // No first and last event: a window has a width to divide by.
        buffer.append(0)
        buffer.append(1)
        buffer.append(leb128: UInt64(key.count))
        buffer.append(source, key)
    }

    /// Of another window and series, with the same head.
    package func moved(to start: Int64, width: Int64, key: [UInt8], rest: [UInt8]) -> PartialState {
        var moved = self
        moved.window = Window(start: start, end: start &+ width)
        moved.width = width
        moved.key = key
        moved.rest = SnapshotReader(rest)
        return moved
    }
}
