import Aggregation
import Bytes
import Foundation
import GRDB
import Records

/// The heads of states, each kept once (see `PartialState.headEnd`), and the frames that are put around what is kept of a point.
struct StateHeads: ~Copyable {
    private var known: [(id: Int64, bytes: [UInt8])] = []
    private var frame = ByteBuffer(capacity: 256)
    private let database: Database

    init(_ database: Database) { self.database = database }

    /// The head's number and what is left of a state that says nothing else about window and series than its record; nil where it
    /// has to be kept whole.
    mutating func split(
        _ buffer: borrowing ByteBuffer, _ state: Slice, start: Int64, width: Int64, _ keys: borrowing ByteBuffer,
        key: Slice
    ) throws -> (head: Int64, rest: Slice)? {
        guard let (id, end) = try head(buffer, state) else { return nil }
        frame.removeAll()
        PartialState.appendFrame(start: start, width: width, keys, key: key, to: &frame)
        let rest = end + frame.count
        guard rest <= state.end,
            buffer.equal(Slice(from: end, to: rest), frame, Slice(start: 0, count: frame.count))
        else { return nil }
        return (id, Slice(from: rest, to: state.end))
    }

    private mutating func head(_ buffer: borrowing ByteBuffer, _ state: Slice) throws -> (id: Int64, end: Int)? {
        // A head says itself where it ends: what begins with a known one has that one.
        for (id, bytes) in known where bytes.count <= state.count {
            if buffer.equal(Slice(start: state.start, count: bytes.count), bytes) {
                return (id, state.start + bytes.count)
            }
        }
        guard let end = PartialState.headEnd(buffer, state) else { return nil }
        let bytes = buffer.copy(Slice(from: state.start, to: end))
        let id = try SeriesIndex.id("head", ["bytes"], [Data(bytes)], database)
        known.append((id, bytes))
        return (id, end)
    }

    /// The number belongs to a transaction that was rolled back.
    mutating func forget() { known.removeAll() }
}
