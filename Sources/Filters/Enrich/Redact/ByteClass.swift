import Bytes

/// Questions about single bytes of a text.
enum ByteClass {
    @inline(__always) static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    @inline(__always) static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    @inline(__always) static func isWord(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }
    @inline(__always) static func isHex(_ byte: UInt8) -> Bool { isDigit(byte) || (byte | 0x20) &- 0x61 < 6 }
}

/// A text that is searched: a slice of a buffer. Behind its ends there is nothing: 0.
struct Subject: ~Copyable {
    let start: Int
    let end: Int

    init(_ text: Slice) {
        start = text.start
        end = text.end
    }

    @inline(__always) func byte(_ buffer: borrowing ByteBuffer, _ position: Int) -> UInt8 {
        position >= start && position < end ? buffer[position] : 0
    }

    /// Whether the text goes on at `position` with these bytes.
    @inline(__always) func has(_ text: StaticString, _ buffer: borrowing ByteBuffer, at position: Int) -> Bool {
        let count = text.utf8CodeUnitCount
        return position >= start && position &+ count <= end && buffer.equal(Slice(start: position, count: count), text)
    }

    /// The same for a word in small letters, where case does not count.
    func has(word: [UInt8], _ buffer: borrowing ByteBuffer, at position: Int) -> Bool {
        guard position >= start, position &+ word.count <= end else { return false }
        for offset in word.indices {
            let byte = buffer[position &+ offset]
            guard (byte &- 0x41 < 26 ? byte | 0x20 : byte) == word[offset] else { return false }
        }
        return true
    }

    /// Where bytes for which `body` is true end.
    @inline(__always) func end(
        of position: Int, _ buffer: borrowing ByteBuffer, most: Int = .max, _ body: (UInt8) -> Bool
    ) -> Int {
        var position = position
        let last = most < end &- position ? position &+ most : end
        while position < last, body(buffer[position]) { position &+= 1 }
        return position
    }
}
