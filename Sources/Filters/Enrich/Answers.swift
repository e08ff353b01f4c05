import Bytes
import Records

/// What is known of the things that records name, ready to be put into them: the fields' values, as bytes.
struct Answers: ~Copyable {
    private var texts = ByteBuffer(capacity: 1 << 12)
    private var values = Slab<Value>(capacity: 64)

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

    /// - Parameter write: appends the value as `kind` says it is written.
    mutating func append(_ name: Int, _ kind: Field.Kind, write: (inout ByteBuffer) -> Void) {
        let start = texts.count
        write(&texts)
        values.append(Value(name: name, text: Slice(from: start, to: texts.count), kind: kind))
    }

    @inline(__always) func put(_ run: Run, named names: [FieldName], into record: inout Record) {
        for index in run.first..<run.end {
            let value = values[index]
            let start = record.store.buffer.count
            record.store.buffer.append(texts, value.text)
            record.set(names[value.name], Slice(from: start, to: record.store.buffer.count), value.kind)
        }
    }

    mutating func removeAll() {
        texts.removeAll()
        values.removeAll()
    }
}
