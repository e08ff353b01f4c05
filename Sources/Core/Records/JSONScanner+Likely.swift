import Bytes

/// What records are mostly made of, on the shortest way: keys that stand as in the record before, plain strings, plain numbers.
/// Whatever else comes is left to the general way, which says the same of all of them.
///
/// The general way is gone on a copy: a scanner of which nobody has the address stays in registers.
extension JSONScanner {
    @inline(__always) private func word(at position: Int) -> UInt64 {
        unsafe UInt64(littleEndian: UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self))
    }

    @inline(__always) private func byte(at position: Int) -> UInt8 { unsafe base[position] }

    /// Whether the key, with what stands around it, stands here again, and a value may follow.
    @inline(__always) func isAt(_ key: KeyMemory.Key) -> Bool {
        // Not behind the end, where the padding of another line may look the same.
        guard position &+ Int(key.count) < end else { return false }
        let difference =
            (word(at: position) ^ key.words.0) & key.masks.0 | (word(at: position &+ 8) ^ key.words.1) & key.masks.1
        if difference != 0 { return false }
        if key.count <= 16 { return true }
        return (word(at: position &+ 16) ^ key.words.2) & key.masks.2
            | (word(at: position &+ 24) ^ key.words.3) & key.masks.3 == 0
    }

    /// Checks one value of any kind, space before it too, and passes it.
    @inline(__always) mutating func passLikelyValue() throws(JSONError) -> (kind: Field.Kind, value: Slice) {
        let start = position
        guard start < end else { throw error(.unexpected) }
        if byte(at: start) == 0x22 {
            let next = try endOfPlainRun(start &+ 1)
            if next < end, byte(at: next) == 0x22 {
                position = next &+ 1
                return (.string, Slice(from: start &+ 1, to: next))
            }
        } else {
            let (next, kind) = plainNumber(start)
            if next > 0 {
                position = next
                return (kind, Slice(from: start, to: next))
            }
        }
        var copy = self
        let value = try copy.passSpacedValue()
        position = copy.position
        return value
    }

    /// The first byte, at or behind `position`, that a string cannot have as it is, or that is not ASCII.
    @inline(__always) private func endOfPlainRun(_ start: Int) throws(JSONError) -> Int {
        var next = start
        while true {
            let special = SWAR.needsCare(word(at: next))
            if special != 0 { return next &+ SWAR.first(special) }
            next &+= 8
            if next >= end { throw JSONError(reason: .cutShort, position: end) }
        }
    }

    /// Where a number without an exponent, or a word, ends that begins here and that a comma or a brace follows; 0 where there is
    /// none.
    @inline(__always) func endOfPlainScalar() -> Int {
        let first = byte(at: position)
        if first == 0x2D || first &- 0x30 < 10 { return plainNumber(position).next }
        // `true`, `null`; `false` is one longer.
        let head = UInt32(truncatingIfNeeded: word(at: position))
        let next: Int
        switch head {
        case 0x6575_7274, 0x6C6C_756E: next = position &+ 4
        case 0x736C_6166: next = byte(at: position &+ 4) == 0x65 ? position &+ 5 : 0
        default: return 0
        }
        return next < end && (byte(at: next) == 0x2C || byte(at: next) == 0x7D) ? next : 0
    }

    /// Where a number without an exponent ends that a comma or a brace follows; 0 where there is none.
    @inline(__always) private func plainNumber(_ start: Int) -> (next: Int, kind: Field.Kind) {
        let digits = byte(at: start) == 0x2D ? start &+ 1 : start
        var next = endOfDigits(digits)
        guard next > digits, next == digits &+ 1 || byte(at: digits) != 0x30 else { return (0, .number) }
        var kind = Field.Kind.integer
        if byte(at: next) == 0x2E {
            let fraction = next &+ 1
            next = endOfDigits(fraction)
            guard next > fraction else { return (0, .number) }
            kind = .number
        }
        let byte = byte(at: next)
        return next < end && (byte == 0x2C || byte == 0x7D) ? (next, kind) : (0, kind)
    }

    /// The first byte that is no digit; a few behind the end where all are.
    @inline(__always) private func endOfDigits(_ start: Int) -> Int {
        var next = start
        while true {
            let others = SWAR.noDigits(word(at: next))
            if others != 0 { return next &+ SWAR.first(others) }
            next &+= 8
            if next >= end { return next }
        }
    }

    @inline(never) private mutating func passSpacedValue() throws(JSONError) -> (kind: Field.Kind, value: Slice) {
        skipSpace()
        return try passValue()
    }

    /// At the brace that ends the text.
    @inline(__always) var isAtLastBrace: Bool { position &+ 1 == end && byte(at: position) == 0x7D }
}
