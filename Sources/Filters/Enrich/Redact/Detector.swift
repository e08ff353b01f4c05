import Bytes

/// Finds in a text what is to be hidden, by its look: one pass, in which most bytes are only looked up in a table.
///
/// What is not certain is taken for the secret that it may be: to hide too much costs less than to show it.
struct Detector: ~Copyable {
    /// What was found, and which of `SensitiveKind` it is.
    struct Finding: BitwiseCopyable, Equatable {
        let kind: SensitiveKind
        let start: Int
        let end: Int
    }

    private let kinds: Set<SensitiveKind>
    /// Bytes at which nothing can begin have 0.
    private let isTrigger: [Bool]
    private let hasEmail, hasIP, hasCard, hasIBAN, hasToken, hasPassword, hasUUID, hasPhone: Bool

    init(_ kinds: Set<SensitiveKind>) {
        self.kinds = kinds
        isTrigger = (0..<256).map { Self.begins(UInt8(truncatingIfNeeded: $0), kinds) }
        hasEmail = kinds.contains(.email)
        hasIP = kinds.contains(.ip)
        hasCard = kinds.contains(.card)
        hasIBAN = kinds.contains(.iban)
        hasToken = kinds.contains(.token)
        hasPassword = kinds.contains(.password)
        hasUUID = kinds.contains(.uuid)
        hasPhone = kinds.contains(.phone)
    }

    /// Whether the byte begins, or gives away, something of one of the kinds.
    private static func begins(_ byte: UInt8, _ kinds: Set<SensitiveKind>) -> Bool {
        switch byte {
        case 0x40, 0x25: kinds.contains(.email)
        case 0x30...0x39: !kinds.isDisjoint(with: [.ip, .card, .uuid, .phone])
        case 0x3A: !kinds.isDisjoint(with: [.ip, .password])
        case 0x3D: kinds.contains(.password)
        case 0x2D: !kinds.isDisjoint(with: [.token, .password])
        case 0x2B, 0x28: kinds.contains(.phone)
        case 0x41...0x46, 0x61...0x66: !kinds.isDisjoint(with: [.ip, .uuid, .iban, .token])
        case 0x47...0x5A, 0x67...0x7A: !kinds.isDisjoint(with: [.iban, .token])
        default: false
        }
    }

    /// The first finding at or behind `position`; none begins before that.
    func next(_ buffer: borrowing ByteBuffer, in text: Slice, from position: Int) -> Finding? {
        let subject = Subject(text)
        var current = position
        while current < text.end {
            let byte = buffer[current]
            if isTrigger[Int(byte)], let finding = look(subject, buffer, at: current, byte, floor: position) {
                return finding
            }
            current &+= 1
        }
        return nil
    }

