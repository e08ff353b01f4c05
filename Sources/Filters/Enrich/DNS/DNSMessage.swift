import Records

/// Messages of the domain name system (RFC 1035, section 4), as far as the names of addresses go: a question for a PTR record, and
/// its answer, which comes from outside and may be anything.
enum DNSMessage {
    enum Answer: Equatable {
        case name(String)
        /// There is no such record.
        case none
        /// The server could not, or would not.
        case refused
        /// It is no answer to this question: somebody else's, or a forged one.
        case foreign
    }

    /// What is asked: the name that belongs to an address, in wire form, with type and class (RFC 1035 §3.5, RFC 3596 §2.5).
    static func question(_ address: IPAddress) -> [UInt8] {
        let labels =
            address.isV4
            ? address.bytes.reversed().map { "\($0)" } + ["in-addr", "arpa"]
            : address.bytes.reversed().flatMap { [String($0 & 15, radix: 16), String($0 >> 4, radix: 16)] } + [
                "ip6", "arpa",
            ]
        return labels.flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) } + [0, 0, 12, 0, 1]
    }

    /// With the wish that the server asks others in turn.
    static func query(_ question: [UInt8], id: UInt16) -> [UInt8] {
        [UInt8(id >> 8), UInt8(id & 255), 1, 0, 0, 1, 0, 0, 0, 0, 0, 0] + question
    }

    static func answer(_ bytes: [UInt8], to question: [UInt8], id: UInt16) -> Answer {
        guard bytes.count >= 12 + question.count, word(bytes, 0) == id, bytes[2] & 0x80 != 0, word(bytes, 4) == 1,
            isEqual(bytes[12..<12 + question.count], question)
        else { return .foreign }
        switch bytes[3] & 15 {
        case 0: break
        case 3: return .none
        default: return .refused
        }
        var position = 12 + question.count
        for _ in 0..<word(bytes, 6) {
            guard let end = endOfName(bytes, position), end + 10 <= bytes.count else { return .none }
            let type = word(bytes, end)
            let dataEnd = end + 10 + Int(word(bytes, end + 8))
            guard dataEnd <= bytes.count else { return .none }
            if type == 12, word(bytes, end + 2) == 1, let name = name(bytes, end + 10), !name.isEmpty {
                return .name(name)
            }
            position = dataEnd
        }
        return .none
    }

    private static func word(_ bytes: [UInt8], _ position: Int) -> UInt16 {
        position + 1 < bytes.count ? UInt16(bytes[position]) << 8 | UInt16(bytes[position + 1]) : 0
    }

    /// Without regard to case, which servers may change.
    private static func isEqual(_ a: ArraySlice<UInt8>, _ b: [UInt8]) -> Bool {
        func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
        return a.count == b.count && zip(a, b).allSatisfy { lower($0) == lower($1) }
    }

    /// Behind a name, however it is written.
    private static func endOfName(_ bytes: [UInt8], _ start: Int) -> Int? {
        var position = start
        while position < bytes.count {
            let length = bytes[position]
            if length == 0 { return position + 1 }
            if length & 0xC0 == 0xC0 { return position + 2 <= bytes.count ? position + 2 : nil }
            guard length & 0xC0 == 0 else { return nil }
            position += 1 + Int(length)
        }
        return nil
    }

    /// A name as text; what is no letter, digit, `-` or `_` in a label is written as RFC 1035 §5.1 has it, `\046`. Nil for one that is
    /// damaged, too long or points in circles: a pointer leads to an earlier place only (RFC 1035 §4.1.4).
    private static func name(_ bytes: [UInt8], _ start: Int) -> String? {
        var text = ""
        var position = start
        var limit = start
        var length = 0
        while position < bytes.count {
            let count = Int(bytes[position])
            if count == 0 { return text }
            if count & 0xC0 == 0xC0 {
                let target = Int(word(bytes, position)) & 0x3FFF
                guard position + 1 < bytes.count, target < limit else { return nil }
                position = target
                limit = target
                continue
            }
            length += count + 1
            guard count & 0xC0 == 0, position + count < bytes.count, length < 255 else { return nil }
            if !text.isEmpty { text += "." }
            for byte in bytes[position + 1...position + count] {
                let isPlain = ByteClass.isWord(byte) || byte == 0x2D || byte == 0x5F
                let digits = String(byte)
                text +=
                    isPlain
                    ? String(UnicodeScalar(byte)) : "\\" + String(repeating: "0", count: 3 - digits.count) + digits
            }
            position += count + 1
        }
        return nil
    }
}
