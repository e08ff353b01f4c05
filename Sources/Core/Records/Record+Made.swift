import Bytes

/// Fields of records that a filter makes itself, a few at a time: what is appended goes to scratch first. Not for each record of
/// a stream.
extension Record {
    /// Adds a text at the end, or null.
    package mutating func append(_ name: FieldName, text: String?) {
        guard let text else { return append(name, json: Array("null".utf8)) }
        let start = store.buffer.count
        store.buffer.append(text)
        append(name, Slice(from: start, to: store.buffer.count), .text)
    }

    /// Adds what is JSON already.
    package mutating func append(_ name: FieldName, json bytes: [UInt8]) {
        let start = store.buffer.count
        store.buffer.append(bytes)
        append(name, json: Slice(from: start, to: store.buffer.count))
    }

    package mutating func append(_ name: FieldName, number: Int) {
        let start = store.buffer.count
        store.buffer.append(integer: Int64(number))
        append(name, Slice(from: start, to: store.buffer.count), .integer)
    }

    /// Adds a time as RFC 3339 has it, or null.
    /// - Parameter nanoseconds: since 1970.
    package mutating func append(_ name: FieldName, time nanoseconds: Int64?) {
        append(name, text: nanoseconds.map { Timestamp(nanoseconds: $0).text })
    }
}
