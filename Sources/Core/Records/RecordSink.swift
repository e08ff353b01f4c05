/// Where a filter's records go: the line writer, or the next filter in the same process.
@usableFromInline package protocol RecordSink: ~Copyable {
    /// Takes the record as it is now; it may be changed on its way, and is not the caller's any more.
    mutating func receive(_ record: inout Record)

    /// The sink shows records that are not final yet, between `beginDraft` and `endDraft`, until the next ones come: a
    /// terminal. Others are spared them.
    var takesDrafts: Bool { get }
    mutating func beginDraft()
    mutating func endDraft()
}

extension RecordSink where Self: ~Copyable {
    package var takesDrafts: Bool { false }
    package mutating func beginDraft() {}
    package mutating func endDraft() {}
}