    private func look(
        _ subject: borrowing Subject, _ buffer: borrowing ByteBuffer, at position: Int, _ byte: UInt8, floor: Int
    ) -> Finding? {
        func finding(_ kind: SensitiveKind, _ range: (Int, Int)?) -> Finding? {
            guard let range, range.0 >= floor else { return nil }
            return Finding(kind: kind, start: range.0, end: range.1)
        }
        func finding(_ kind: SensitiveKind, _ end: Int?) -> Finding? {
            end.map { Finding(kind: kind, start: position, end: $0) }
        }
        let before = subject.byte(buffer, position &- 1)
        switch byte {
        case 0x40, 0x25:
            return hasEmail ? finding(.email, Self.email(subject, buffer, at: position, floor: floor)) : nil
        case 0x3A:
            if hasPassword {
                if let found = finding(.password, Self.userInfo(subject, buffer, at: position)) { return found }
                if let found = finding(.password, Self.assigned(subject, buffer, at: position)) { return found }
            }
            guard hasIP, subject.byte(buffer, position &+ 1) == 0x3A, !ByteClass.isWord(before), before != 0x3A else {
                return nil
            }
            return finding(.ip, Self.colons(subject, buffer, at: position))
        case 0x3D: return finding(.password, Self.assigned(subject, buffer, at: position))
        case 0x2D:
            guard subject.byte(buffer, position &+ 1) == 0x2D, before != 0x2D else { return nil }
            if hasToken, let end = Self.pem(subject, buffer, at: position) { return finding(.token, end) }
            return hasPassword ? finding(.password, Self.option(subject, buffer, at: position)) : nil
        case 0x2B:
            guard !ByteClass.isWord(before), before != 0x2B else { return nil }
            return finding(.phone, Self.international(subject, buffer, at: position &+ 1))
        case 0x28: return finding(.phone, Self.bracketed(subject, buffer, at: position))
        default: break
        }
        // The rest begin where a word does.
        guard !ByteClass.isWord(before) || hasCard && Self.followsWord(subject, buffer, position) else { return nil }
        if ByteClass.isDigit(byte) {
            if hasCard, before != 0x2E, let end = Self.card(subject, buffer, at: position) {
                return finding(.card, end)
            }
            guard !ByteClass.isWord(before) else { return nil }
            if hasUUID, let end = Self.uuid(subject, buffer, at: position) { return finding(.uuid, end) }
            if hasIP {
                if before != 0x2E, let end = Self.dotted(subject, buffer, at: position) { return finding(.ip, end) }
                if before != 0x3A, let end = Self.colons(subject, buffer, at: position) { return finding(.ip, end) }
            }
            if hasPhone, before != 0x2E, before != 0x2D, before != 0x3A {
                return finding(.phone, Self.national(subject, buffer, at: position))
            }
            return nil
        }
        if hasToken, let range = Self.token(subject, buffer, at: position) { return finding(.token, range) }
        if hasIBAN, let end = Self.iban(subject, buffer, at: position) { return finding(.iban, end) }
        guard ByteClass.isHex(byte) else { return nil }
        if hasUUID, let end = Self.uuid(subject, buffer, at: position) { return finding(.uuid, end) }
        if hasIP, before != 0x3A { return finding(.ip, Self.colons(subject, buffer, at: position)) }
        return nil
    }

    /// `card4111…`: a digit behind letters that are no hexadecimal number.
    private static func followsWord(_ subject: borrowing Subject, _ buffer: borrowing ByteBuffer, _ position: Int)
        -> Bool
    {
        guard ByteClass.isDigit(buffer[position]), ByteClass.isLetter(subject.byte(buffer, position &- 1)) else {
            return false
        }
        var start = position
        var isHex = true
        while ByteClass.isLetter(subject.byte(buffer, start &- 1)), position &- start < 16 {
            start &-= 1
            isHex = isHex && ByteClass.isHex(buffer[start])
        }
        return !isHex && !ByteClass.isWord(subject.byte(buffer, start &- 1))
    }

    // MARK: Mail addresses

    /// A local part, `@` or in URLs `%40`, and a domain with a dot (RFC 5321, and international ones).
    private static func email(
        _ subject: borrowing Subject, _ buffer: borrowing ByteBuffer, at sign: Int, floor: Int
    ) -> (Int, Int)? {
        var domain = sign + 1
        if buffer[sign] == 0x25 {
            guard subject.byte(buffer, sign + 1) == 0x34, subject.byte(buffer, sign + 2) == 0x30 else { return nil }
            domain = sign + 3
        }
        var start = sign
        if sign > floor, buffer[sign - 1] == 0x22, let quote = buffer.findLast(0x22, from: floor, to: sign - 1) {
            start = quote
        } else {
            while start > floor {
                let byte = buffer[start - 1]
                guard ByteClass.isWord(byte) || byte >= 0x80 || "._%+'-".utf8.contains(byte) else { break }
                start -= 1
            }
            while start < sign, !(ByteClass.isWord(buffer[start]) || buffer[start] >= 0x80 || buffer[start] == 0x5F) {
                start += 1
            }
        }
        guard start < sign else { return nil }
        var end = domain
        var label = domain
        var dots = 0
        var position = domain
        while position < subject.end {
            let byte = buffer[position]
            if ByteClass.isWord(byte) || byte >= 0x80 || byte == 0x2D {
                position += 1
                end = position
            } else if byte == 0x2E, position > label, position + 1 < subject.end,
                ByteClass.isWord(buffer[position + 1]) || buffer[position + 1] >= 0x80
            {
                dots += 1
                position += 1
                label = position
            } else {
                break
            }
        }
        guard dots > 0, end - label >= 2, !ByteClass.isDigit(buffer[label]) else { return nil }
        return (start, end)
    }
}
