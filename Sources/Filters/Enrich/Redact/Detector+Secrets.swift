import Bytes

/// Secrets: what is known by its beginning, and what stands where secrets stand.
extension Detector {
    /// A known beginning, how many characters follow at least, and of which kind.
    struct TokenShape {
        enum Alphabet { case word, wordAndHyphen, dotted }
        let prefix: StaticString
        let least: Int
        let alphabet: Alphabet

        init(_ prefix: StaticString, _ least: Int, _ alphabet: Alphabet = .word) {
            self.prefix = prefix
            self.least = least
            self.alphabet = alphabet
        }
    }

    /// The beginnings that the issuers document, by their first byte.
    static let tokenShapes: [UInt8: [TokenShape]] = {
        let shapes = [
            // AWS access keys; Google API keys and OAuth; age.
            TokenShape("AKIA", 16), TokenShape("ASIA", 16), TokenShape("AIza", 35, .wordAndHyphen),
            TokenShape("ya29.", 20, .wordAndHyphen), TokenShape("AGE-SECRET-KEY-1", 50),
            // GitHub, GitLab.
            TokenShape("ghp_", 36), TokenShape("gho_", 36), TokenShape("ghu_", 36), TokenShape("ghs_", 36),
            TokenShape("ghr_", 36), TokenShape("github_pat_", 22, .wordAndHyphen),
            TokenShape("glpat-", 20, .wordAndHyphen), TokenShape("gldt-", 20, .wordAndHyphen),
            // Slack.
            TokenShape("xoxb-", 10, .wordAndHyphen), TokenShape("xoxp-", 10, .wordAndHyphen),
            TokenShape("xoxa-", 10, .wordAndHyphen), TokenShape("xoxr-", 10, .wordAndHyphen),
            TokenShape("xoxs-", 10, .wordAndHyphen), TokenShape("xoxe-", 10, .wordAndHyphen),
            TokenShape("xapp-", 10, .wordAndHyphen),
            // Stripe, npm, PyPI, SendGrid, Twilio, DigitalOcean, Shopify, Vault, OpenAI and those like it.
            TokenShape("sk_live_", 16), TokenShape("sk_test_", 16), TokenShape("rk_live_", 16),
            TokenShape("rk_test_", 16), TokenShape("whsec_", 16), TokenShape("npm_", 36),
            TokenShape("pypi-", 50, .wordAndHyphen), TokenShape("SG.", 40, .dotted), TokenShape("dop_v1_", 60),
            TokenShape("shpat_", 32), TokenShape("shpss_", 32), TokenShape("hvs.", 24, .wordAndHyphen),
            TokenShape("sk-", 20, .wordAndHyphen),
        ]
        return Dictionary(grouping: shapes) { "\($0.prefix)".utf8.first ?? 0 }
    }()

    private static func isTokenByte(_ byte: UInt8, _ alphabet: TokenShape.Alphabet) -> Bool {
        if ByteClass.isWord(byte) { return true }
        switch alphabet {
        case .word: return false
        case .wordAndHyphen: return byte == 0x2D || byte == 0x5F
        case .dotted: return byte == 0x2D || byte == 0x5F || byte == 0x2E
        }
    }

    /// A token that begins at `start`: its range, which leaves out the `Bearer` before it.
    static func token(_ subject: borrowing Subject, _ buffer: borrowing ByteBuffer, at start: Int) -> (Int, Int)? {
        let first = buffer[start]
        if let shapes = tokenShapes[first] {
            for shape in shapes where subject.has(shape.prefix, buffer, at: start) {
                let behind = start + shape.prefix.utf8CodeUnitCount
                let end = subject.end(of: behind, buffer) { isTokenByte($0, shape.alphabet) }
                if end - behind >= shape.least { return (start, end) }
            }
        }
        switch first {
        case 0x65: return jwt(subject, buffer, at: start)
        case 0x42, 0x62: return scheme(subject, buffer, at: start)
        case 0x68:
            guard subject.has("hooks.slack.com/services/", buffer, at: start) else { return nil }
            let secret = start + 25
            let end = subject.end(of: secret, buffer) { ByteClass.isWord($0) || $0 == 0x2F }
            return end - secret >= 20 ? (secret, end) : nil
        default: return nil
        }
    }

