import Bytes

/// A word of a message, with what varies in it taken out: `blk_<*>` of `blk_38865`.
struct MessageToken: BitwiseCopyable {
    /// Of the text without what varies; never `wildcard`.
    let hash: UInt64
    let text: Slice
    /// Which of the scanner's variables lie in it.
    let firstVariable: Int
    let variableCount: Int
    /// White space stands before it.
    let followsSpace: Bool
    let hasDigit: Bool

    /// The hash of a token of a template that stands for any word.
    static let wildcard: UInt64 = 0
}

/// Cuts a message into words at white space and `=`, and finds in them what varies from message to message: numbers, addresses,
/// times and versions (digits joined by dots and colons), hexadecimal words, hosts that are followed by a port.
struct MessageScanner: ~Copyable {
    private(set) var tokens = Slab<MessageToken>(capacity: 64)
    private(set) var variables = Slab<Slice>(capacity: 64)
    /// Of all words, without what varies: messages that differ in that alone have the same.
    private(set) var hash: UInt64 = 0

    /// Words of a message at most; what is left is the last one, and varies as a whole.
    static let mostTokens = 128

    mutating func scan(_ buffer: borrowing ByteBuffer, _ message: Slice) {
        tokens.removeAll()
        variables.removeAll()
        hash = 1
        var position = message.start
        let end = message.end
        var followsSpace = false
        while position < end {
            let start = position
            var byte = buffer[position]
            if byte <= 0x20 {
                followsSpace = true
                position &+= 1
                continue
            }
            if tokens.count == Self.mostTokens {
                let rest = Slice(from: start, to: end)
                variables.append(rest)
                add(rest, hash: 3, firstVariable: variables.count &- 1, followsSpace: followsSpace, hasDigit: true)
                return
            }
            position &+= 1
            var hasDigit = byte &- 0x30 < 10
            if byte != 0x3D {
                while position < end {
                    byte = buffer[position]
                    if byte <= 0x20 || byte == 0x3D { break }
                    hasDigit = hasDigit || byte &- 0x30 < 10
                    position &+= 1
                }
            }
            let text = Slice(from: start, to: position)
            let firstVariable = variables.count
            let hash = hasDigit ? findVariables(buffer, text) : Self.mix(Self.seed, buffer, text)
            add(text, hash: hash, firstVariable: firstVariable, followsSpace: followsSpace, hasDigit: hasDigit)
            followsSpace = false
        }
    }

    private mutating func add(
        _ text: Slice, hash: UInt64, firstVariable: Int, followsSpace: Bool, hasDigit: Bool
    ) {
        let hash = hash == MessageToken.wildcard ? 1 : hash
        self.hash = Self.mix(self.hash, followsSpace ? hash : ~hash)
        tokens.append(
            MessageToken(
                hash: hash, text: text, firstVariable: firstVariable,
                variableCount: variables.count &- firstVariable, followsSpace: followsSpace, hasDigit: hasDigit))
    }

    /// Notes what varies in a word, and returns the hash of the rest.
    private mutating func findVariables(_ buffer: borrowing ByteBuffer, _ text: Slice) -> UInt64 {
        var hash = Self.seed
        var rest = text.start
        var position = text.start
        while position < text.end {
            if let end = Variable.end(buffer, at: position, to: text.end) {
                hash = Self.mix(Self.mix(hash, buffer, Slice(from: rest, to: position)), Self.marker)
                variables.append(Slice(from: position, to: end))
                rest = end
                position = end
            } else {
                // On to where the next word may begin.
                while position < text.end, Variable.isWord(buffer[position]) { position &+= 1 }
                while position < text.end, !Variable.isWord(buffer[position]),
                    !Variable.isSign(buffer, position, text.end)
                {
                    position &+= 1
                }
            }
        }
        return rest == text.start
            ? Self.mix(hash, buffer, text) : Self.mix(hash, buffer, Slice(from: rest, to: text.end))
    }

    // MARK: Hashes

    private static let seed: UInt64 = 0x9E37_79B1_85EB_CA87
    private static let marker: UInt64 = 0xC2B2_AE3D_27D4_EB4F

    @inline(__always) static func mix(_ hash: UInt64, _ value: UInt64) -> UInt64 {
        let product = (hash ^ value) &* 0x9FB2_1C65_1E98_DF25
        return product ^ product &>> 32
    }

    @inline(__always) private static func mix(_ hash: UInt64, _ buffer: borrowing ByteBuffer, _ text: Slice) -> UInt64 {
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
