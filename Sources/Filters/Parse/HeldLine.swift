import Bytes
import FilterKit
import Records

/// A line that waits for its stream's format: its bytes and its envelope's, out of the store that will be filled anew.
struct HeldLine {
    let origin: Origin
    private(set) var bytes: [UInt8]
    private let file: (bytes: [UInt8], kind: Field.Kind)?
    private let offset: [UInt8]?
    private let peer: (bytes: [UInt8], kind: Field.Kind)?
    /// How long the line was of which only the beginning came.
    private let partial: [UInt8]?

    init(_ line: Slice, _ envelope: Envelope?, _ origin: Origin, _ record: borrowing Record) {
        self.origin = origin
        bytes = record.store.buffer.copy(line)
        file = envelope?.file.map { (record.store.buffer.copy($0.value), $0.kind) }
        offset = envelope?.offset.map { record.store.buffer.copy($0.value) }
        peer = envelope?.peer.map { (record.store.buffer.copy($0.value), $0.kind) }
        partial = envelope?.partial.map { record.store.buffer.copy($0.value) }
    }

    init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        var origin = Origin(source: try snapshot.text())
        origin.line = try snapshot.integer()
        origin.offset = try snapshot.signed()
        self.origin = origin
        bytes = try snapshot.run()
        file = try Self.text(from: &snapshot)
        offset = try snapshot.flag() ? snapshot.run() : nil
        peer = try Self.text(from: &snapshot)
        partial = try snapshot.flag() ? snapshot.run() : nil
    }

    func save(to snapshot: inout SnapshotWriter) {
        snapshot.append(origin.source)
        snapshot.append(origin.line)
        snapshot.append(origin.offset)
        snapshot.append(bytes)
        Self.save(file, to: &snapshot)
        snapshot.append(offset != nil)
        if let offset { snapshot.append(offset) }
        Self.save(peer, to: &snapshot)
        snapshot.append(partial != nil)
        if let partial { snapshot.append(partial) }
    }

    private static func save(_ text: (bytes: [UInt8], kind: Field.Kind)?, to snapshot: inout SnapshotWriter) {
        snapshot.append(text != nil)
        guard let text else { return }
        snapshot.append(text.bytes)
        snapshot.append(text.kind == .escapedString)
    }

    private static func text(
        from snapshot: inout SnapshotReader
    ) throws(SnapshotError) -> (bytes: [UInt8], kind: Field.Kind)? {
        guard try snapshot.flag() else { return nil }
        let bytes = try snapshot.run()
        return (bytes, try snapshot.flag() ? .escapedString : .string)
    }

    var count: Int { bytes.count }

    /// It begins its file.
    var isFirst: Bool { offset.map { $0 == [0x30] } ?? (origin.line == 1) }

    /// The same line's origin with other bytes.
    func with(_ bytes: [UInt8]) -> HeldLine {
        var line = self
        line.bytes = bytes
        return line
    }

    /// Adds another line of the same event.
    mutating func add(_ line: Slice, blanksBefore blanks: Int, _ record: borrowing Record) {
        for _ in 0...blanks { bytes.append(0x0A) }
        bytes += record.store.buffer.copy(line)
    }

    /// Puts the line back, into scratch: the input zone may hold the next one's beginning.
    func restore(_ record: inout Record) -> (line: Slice, envelope: Envelope?) {
        record.store.clearScratch()
        func put(_ bytes: [UInt8], _ record: inout Record) -> Slice {
            let start = record.store.buffer.count
            record.store.buffer.append(bytes)
            return Slice(from: start, to: record.store.buffer.count)
        }
        let line = put(bytes, &record)
        guard file != nil || offset != nil || peer != nil || partial != nil else { return (line, nil) }
        func field(_ bytes: [UInt8], _ kind: Field.Kind, _ record: inout Record) -> Field {
            Field(name: .empty, tag: 0, value: put(bytes, &record), kind: kind)
        }
        let envelope = Envelope(
            raw: line, file: file.map { field($0.bytes, $0.kind, &record) },
            offset: offset.map { field($0, .integer, &record) }, peer: peer.map { field($0.bytes, $0.kind, &record) },
            partial: partial.map { field($0, .integer, &record) })
        return (line, envelope)
    }
}