    /// Three parts of Base64, the first of which is a JSON object: `eyJ` (RFC 7519).
    private static func jwt(_ subject: borrowing Subject, _ buffer: borrowing ByteBuffer, at start: Int) -> (Int, Int)?
    {
        guard subject.has("eyJ", buffer, at: start) else { return nil }
        var position = start
        for part in 0..<5 {
            if part > 0 {
                guard subject.byte(buffer, position) == 0x2E else { return part >= 2 ? (start, position) : nil }
                position += 1
            }
            let end = subject.end(of: position, buffer) { isTokenByte($0, .wordAndHyphen) }
            if part < 2, end - position < 4 { return nil }
            position = end
        }
        return (start, position)
    }

    private static let bearer = Array("bearer ".utf8)
    private static let basic = Array("basic ".utf8)

    /// What stands behind `Bearer` or `Basic` (RFC 9110 §11.4).
    private static func scheme(_ subject: borrowing Subject, _ buffer: borrowing ByteBuffer, at start: Int) -> (
        Int, Int
    )? {
        let length =
            subject.has(word: bearer, buffer, at: start)
            ? bearer.count : subject.has(word: basic, buffer, at: start) ? basic.count : 0
        guard length > 0 else { return nil }
        let secret = subject.end(of: start + length, buffer) { $0 == 0x20 }
        let end = subject.end(of: secret, buffer) { ByteClass.isWord($0) || "-._~+/=".utf8.contains($0) }
        // A word behind `basic` is a word: a secret has a digit, a capital within or a sign.
        guard end - secret >= 8, looksRandom(buffer, secret, end) else { return nil }
        return (secret, end)
    }

    private static func looksRandom(_ buffer: borrowing ByteBuffer, _ start: Int, _ end: Int) -> Bool {
        for position in start + 1..<end where !(buffer[position] &- 0x61 < 26) { return true }
        return false
    }

    /// `-----BEGIN … PRIVATE KEY-----` and all that follows to its end, or to the end of the text (RFC 7468).
    static func pem(_ subject: borrowing Subject, _ buffer: borrowing ByteBuffer, at start: Int) -> Int? {
        guard subject.has("-----BEGIN ", buffer, at: start) else { return nil }
        var position = start + 11
        let label = subject.end(of: position, buffer, most: 64) { $0 != 0x2D }
        guard label - 11 >= position - 11, label >= position + 11,
            subject.has("PRIVATE KEY", buffer, at: label - 11)
                || label >= position + 17 && subject.has("PRIVATE KEY BLOCK", buffer, at: label - 17)
        else { return nil }
        position = label
        while let dash = buffer.find(0x2D, from: position, to: subject.end) {
            if subject.has("-----END ", buffer, at: dash) {
                let end = subject.end(of: dash + 9, buffer) { $0 != 0x2D }
                return subject.end(of: end, buffer) { $0 == 0x2D }
            }
            position = dash + 1
        }
        return subject.end
    }

    // MARK: Passwords

    /// Parts of names whose values are secret. Small letters.
    static let secretNames: [[UInt8]] = [
        "password", "passwd", "passwort", "passphrase", "pwd", "secret", "api_key", "api-key", "apikey", "access_key",
        "access-key", "accesskey", "private_key", "privatekey", "auth_token", "access_token", "refresh_token",
        "accesstoken", "refreshtoken", "session_token", "authorization", "credential",
    ].map { Array($0.utf8) }
    private static let token = Array("token".utf8)
    private static let pass = Array("pass".utf8)
    private static let schemes = ["basic ", "bearer ", "digest ", "token ", "negotiate "].map { Array($0.utf8) }

    /// Whether a name, such as `db_password`, is one of a secret.
    static func isSecretName(_ buffer: borrowing ByteBuffer, _ name: Slice) -> Bool {
        guard name.count >= 3, name.count <= 64 else { return false }
        let subject = Subject(name)
        for position in name.start..<name.end {
            switch buffer[position] | 0x20 {
            case 0x70, 0x73, 0x61, 0x72, 0x63:
                for word in secretNames where subject.has(word: word, buffer, at: position) { return true }
            default: continue
            }
        }
        return name.count == 5 && subject.has(word: token, buffer, at: name.start)
            || name.count == 4 && subject.has(word: pass, buffer, at: name.start)
    }

