import Bytes

/// Where a filter's records go: the line writer, or the next filter in the same process.
@usableFromInline package protocol RecordSink: ~Copyable {
    /// Takes the record as it is now; it may be changed on its way, and is not the caller's any more.
    mutating func receive(_ record: inout Record)

    /// Has a line written where the sink's lines are, by who can do that without a record: only to a sink that is nothing but
    /// lines of JSON.
    /// - Parameter write: appends an object; false where it could not, and has appended nothing.
    /// - Returns: whether the sink has got a line.
    mutating func receive(writing write: (inout ByteBuffer) -> Bool) -> Bool

    /// The same of many lines.
    /// - Parameter write: appends whole lines, newlines and all, about as many as are written at once; false where it has come to
    ///   the last of them.
    /// - Returns: whether the sink is one that takes lines; `write` has not been asked otherwise.
    mutating func receive(lines write: (inout ByteBuffer) -> Bool) -> Bool

    /// The sink shows records that are not final yet, between `beginDraft` and `endDraft`, until the next ones come: a
    /// terminal. Others are spared them.
    var takesDrafts: Bool { get }
    mutating func beginDraft()
    mutating func endDraft()
}

extension RecordSink where Self: ~Copyable {
    package mutating func receive(writing write: (inout ByteBuffer) -> Bool) -> Bool { false }
    package mutating func receive(lines write: (inout ByteBuffer) -> Bool) -> Bool { false }
    package var takesDrafts: Bool { false }
    package mutating func beginDraft() {}
    package mutating func endDraft() {}
}
