import Bytes
import CVector

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
        guard position &+ key.count < end else { return false }
        // Invariant: there are 64 bytes of padding behind the end.
        return unsafe key.bytes.stand(at: base + position)
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

    /// Where a value of a plain line ends, and its kind: that of a string, or of a scalar that `plainScalar` passes. 0 for others,
    /// and where the line ends before it does.
    @inline(__always) func plainValue(at start: Int) -> (next: Int, kind: Field.Kind) {
        guard byte(at: start) == 0x22 else { return plainScalar(at: start) }
        // Invariant: there are 64 bytes of padding behind the end.
        let next = unsafe weir_until_byte(base, start &+ 1, end, 0x22) &+ 1
        // A brace follows at least.
        return (next < end ? next : 0, .string)
    }

    /// Where a number without an exponent, or a word, ends that begins at `start` and that a comma or a brace follows, and its kind;
    /// 0 where there is none.
    @inline(__always) private func plainScalar(at start: Int) -> (next: Int, kind: Field.Kind) {
        let first = byte(at: start)
        if first == 0x2D || first &- 0x30 < 10 { return plainNumber(start) }
        return plainWord(at: start)
    }

    private func plainWord(at start: Int) -> (next: Int, kind: Field.Kind) {
        let next: Int
        let kind: Field.Kind
        switch UInt32(truncatingIfNeeded: word(at: start)) {
        case 0x6575_7274: (next, kind) = (start &+ 4, .true)
        case 0x6C6C_756E: (next, kind) = (start &+ 4, .null)
        // `false` is one longer.
        case 0x736C_6166: (next, kind) = (byte(at: start &+ 4) == 0x65 ? start &+ 5 : 0, .false)
        default: return (0, .null)
        }
        return next > 0 && endsValue(next) ? (next, kind) : (0, kind)
    }

    /// Where a number without an exponent ends that a comma or a brace follows; 0 where there is none.
    @inline(__always) private func plainNumber(_ start: Int) -> (next: Int, kind: Field.Kind) {
        // Invariant: there are 64 bytes of padding behind the end, and a number that is found ends within 16 of its beginning.
        let others = unsafe weir_no_digits(base + start)
        let first = others.trailingZeroBitCount
        let whole = start &+ first
        guard first > 0, first < 15, first == 1 || byte(at: start) != 0x30 else { return longNumber(start) }
        if byte(at: whole) != 0x2E {
            return endsValue(whole) ? (whole, .integer) : longNumber(start)
        }
        let second = (others & (others &- 1)).trailingZeroBitCount
        let next = start &+ second
        guard second > first &+ 1, second < 16, endsValue(next) else { return longNumber(start) }
        return (next, .number)
    }

    @inline(__always) private func endsValue(_ next: Int) -> Bool {
        let byte = byte(at: next)
        return next < end && (byte == 0x2C || byte == 0x7D)
    }

    /// The same of numbers of any length, negative ones too.
    @inline(never) private func longNumber(_ start: Int) -> (next: Int, kind: Field.Kind) {
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
        return endsValue(next) ? (next, kind) : (0, kind)
    }

    /// The first byte that is no digit; a few behind the end where all are.
    @inline(__always) private func endOfDigits(_ start: Int) -> Int {
        var next = start
        while true {
            let others = SWAR.isNoDigit(word(at: next))
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
