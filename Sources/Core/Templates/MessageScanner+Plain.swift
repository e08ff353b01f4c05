import Bytes

extension MessageScanner {
    /// The same byte by byte: what `scan` is held against.
    mutating func scanPlainly(_ buffer: borrowing ByteBuffer, _ message: Slice) {
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

    /// Notes what varies in a word, and returns the hash of the rest.
    mutating func findVariables(_ buffer: borrowing ByteBuffer, _ text: Slice) -> UInt64 {
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
}