    /// The value behind an `=` or `:`, if what stands before that is the name of a secret.
    static func assigned(_ subject: borrowing Subject, _ buffer: borrowing ByteBuffer, at separator: Int) -> (Int, Int)?
    {
        var nameEnd = separator
        while nameEnd > subject.start, [0x20, 0x22, 0x27, 0x5C, 0x5D].contains(buffer[nameEnd - 1]),
            separator - nameEnd < 3
        {
            nameEnd -= 1
        }
        var nameStart = nameEnd
        while nameStart > subject.start, nameEnd - nameStart < 64 {
            let byte = buffer[nameStart - 1]
            guard ByteClass.isWord(byte) || byte == 0x5F || byte == 0x2D || byte == 0x2E else { break }
            nameStart -= 1
        }
        let name = Slice(from: nameStart, to: nameEnd)
        guard isSecretName(buffer, name) else { return nil }
        // `unexpected token: foo` is no secret.
        if buffer[separator] == 0x3A, name.count == 5, buffer[nameStart] | 0x20 == 0x74, nameEnd == separator {
            return nil
        }
        var start = separator + 1
        if subject.byte(buffer, start) == 0x3E || subject.byte(buffer, start) == 0x3D { start += 1 }
        return value(subject, buffer, from: start)
    }

    /// `--password hunter2`
    static func option(_ subject: borrowing Subject, _ buffer: borrowing ByteBuffer, at start: Int) -> (Int, Int)? {
        let end = subject.end(of: start + 2, buffer, most: 64) { ByteClass.isWord($0) || $0 == 0x2D || $0 == 0x5F }
        guard subject.byte(buffer, end) == 0x20, isSecretName(buffer, Slice(from: start + 2, to: end)),
            subject.byte(buffer, end + 1) != 0x2D
        else { return nil }
        return value(subject, buffer, from: end + 1)
    }

    private static func value(_ subject: borrowing Subject, _ buffer: borrowing ByteBuffer, from start: Int) -> (
        Int, Int
    )? {
        var start = subject.end(of: start, buffer, most: 2) { $0 == 0x20 }
        while subject.byte(buffer, start) == 0x5C { start += 1 }
        let quote = subject.byte(buffer, start)
        if quote == 0x22 || quote == 0x27 {
            let end = subject.end(of: start + 1, buffer) { $0 != quote && $0 != 0x5C }
            return end > start + 1 && !isRedacted(buffer, start + 1, end) ? (start + 1, end) : nil
        }
        for scheme in schemes where subject.has(word: scheme, buffer, at: start) { start += scheme.count }
        let end = subject.end(of: start, buffer) { byte in
            byte > 0x20 && byte != 0x26 && byte != 0x2C && byte != 0x3B && byte != 0x22 && byte != 0x27 && byte != 0x29
                && byte != 0x5D && byte != 0x7D
        }
        guard end > start, !isRedacted(buffer, start, end) else { return nil }
        return (start, end)
    }

    /// `[kind]`, `[kind#…` and `***`: hidden already.
    private static func isRedacted(_ buffer: borrowing ByteBuffer, _ start: Int, _ end: Int) -> Bool {
        if buffer[start] == 0x5B { return true }
        for position in start..<end where buffer[position] != 0x2A { return false }
        return true
    }

    /// The password of `scheme://user:password@host`, where `colon` is the first of the scheme's.
    static func userInfo(_ subject: borrowing Subject, _ buffer: borrowing ByteBuffer, at colon: Int) -> (Int, Int)? {
        guard subject.byte(buffer, colon + 1) == 0x2F, subject.byte(buffer, colon + 2) == 0x2F else { return nil }
        let start = colon + 3
        let end = subject.end(of: start, buffer, most: 512) {
            $0 > 0x20 && $0 != 0x2F && $0 != 0x3F && $0 != 0x23 && $0 != 0x22
        }
        guard let at = buffer.findLast(0x40, from: start, to: end),
            let divider = buffer.find(0x3A, from: start, to: at),
            divider + 1 < at, !isRedacted(buffer, divider + 1, at)
        else { return nil }
        return (divider + 1, at)
    }
}
