import Bytes

/// Cuts a message into words at white space and `=`, and finds in them what varies from message to message: numbers, addresses,
/// times and versions (digits joined by dots and colons), hexadecimal words, hosts that are followed by a port.
struct MessageScanner: ~Copyable {
    var tokens = Slab<MessageToken>(capacity: 64)
    var variables = Slab<Slice>(capacity: 64)
    /// Of all words, without what varies: messages that differ in that alone have the same.
    var hash: UInt64 = 0

    /// Words of a message at most; what is left is the last one, and varies as a whole.
    static let mostTokens = 128

    mutating func scan(_ buffer: borrowing ByteBuffer, _ message: Slice) {
        tokens.removeAll()
        variables.removeAll()
        hash = 1
        var position = message.start
        let end = message.end
        var followsSpace = false
        var blockStart = position
        var block = buffer.classes(at: position)
        while position < end {
            if position &- blockStart >= 64 {
                blockStart = position
                block = buffer.classes(at: position)
            }
            let black = ~block.spaces &>> UInt64(truncatingIfNeeded: position &- blockStart)
            if black & 1 == 0 {
                followsSpace = true
                // Nothing black is left of the block: what was shifted in from above it is neither.
                position = black == 0 ? blockStart &+ 64 : position &+ black.trailingZeroBitCount
                continue
            }
            if tokens.count == Self.mostTokens {
                let rest = Slice(from: position, to: end)
                variables.append(rest)
                add(rest, hash: 3, firstVariable: variables.count &- 1, followsSpace: followsSpace, hasDigit: true)
                return
            }
            var breaks = block.breaks &>> UInt64(truncatingIfNeeded: position &- blockStart)
            if breaks == 0, position > blockStart {
                blockStart = position
                block = buffer.classes(at: position)
                breaks = block.breaks
            }
            position = take(buffer, from: position, to: end, blockStart, block, breaks, followsSpace)
            followsSpace = false
        }
    }

    /// Adds the word that begins at `start`.
    /// - Parameter breaks: those of the block from there on; none where the word is longer than a block.
    /// - Returns: where it ends.
    @inline(__always) private mutating func take(
        _ buffer: borrowing ByteBuffer, from start: Int, to end: Int, _ blockStart: Int, _ block: ByteClasses,
        _ breaks: UInt64, _ followsSpace: Bool
    ) -> Int {
        guard breaks != 0 || end &- start <= 64 else { return takeLong(buffer, from: start, to: end, followsSpace) }
        // A word that begins with `=` is that alone.
        let count = min(max(1, breaks.trailingZeroBitCount), end &- start)
        let text = Slice(start: start, count: count)
        let firstVariable = variables.count
        let shift = UInt64(truncatingIfNeeded: start &- blockStart)
        let hasDigit = block.digits &>> shift & WordBits.first(count) != 0
        let hash =
            hasDigit
            ? findVariables(buffer, WordBits(block, shift: shift, start: start, count: count))
            : Self.mix(Self.seed, buffer, text)
        add(text, hash: hash, firstVariable: firstVariable, followsSpace: followsSpace, hasDigit: hasDigit)
        return text.end
    }

    /// The same for a word of more than 64 bytes.
    @inline(never) private mutating func takeLong(
        _ buffer: borrowing ByteBuffer, from start: Int, to end: Int, _ followsSpace: Bool
    ) -> Int {
        var position = start
        var hasDigit = false
        while position < end, buffer[position] > 0x20, buffer[position] != 0x3D {
            hasDigit = hasDigit || buffer[position] &- 0x30 < 10
            position &+= 1
        }
        let text = Slice(from: start, to: position)
        let firstVariable = variables.count
        let hash = hasDigit ? findVariables(buffer, text) : Self.mix(Self.seed, buffer, text)
        add(text, hash: hash, firstVariable: firstVariable, followsSpace: followsSpace, hasDigit: hasDigit)
        return position
    }

    mutating func add(
        _ text: Slice, hash: UInt64, firstVariable: Int, followsSpace: Bool, hasDigit: Bool
    ) {
        let hash = hash == MessageToken.wildcard ? 1 : hash
        self.hash = Self.mix(self.hash, followsSpace ? hash : ~hash)
        tokens.append(
            MessageToken(
                hash: hash, text: text, firstVariable: firstVariable,
                variableCount: variables.count &- firstVariable, followsSpace: followsSpace, hasDigit: hasDigit))
    }

    /// Notes what varies in a word of at most 64 bytes, and returns the hash of the rest.
    private mutating func findVariables(_ buffer: borrowing ByteBuffer, _ word: WordBits) -> UInt64 {
        var hash = Self.seed
        var rest = word.start
        var position = 0
        while position < word.count {
            if let end = word.variable(buffer, at: position) {
                let text = Slice(from: word.start &+ position, to: word.start &+ end)
                hash = Self.mix(Self.mix(hash, buffer, Slice(from: rest, to: text.start)), Self.marker)
                variables.append(text)
                rest = text.end
                position = end
            } else {
                position = word.next(behind: position)
            }
        }
        return Self.mix(hash, buffer, Slice(from: rest, to: word.start &+ word.count))
    }

    // MARK: Hashes

    static let seed: UInt64 = 0x9E37_79B1_85EB_CA87
    static let marker: UInt64 = 0xC2B2_AE3D_27D4_EB4F

    @inline(__always) static func mix(_ hash: UInt64, _ value: UInt64) -> UInt64 {
        let product = (hash ^ value) &* 0x9FB2_1C65_1E98_DF25
        return product ^ product &>> 32
    }

    @inline(__always) static func mix(_ hash: UInt64, _ buffer: borrowing ByteBuffer, _ text: Slice) -> UInt64 {
        var hash = mix(hash, UInt64(truncatingIfNeeded: text.count))
        var position = text.start
        while text.end &- position >= 8 {
            hash = mix(hash, buffer.word(at: position))
            position &+= 8
        }
        if position < text.end { hash = mix(hash, SWAR.keep(buffer.word(at: position), first: text.end &- position)) }
        return hash
    }
}
