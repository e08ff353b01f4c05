import Bytes
import Records
import Regex

/// Finds personal data and secrets in texts. A byte that each kind must have is looked for before its expression.
final class SensitiveData {
    private struct Search {
        let kind: SensitiveKind
        let hint: UInt8?
        let pattern: CompiledPattern
    }

    private let searches: [Search]
    private let address: CompiledPattern

    init() throws(PatternError) {
        address = try CompiledPattern(Self.addressPattern, options: .bytes)
        var searches: [Search] = []
        for (kind, hint, regex) in Self.patterns {
            searches.append(
                Search(kind: kind, hint: hint, pattern: try CompiledPattern(regex, options: [.bytes, .caseless])))
        }
        self.searches = searches
    }

    /// Neither a version (`Chrome/49.0.2.1`, `rv:1.9.0.1`) nor a part of something longer.
    private static let addressPattern = {
        let byte = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])"
        let before = "(?<![0-9A-Za-z.])(?<![A-Za-z0-9]/)(?<!rv:)"
        return before + "(\(byte))[.](\(byte))[.]\(byte)[.]\(byte)(?![0-9A-Za-z]|[.][0-9])"
    }()

    private static let patterns: [(SensitiveKind, UInt8?, String)] = [
        (.email, 0x40, #"(?<![a-z0-9._%+-])[a-z0-9._%+-]++@(?:[a-z0-9-]+\.)+[a-z]{2,}"#),
        (.urlCredentials, 0x40, #"[a-z][a-z0-9+.-]*+://[^\s/:@]++:[^\s/@]++@"#),
        (.password, nil, secretName + #"["']?\s?[=:]\s?["']?(?!\*|x{3}|redacted|null|none|\[)[^\s&"',;]{3}"#),
        (.token, 0x2E, #"eyJ[a-z0-9_-]{8,}+\.eyJ[a-z0-9_-]{8,}+\."#),
        (.token, nil, #"(?<![a-z0-9])(?:"# + tokens.joined(separator: "|") + ")"),
        (.privateKey, 0x2D, "-----BEGIN [A-Z ]*+PRIVATE KEY"),
        (.hardwareAddress, 0x3A, "(?<![0-9a-f:])(?:[0-9a-f]{2}:){5}[0-9a-f]{2}(?![0-9a-f:])"),
        (.userName, nil, #"(?<![a-z0-9_])(?:"# + accounts.joined(separator: "|") + ")[a-z0-9._-]"),
        (
            .paymentCard, nil,
            "(?<![0-9a-z_.-])(?:4[0-9]{3}|5[1-5][0-9]{2}|3[47][0-9]{2})"
                + "[ -]?[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{3,4}(?![0-9a-z_.-])"
        ),
        // In capitals, as banks write it: of hexadecimal ids in small letters one in thousands has the right check digits.
        (.iban, nil, "(?<![a-z0-9])(?-i:[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?)(?![a-z0-9])"),
    ]

    private static let secretName =
        "(?<![a-z0-9])(?:password|passwd|pwd|secret|client_secret|api_?key|access_?token|auth_?token|authorization)"

    /// AWS, GitHub, Slack, Stripe (their documentation of key formats), and RFC 6750's bearers.
    private static let tokens = [
        "A(?:KI|SI)A[A-Z0-9]{16}(?![a-z0-9])", "gh[pousr]_[a-z0-9]{36}", "xox[abprs]-[a-z0-9-]{10}",
        "sk_live_[a-z0-9]{16}", #"bearer\s[a-z0-9._~+/-]{16}"#,
    ]

    /// As sshd, PAM and their kin write of accounts.
    private static let accounts = [
        "invalid user ", "illegal user ", "(?:opened|closed) for user ", "password for (?:invalid user )?", "user=",
        "username=", "ruser=", "login=",
    ]

    /// Names of fields whose whole value is of a kind.
    private static let fields: [String: SensitiveKind] = [
        "user": .userName, "username": .userName, "user_name": .userName, "user_id": .userName, "login": .userName,
        "password": .password, "passwd": .password, "secret": .password, "authorization": .token, "cookie": .token,
        "token": .token, "access_token": .token, "api_key": .token, "apikey": .token, "set_cookie": .token,
    ]

    private static let none: Set<SensitiveKind> = []

    func kinds(in text: Slice, of field: String, _ record: borrowing Record) -> Set<SensitiveKind> {
        var found = Self.none
        if let kind = Self.fields[field] { found.insert(kind) }
        guard text.count >= 7 else { return found }
        let text = text.prefix(8192)
        // What a user agent has with three points in it is a version.
        if field != "agent", record.store.buffer.find(0x2E, from: text.start, to: text.end) != nil {
            if let kind = addressKind(in: text, record) { found.insert(kind) }
        }
        for search in searches {
            if let hint = search.hint, record.store.buffer.find(hint, from: text.start, to: text.end) == nil {
                continue
            }
            guard search.pattern.firstMatch(in: record.store.buffer, text) == .matched,
                let match = search.pattern.capture(0)
            else { continue }
            if isReal(search.kind, record.store.buffer.copy(match)) { found.insert(search.kind) }
        }
        return found
    }

    /// A text that is shown to people, with what is personal in it taken out, word for word; nil where there is a secret in it.
    func masked(_ text: String) -> String? {
        var bytes = Array(text.utf8)
        // Each round takes one out.
        for _ in 0..<32 {
            var buffer = ByteBuffer(capacity: bytes.count + 16)
            buffer.append(bytes)
            let whole = Slice(start: 0, count: bytes.count)
            let found = searches.first { search in
                guard search.pattern.firstMatch(in: buffer, whole) == .matched,
                    let match = search.pattern.capture(0)
                else { return false }
                return isReal(search.kind, buffer.copy(match))
            }
            guard let found, let match = found.pattern.capture(0) else { return String(decoding: bytes, as: UTF8.self) }
            guard found.kind.kind != .secret else { return nil }
            var start = match.end - 1
            var end = match.end
            while start > 0, !Self.isBorder(bytes[start - 1]) { start -= 1 }
            while end < bytes.count, !Self.isBorder(bytes[end]) { end += 1 }
            bytes.replaceSubrange(start..<end, with: Array("<\(found.kind.rawValue)>".utf8))
        }
        return nil
    }

    private static func isBorder(_ byte: UInt8) -> Bool { byte <= 0x20 || "\"'=,;()[]<>".utf8.contains(byte) }

    private func addressKind(in text: Slice, _ record: borrowing Record) -> SensitiveKind? {
        guard address.firstMatch(in: record.store.buffer, text) == .matched, let first = address.capture(1),
            let second = address.capture(2), let a = record.store.buffer.integer(first),
            let b = record.store.buffer.integer(second)
        else { return nil }
        switch (a, b) {
        case (0, _), (127, _), (224..., _): return nil
        case (10, _), (172, 16...31), (192, 168), (100, 64...127), (169, 254): return .internalAddress
        default: return .publicAddress
        }
    }

    /// Numbers with a check digit are held against it.
    private func isReal(_ kind: SensitiveKind, _ text: [UInt8]) -> Bool {
        switch kind {
        case .paymentCard: CheckDigits.isLuhn(text)
        case .iban: CheckDigits.isIBAN(text)
        default: true
        }
    }
}
