import Bytes

extension JSONScanner {
    /// Checks one value of any kind and passes it. The slice of a string is its inside, without the quotes.
    @inline(__always) mutating func passValue() throws(JSONError) -> (kind: Field.Kind, value: Slice) {
        let start = position
        switch peek {
        case 0x7B:
            try passContainer()
            return (.object, Slice(from: start, to: position))
        case 0x5B:
            try passContainer()
            return (.array, Slice(from: start, to: position))
        default: return try passScalar()
        }
    }

    /// Checks a string, number, `true`, `false` or `null` and passes it.
    @inline(__always) mutating func passScalar() throws(JSONError) -> (kind: Field.Kind, value: Slice) {
        let start = position
        switch peek {
        case 0x22:
            position &+= 1
            let hasEscapes = try passString()
            return (hasEscapes ? .escapedString : .string, Slice(from: start &+ 1, to: position &- 1))
        case 0x2D, 0x30...0x39:
            let isInteger = try passNumber()
            return (isInteger ? .integer : .number, Slice(from: start, to: position))
        case 0x74:
            try passWord("true")
            return (.true, Slice(from: start, to: position))
        case 0x66:
            try passWord("false")
            return (.false, Slice(from: start, to: position))
        case 0x6E:
            try passWord("null")
            return (.null, Slice(from: start, to: position))
        default: throw error(.unexpected)
        }
    }

    /// Checks an object or array with all that is in it, without recursion: which of the two each open level is
    /// stands as one bit in 128.
    mutating func passContainer() throws(JSONError) {
        var objects: UInt128 = 0
        var depth = 0
        while true {
            if peek == 0x7B || peek == 0x5B {
                guard enclosing &+ depth < Self.maximalDepth else { throw error(.tooDeep) }
                let isObject = peek == 0x7B
                objects = objects &<< 1 | (isObject ? 1 : 0)
                depth &+= 1
                position &+= 1
                skipSpace()
                if peek != (isObject ? 0x7D : 0x5D) {
                    if isObject { try passKey() }
                    continue
                }
            } else {
                _ = try passScalar()
            }
            // Behind a value, or at the end of an empty container.
            while true {
                skipSpace()
                let isObject = objects & 1 == 1
                if peek == 0x2C {
                    position &+= 1
                    skipSpace()
                    if isObject { try passKey() }
                    break
                }
                guard peek == (isObject ? 0x7D : 0x5D) else { throw error(.unexpected) }
                position &+= 1
                objects &>>= 1
                depth &-= 1
                if depth == 0 { return }
            }
        }
    }

    /// Passes `"key" :` and the space behind it.
    @inline(__always) mutating func passKey() throws(JSONError) {
        guard peek == 0x22 else { throw error(.unexpected) }
        position &+= 1
        _ = try passString()
        try passColon()
    }

    @inline(__always) mutating func passColon() throws(JSONError) {
        skipSpace()
        guard peek == 0x3A else { throw error(.unexpected) }
        position &+= 1
        skipSpace()
    }
}
