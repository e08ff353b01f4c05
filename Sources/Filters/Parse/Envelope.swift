import Bytes
import Records

/// The wrapping that weir-tail puts around a raw line: `{"_raw":"…","_file":"…","_offset":N}`, with `_raw64` behind
/// `_raw` where the line was not UTF-8, `_peer` where it came over a socket, and `_partial` last where it is not whole. Taken only in exactly that shape: a log may
/// well contain lines that look alike.
struct Envelope {
    /// The line as it was before it was wrapped.
    let raw: Slice
    let file: Field?
    let offset: Field?
    let peer: Field?
    let partial: Field?

    /// `{"_raw":`
    private static let beginning: UInt64 = 0x3A22_7761_725F_227B

    @inline(__always) static func isLikely(_ line: Slice, _ record: borrowing Record) -> Bool {
        line.count > 10 && record.store.buffer.word(at: line.start) == beginning
    }

    /// Opens the envelope; nil where the line is none after all.
    static func open(_ line: Slice, _ names: EnvelopeNames, _ record: inout Record) -> Envelope? {
        guard (try? record.scan(line)) != nil, record.isNamed(names.raw, at: 0), record[0].kind.isText else {
            return nil
        }
        var position = 1
        func next(_ name: FieldName, _ record: borrowing Record) -> Field? {
            guard position < record.count, record.isNamed(name, at: position) else { return nil }
            position += 1
            return record[position - 1]
        }
        let raw64 = next(names.raw64, record)
        let file = next(names.file, record)
        let offset = next(names.offset, record)
        let peer = next(names.peer, record)
        let partial = next(names.partial, record)
        guard position == record.count, file?.kind.isText ?? true, offset.map({ $0.kind == .integer }) ?? true else {
            return nil
        }
        guard let raw = text(record[0], raw64, &record) else { return nil }
        return Envelope(raw: raw, file: file, offset: offset, peer: peer, partial: partial)
    }

    /// The same of a record that `--rejects` kept (weir-record(5)): its names stand in any order, other filters may have been
    /// at it. Nil where it is none.
    static func open(reject line: Slice, _ names: EnvelopeNames, _ record: inout Record) -> Envelope? {
        guard (try? record.scan(line)) != nil, record.position(of: names.reason) != nil else { return nil }
        func field(_ name: FieldName, _ record: borrowing Record) -> Field? {
            record.position(of: name).map { record[$0] }
        }
        guard let raw = field(names.raw, record), raw.kind.isText else { return nil }
        // Lines of standard input came without an origin, and have none now.
        let file = field(names.file, record).flatMap { field in
            field.kind.isText && !record.store.buffer.equal(field.value, "stdin") ? field : nil
        }
        let offset = file == nil ? nil : field(names.offset, record).flatMap { $0.kind == .integer ? $0 : nil }
        // A line that was longer than allowed was kept in part.
        let partial = field(names.length, record).flatMap { $0.kind == .integer ? $0 : nil }
        guard let text = text(raw, field(names.raw64, record), &record) else { return nil }
        return Envelope(raw: text, file: file, offset: offset, peer: field(names.peer, record), partial: partial)
    }

    /// The raw bytes, put into scratch when they stand escaped.
    private static func text(_ raw: Field, _ raw64: Field?, _ record: inout Record) -> Slice? {
        let start = record.store.buffer.count
        if let raw64 {
            guard raw64.kind == .string, record.store.buffer.appendDecoding(base64: raw64.value) else { return nil }
        } else if raw.kind == .string {
            return raw.value
        } else {
            record.store.buffer.appendUnescaping(raw.value)
        }
        return Slice(from: start, to: record.store.buffer.count)
    }

    /// Puts what the envelope said of the line's origin behind the record's own fields.
    func appendOrigin(_ names: EnvelopeNames, to record: inout Record) {
        if let file { record.append(names.file, file.value, file.kind) }
        if let offset { record.append(names.offset, offset.value, offset.kind) }
        if let peer { record.append(names.peer, peer.value, peer.kind) }
        if let partial { record.append(names.partial, partial.value, partial.kind) }
    }

    /// The same for a record that is written as it comes.
    func writeOrigin(_ names: EnvelopeNames, of record: borrowing Record, to output: inout ByteBuffer) {
        if let file { record.write(names.file, file.value, file.kind, to: &output) }
        if let offset { record.write(names.offset, offset.value, offset.kind, to: &output) }
        if let peer { record.write(names.peer, peer.value, peer.kind, to: &output) }
        if let partial { record.write(names.partial, partial.value, partial.kind, to: &output) }
    }
}

struct EnvelopeNames {
    let raw, raw64, file, offset, peer, partial: FieldName
    /// Of rejects.
    let reason, length: FieldName

    init(_ record: inout Record) {
        raw = record.name("_raw")
        raw64 = record.name("_raw64")
        file = record.name("_file")
        offset = record.name("_offset")
        peer = record.name("_peer")
        partial = record.name("_partial")
        reason = record.name("reason")
        length = record.name("length")
    }
}
