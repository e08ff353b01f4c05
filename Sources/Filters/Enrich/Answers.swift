import Bytes
import Records

/// What is known of the things that records name, ready to be put into them: the fields' values, as bytes.
struct Answers: ~Copyable {
    private var texts = ByteBuffer(capacity: 1 << 12)
    private var values = Slab<Value>(capacity: 64)
    private var escaped = ByteBuffer(capacity: 256)

    /// One field.
    struct Value: BitwiseCopyable {
        /// Its place in the list of names.
        let name: Int
        let text: Slice
        let kind: Field.Kind
    }

    /// Values that belong together.
    struct Run: BitwiseCopyable {
        var first = 0
        var end = 0
    }

    /// Bytes that are kept.
    var size: Int { texts.count }
    /// Where the next value goes: the beginning of a run.
    var count: Int { values.count }

    /// Texts are kept as they stand in JSON, so that they are escaped once and not for each record.
    /// - Parameter write: appends the value as `kind` says it is written.
    mutating func append(_ name: Int, _ kind: Field.Kind, write: (inout ByteBuffer) -> Void) {
        let start = texts.count
        write(&texts)
        var kind = kind
        if kind == .text {
            let text = Slice(from: start, to: texts.count)
            escaped.removeAll()
            escaped.append(escaping: texts, text)
            let whole = Slice(start: 0, count: escaped.count)
            texts.truncate(to: start)
            texts.append(escaped, whole)
            kind = escaped.find(0x5C, from: 0, to: escaped.count) == nil ? .string : .escapedString
        }
        values.append(Value(name: name, text: Slice(from: start, to: texts.count), kind: kind))
    }

    @inline(__always) func put(_ run: Run, named names: [FieldName], into record: inout Record) {
        // Most of what is looked up the record does not have yet: that is seen by one look at all its names.
        let known = record.nameBits
        for index in run.first..<run.end {
            let value = values[index]
            let start = record.store.buffer.count
            record.store.buffer.append(texts, value.text)
            let slice = Slice(from: start, to: record.store.buffer.count)
            let name = names[value.name]
            if known & name.bit == 0 {
                record.append(name, slice, value.kind)
            } else {
                record.set(name, slice, value.kind)
            }
        }
    }

    mutating func removeAll() {
        texts.removeAll()
        values.removeAll()
    }
}
