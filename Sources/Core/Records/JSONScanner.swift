import Bytes

/// Finds and checks JSON text (RFC 8259), strictly, without making anything of it: positions in, positions out.
///
/// Stated policy where the standard leaves it open: nesting up to 128 levels; numbers of any size and precision
/// (they stay text); lone surrogate escapes are let through as they are (their text is U+FFFD); bytes that are not
/// UTF-8, UTF-16 and a byte order mark are errors.
///
/// Invariant for every `unsafe` here: `base` is a ByteBuffer's, `position <= end` holds before each byte that is
/// read, and the buffer has 64 bytes of padding behind its end, so that words may be loaded across `end`.
@safe struct JSONScanner {
    let base: UnsafePointer<UInt8>
    var position: Int
    let end: Int

    /// Levels that are open around the text: 1 for a record's values.
    let enclosing: Int

    static var maximalDepth: Int { 128 }

    @inline(__always) init(_ base: UnsafePointer<UInt8>, _ slice: Slice, enclosing: Int) {
        unsafe self.base = base
        self.enclosing = enclosing
        position = slice.start
        end = slice.end
    }

    /// The next byte; 0, which no JSON token begins with, at the end.
    @inline(__always) var peek: UInt8 { position < end ? unsafe base[position] : 0 }

    @inline(__always) func error(_ reason: JSONError.Reason) -> JSONError {
        JSONError(reason: position >= end ? .cutShort : reason, position: position)
    }

    @inline(__always) mutating func skipSpace() {
        while position < end {
            let byte = unsafe base[position]
            guard byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D else { return }
            position &+= 1
        }
    }

    /// Checks a string whose opening quote has been passed, and passes its closing one.
    /// - Returns: true when there are escapes in it.
    @inline(__always) mutating func passString() throws(JSONError) -> Bool {
        var hasEscapes = false
        while true {
            // Runs of ordinary bytes, eight at a time; a flagged byte behind the end is found out below.
            let word = unsafe UInt64(littleEndian: UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self))
            let special = SWAR.needsCare(word)
            if special == 0 {
                position &+= 8
                if position >= end { throw JSONError(reason: .cutShort, position: end) }
                continue
            }
            position &+= SWAR.first(special)
            if position >= end { throw JSONError(reason: .cutShort, position: end) }
            let byte = unsafe base[position]
            if byte == 0x22 {
                position &+= 1
                return hasEscapes
            }
            if byte == 0x5C {
                hasEscapes = true
                try passEscape()
            } else if byte >= 0x80 {
                try passUTF8()
            } else {
                throw error(.control)
            }
        }
    }

    mutating func passEscape() throws(JSONError) {
        position &+= 1
        switch peek {
        case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: position &+= 1
        case 0x75:
            position &+= 1
            for _ in 0..<4 {
                guard position < end, unsafe ByteBuffer.hexValue(base[position]) != nil else { throw error(.badEscape) }
                position &+= 1
            }
        default: throw error(.badEscape)
        }
    }

    /// Passes a run of non-ASCII bytes (Unicode 15, table 3-7).
    mutating func passUTF8() throws(JSONError) {
        while position < end {
            let first = unsafe base[position]
            if first < 0x80 { return }
            let length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
            guard length > 0, position &+ length <= end else { throw JSONError(reason: .badUTF8, position: position) }
            let second = unsafe base[position &+ 1]
            let low: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
            let high: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
            guard second >= low, second <= high else { throw JSONError(reason: .badUTF8, position: position) }
            var next = position &+ 2
            while next < position &+ length {
                guard unsafe base[next] & 0xC0 == 0x80 else { throw JSONError(reason: .badUTF8, position: position) }
                next &+= 1
            }
            position = next
        }
    }

    /// Checks a number; returns true when it is an integer.
    @inline(__always) mutating func passNumber() throws(JSONError) -> Bool {
        if peek == 0x2D { position &+= 1 }
        let first = peek
        guard first >= 0x30, first <= 0x39 else { throw error(.badNumber) }
        position &+= 1
        if first != 0x30 { passDigits() }
        var isInteger = true
        if peek == 0x2E {
            isInteger = false
            position &+= 1
            try passSomeDigits()
        }
        if peek | 0x20 == 0x65 {
            isInteger = false
            position &+= 1
            if peek == 0x2B || peek == 0x2D { position &+= 1 }
            try passSomeDigits()
        }
        return isInteger
    }

    @inline(__always) mutating func passDigits() {
        while peek &- 0x30 < 10 { position &+= 1 }
    }

    @inline(__always) mutating func passSomeDigits() throws(JSONError) {
        guard peek &- 0x30 < 10 else { throw error(.badNumber) }
        passDigits()
    }

    @inline(__always) mutating func passWord(_ word: StaticString) throws(JSONError) {
        for offset in 0..<word.utf8CodeUnitCount {
            let expected = unsafe word.utf8Start[offset]
            guard peek == expected else { throw error(.unexpected) }
            position &+= 1
        }
    }
}
