/// Bytes that are no snapshot, or not one of what they are read as.
package enum SnapshotError: Error, Equatable {
    /// They end before what was to be read.
    case cutShort
    /// They were written by something else: another version, other options, or a broken disk.
    case foreign
}

/// Reads what `SnapshotWriter` wrote, in the same order. Nothing in the bytes is trusted.
package struct SnapshotReader {
    private let bytes: [UInt8]
    private var position = 0

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    package var isAtEnd: Bool { position == bytes.count }

    package mutating func unsigned() throws(SnapshotError) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            guard position < bytes.count else { throw .cutShort }
            let byte = bytes[position]
            position += 1
            // The tenth byte has room for one bit.
            guard shift < 63 || byte < 2 else { throw .foreign }
            value |= UInt64(byte & 0x7F) &<< shift
            if byte < 0x80 { return value }
            shift += 7
        }
    }

    package mutating func signed() throws(SnapshotError) -> Int64 {
        let value = try unsigned()
        return Int64(bitPattern: value &>> 1) ^ -Int64(bitPattern: value & 1)
    }

    package mutating func integer() throws(SnapshotError) -> Int {
        guard let value = Int(exactly: try signed()) else { throw .foreign }
        return value
    }

    /// A number of things that follow, each of a byte at least: never more than there are bytes left.
    package mutating func count() throws(SnapshotError) -> Int {
        let value = try unsigned()
        guard value <= UInt64(bytes.count - position) else { throw .cutShort }
        return Int(value)
    }

    package mutating func flag() throws(SnapshotError) -> Bool {
        switch try unsigned() {
        case 0: false
        case 1: true
        default: throw .foreign
        }
    }

    package mutating func run() throws(SnapshotError) -> [UInt8] {
        let length = try count()
        defer { position += length }
        return Array(bytes[position..<(position + length)])
    }

    package mutating func text() throws(SnapshotError) -> String {
        guard let text = String(validating: try run(), as: UTF8.self) else { throw .foreign }
        return text
    }
}
