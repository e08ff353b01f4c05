import Bytes
import Records

/// A sink that keeps the lines that a filter gives.
package struct Lines: RecordSink, ~Copyable {
    private var buffer = ByteBuffer(capacity: 1 << 16)

    package init() {}

    package mutating func receive(_ record: inout Record) {
        record.write(to: &buffer)
        buffer.append(0x0A)
    }

    package var lines: [String] {
        String(decoding: buffer.contents, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
