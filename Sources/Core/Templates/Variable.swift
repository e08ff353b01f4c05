import Bytes

/// What varies within a word.
enum Variable {
    @inline(__always) static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    @inline(__always) static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    @inline(__always) static func isWord(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }
    @inline(__always) static func isHex(_ byte: UInt8) -> Bool { isDigit(byte) || (byte | 0x20) &- 0x61 < 6 }

    /// A minus before a digit.
    @inline(__always) static func isSign(_ buffer: borrowing ByteBuffer, _ position: Int, _ end: Int) -> Bool {
        buffer[position] == 0x2D && position &+ 1 < end && isDigit(buffer[position &+ 1])
    }

    /// Where something that varies ends which begins at `position`, where a word may begin; nil where there is nothing.
    static func end(_ buffer: borrowing ByteBuffer, at position: Int, to end: Int) -> Int? {
        if isSign(buffer, position, end) { return number(buffer, at: position &+ 1, to: end) }
        let byte = buffer[position]
        guard isWord(byte) else { return nil }
        var wordEnd = position
        var isHexWord = true
        var hasDigit = false
        while wordEnd < end, isWord(buffer[wordEnd]) {
            isHexWord = isHexWord && isHex(buffer[wordEnd])
            hasDigit = hasDigit || isDigit(buffer[wordEnd])
            wordEnd &+= 1
        }
        if isHexWord, hasDigit, wordEnd &- position >= 8 { return uuid(buffer, from: wordEnd, to: end) }
        if byte == 0x30, position &+ 2 < wordEnd, buffer[position &+ 1] | 0x20 == 0x78 { return wordEnd }
        if let port = hostWithPort(buffer, at: position, to: end) { return port }
        guard isDigit(byte) else { return nil }
        let number = number(buffer, at: position, to: end)
        // `5a3f`: not a number with a unit, as `12ms` is.
        var behind = number
        while behind < wordEnd, isLetter(buffer[behind]) { behind &+= 1 }
        return behind < wordEnd ? wordEnd : number
    }

    /// Digits, and what dots and colons join to them: `10.1.2.3:80`, `12:30:01`, `1.25`.
    private static func number(_ buffer: borrowing ByteBuffer, at position: Int, to end: Int) -> Int {
        var position = position
        while position < end {
            let byte = buffer[position]
            if isDigit(byte) {
                position &+= 1
            } else if byte == 0x2E || byte == 0x3A, position &+ 1 < end, isDigit(buffer[position &+ 1]) {
                position &+= 1
            } else {
                break
            }
        }
        return position
    }

    /// The groups of a UUID behind the first one; `position` where there are none.
    static func uuid(_ buffer: borrowing ByteBuffer, from position: Int, to end: Int) -> Int {
        var position = position
        while position < end, buffer[position] == 0x2D {
            var next = position &+ 1
            while next < end, isHex(buffer[next]) { next &+= 1 }
            guard next &- position >= 5, next == end || !isWord(buffer[next]) else { return position }
            position = next
        }
        return position
    }

    /// `proxy.example.org:5070`: labels with a dot among them, and a port.
    private static func hostWithPort(_ buffer: borrowing ByteBuffer, at start: Int, to end: Int) -> Int? {
        var position = start
        var hasDot = false
        while position < end {
            let byte = buffer[position]
            if byte == 0x2E { hasDot = true } else if !isWord(byte), byte != 0x2D { break }
            position &+= 1
        }
        guard hasDot, position &+ 1 < end, buffer[position] == 0x3A, isDigit(buffer[position &+ 1]) else { return nil }
        position &+= 1
        while position < end, isDigit(buffer[position]) { position &+= 1 }
        return position
    }
}
