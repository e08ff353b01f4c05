import Bytes
import Records

/// Numbers that have a check digit, and those that have a shape.
extension Detector {
    /// 13 to 19 digits, alone or in groups with blanks or hyphens between them, that pass Luhn's test (ISO/IEC 7812-1).
    static func card(_ subject: borrowing Subject, _ buffer: borrowing ByteBuffer, at start: Int) -> Int? {
        let first = buffer[start]
        guard first >= 0x32, first <= 0x36 else { return nil }
        var digits: UInt64 = 0
        var count = 0
        var separator: UInt8 = 0
        var position = start
        var best: Int?
        while position < subject.end {
            let byte = buffer[position]
            if ByteClass.isDigit(byte) {
                count &+= 1
                guard count <= 19 else { break }
                digits = digits &* 10 &+ UInt64(byte &- 0x30)
                position &+= 1
                // It may end here, if the next byte does not go on with it.
                if count >= 13, !ByteClass.isWord(subject.byte(buffer, position)), luhn(digits) { best = position }
            } else if byte == 0x20 || byte == 0x2D, separator == 0 || separator == byte, count >= 4,
                ByteClass.isDigit(subject.byte(buffer, position &+ 1))
            {
                separator = byte
                position &+= 1
            } else {
                break
            }
        }
        return best
    }

    private static func luhn(_ digits: UInt64) -> Bool {
        var sum: UInt64 = 0
        var rest = digits
        var isSecond = false
        while rest > 0 {
            let digit = rest % 10
            let value = isSecond ? digit * 2 : digit
            sum += value > 9 ? value - 9 : value
            rest /= 10
            isSecond.toggle()
        }
        return sum % 10 == 0
    }

    /// A country, two check digits and the account, as long as the country has it, in one or in groups of four (ISO 13616).
    static func iban(_ subject: borrowing Subject, _ buffer: borrowing ByteBuffer, at start: Int) -> Int? {
        guard start + 15 <= subject.end, ByteClass.isLetter(buffer[start + 1]), ByteClass.isDigit(buffer[start + 2]),
            ByteClass.isDigit(buffer[start + 3])
        else { return nil }
        let country = UInt16(buffer[start] & 0xDF) << 8 | UInt16(buffer[start + 1] & 0xDF)
        guard let length = IBANLengths.table[country] else { return nil }
        var position = start
        var count = 0
        var separator: UInt8 = 0
        var remainder = 0
        var head: (Int, Int, Int, Int) = (0, 0, 0, 0)
        while position < subject.end, count < length {
            let byte = buffer[position]
            if (byte == 0x20 || byte == 0x2D) && count % 4 == 0 && count > 0 && (separator == 0 || separator == byte) {
                separator = byte
                position += 1
                guard ByteClass.isWord(subject.byte(buffer, position)) else { return nil }
                continue
            }
            guard ByteClass.isWord(byte) else { return nil }
            let value = ByteClass.isDigit(byte) ? Int(byte - 0x30) : Int(byte & 0xDF) - 0x41 + 10
            switch count {
            case 0: head.0 = value
            case 1: head.1 = value
            case 2: head.2 = value
            case 3: head.3 = value
            default: remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
            }
            count += 1
            position += 1
        }
        guard count == length, !ByteClass.isWord(subject.byte(buffer, position)) else { return nil }
        for value in [head.0, head.1, head.2, head.3] { remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97 }
        return remainder == 1 ? position : nil
    }

    /// Eight, three times four, and twelve hexadecimal digits (RFC 9562).
    static func uuid(_ subject: borrowing Subject, _ buffer: borrowing ByteBuffer, at start: Int) -> Int? {
        guard start + 36 <= subject.end, buffer[start + 8] == 0x2D, buffer[start + 13] == 0x2D else { return nil }
        for offset in 0..<36 {
            let byte = buffer[start + offset]
            let isHyphen = offset == 8 || offset == 13 || offset == 18 || offset == 23
            guard isHyphen ? byte == 0x2D : ByteClass.isHex(byte) else { return nil }
        }
        return ByteClass.isWord(subject.byte(buffer, start + 36)) ? nil : start + 36
    }

    // MARK: Addresses

    /// Four numbers up to 255, with dots: not a part of more of them, which is a version or an object's number.
    static func dotted(_ subject: borrowing Subject, _ buffer: borrowing ByteBuffer, at start: Int) -> Int? {
        var position = start
        for part in 0..<4 {
            if part > 0 {
                guard subject.byte(buffer, position) == 0x2E else { return nil }
                position &+= 1
            }
            var value = 0
            var digits = 0
            while digits < 4, ByteClass.isDigit(subject.byte(buffer, position)) {
                value = value &* 10 &+ Int(buffer[position] &- 0x30)
                digits &+= 1
                position &+= 1
            }
            guard digits > 0, digits < 4, value < 256 else { return nil }
        }
        let next = subject.byte(buffer, position)
        if ByteClass.isWord(next) || next == 0x2E && ByteClass.isDigit(subject.byte(buffer, position &+ 1)) {
            return nil
        }
        return position
    }

    /// RFC 4291's texts: a run of hexadecimal digits and colons that is an address.
    static func colons(_ subject: borrowing Subject, _ buffer: borrowing ByteBuffer, at start: Int) -> Int? {
        var end = start
        var colonCount = 0
        var hasDigit = false
        while end < subject.end, end &- start < 46 {
            let byte = buffer[end]
            if byte == 0x3A {
                colonCount &+= 1
            } else if ByteClass.isHex(byte) {
                hasDigit = true
            } else if byte != 0x2E {
                break
            }
            end &+= 1
        }
        guard colonCount >= 2, hasDigit, !ByteClass.isWord(subject.byte(buffer, end)) else { return nil }
        // A full stop or a colon behind the address is the sentence's.
        for _ in 0..<3 {
            if IPAddress(buffer, Slice(from: start, to: end)) != nil { return end }
            guard end > start, buffer[end &- 1] == 0x2E || buffer[end &- 1] == 0x3A else { return nil }
            end &-= 1
        }
        return nil
    }

    // MARK: Telephones

    /// `+49 89 1234567`: ITU-T E.164, up to 15 digits, in groups.
    static func international(_ subject: borrowing Subject, _ buffer: borrowing ByteBuffer, at start: Int) -> Int? {
        guard (0x31...0x39).contains(subject.byte(buffer, start)) else { return nil }
        let (end, digits) = groups(subject, buffer, from: start)
        return digits >= 8 && digits <= 15 ? end : nil
    }

    /// `0049 89 1234567`, `089/1234567`, `020 7946 0958`, `212-555-0123`.
    static func national(_ subject: borrowing Subject, _ buffer: borrowing ByteBuffer, at start: Int) -> Int? {
        let second = subject.byte(buffer, start &+ 1)
        // The country before an American number stands alone.
        if buffer[start] == 0x31 { return american(subject, buffer, at: start) }
        guard ByteClass.isDigit(second) else { return nil }
        let head = subject.end(of: start, buffer, most: 20, ByteClass.isDigit)
        if buffer[start] == 0x30, second == 0x30 {
            guard (0x31...0x39).contains(subject.byte(buffer, start &+ 2)) else { return nil }
            let (end, digits) = groups(subject, buffer, from: start)
            return digits >= 10 && digits <= 17 ? end : nil
        }
        if buffer[start] == 0x30 {
            guard head &- start >= 3, head &- start <= 5 else { return nil }
            let (end, digits) = groups(subject, buffer, from: start)
            return digits >= 9 && digits <= 12 ? end : nil
        }
        return american(subject, buffer, at: start)
    }

    /// `212-555-0123`, `1-212-555-0123`, `212.555.0123`.
    private static func american(_ subject: borrowing Subject, _ buffer: borrowing ByteBuffer, at start: Int) -> Int? {
        var position = start
        if buffer[position] == 0x31, [0x2D, 0x2E, 0x20].contains(subject.byte(buffer, position + 1)) { position += 2 }
        guard let exchange = threeDigits(subject, buffer, at: position) else { return nil }
        let separator = subject.byte(buffer, exchange)
        guard separator == 0x2D || separator == 0x2E else { return nil }
        return rest(subject, buffer, at: exchange + 1, separator)
    }

    /// `(212) 555-0123`
    static func bracketed(_ subject: borrowing Subject, _ buffer: borrowing ByteBuffer, at start: Int) -> Int? {
        guard let close = threeDigits(subject, buffer, at: start + 1), subject.byte(buffer, close) == 0x29 else {
            return nil
        }
        let next = subject.byte(buffer, close + 1) == 0x20 ? close + 2 : close + 1
        return rest(subject, buffer, at: next, 0x2D) ?? rest(subject, buffer, at: next, 0x20)
    }

    private static func rest(
        _ subject: borrowing Subject, _ buffer: borrowing ByteBuffer, at start: Int, _ separator: UInt8
    ) -> Int? {
        guard let line = threeDigits(subject, buffer, at: start), subject.byte(buffer, line) == separator else {
            return nil
        }
        let end = subject.end(of: line + 1, buffer, most: 5, ByteClass.isDigit)
        let next = subject.byte(buffer, end)
        guard end - line == 5, !ByteClass.isWord(next), next != 0x2D else { return nil }
        return end
    }

    /// Three digits, the first at least 2, as area and exchange have them.
    private static func threeDigits(_ subject: borrowing Subject, _ buffer: borrowing ByteBuffer, at start: Int) -> Int?
    {
        guard start + 3 <= subject.end, buffer[start] >= 0x32 else { return nil }
        for position in start..<start + 3 where !ByteClass.isDigit(buffer[position]) { return nil }
        return start + 3
    }

    /// Digits with single separators between them, or a pair of brackets: where they end, and how many there are.
    private static func groups(
        _ subject: borrowing Subject, _ buffer: borrowing ByteBuffer, from start: Int
    ) -> (end: Int, digits: Int) {
        var position = start
        var end = start
        var digits = 0
        while position < subject.end {
            let byte = buffer[position]
            if ByteClass.isDigit(byte) {
                digits &+= 1
                position &+= 1
                end = position
            } else if byte == 0x20 || byte == 0x2D || byte == 0x2E || byte == 0x2F || byte == 0x28 || byte == 0x29 {
                // Two at most, as in `) `.
                guard position &- end < 2 else { break }
                position &+= 1
            } else {
                break
            }
        }
        return ByteClass.isWord(subject.byte(buffer, end)) ? (end, 0) : (end, digits)
    }
}
