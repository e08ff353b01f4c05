/// A path of a request for people's eyes: without its query, and without what may be somebody's or a secret in it.
enum PathText {
    /// What follows one of these in a path is a person or a key.
    private static let telling: Set<String> = [
        "user", "users", "account", "accounts", "profile", "profiles", "member", "members", "customer", "customers",
        "patient", "patients", "token", "tokens", "reset", "verify", "confirm", "invite", "invitation", "session",
        "sessions", "key", "keys", "secret", "secrets", "password", "unsubscribe", "activate", "magic", "email",
        "phone",
    ]
    private static let longest = 96

    static func shown(_ path: String, _ detector: SensitiveData) -> String {
        // Parameters of a path (RFC 3986, section 3.3) are for sessions.
        let plain = decoded(path.prefix { $0 != "?" && $0 != "#" && $0 != ";" })
        var before = ""
        let parts = plain.split(separator: "/", omittingEmptySubsequences: false)
        let dates = dates(in: parts)
        let segments = parts.enumerated().map { place, segment in
            defer { before = segment.lowercased() }
            if dates.contains(place) { return String(segment) }
            // Word by word, so that what is around it stays.
            return detector.masked(shown(String(segment), after: before)) ?? "<…>"
        }
        guard let text = detector.masked(segments.joined(separator: "/")) else { return "(a path with a secret in it)" }
        return text.count > longest ? text.prefix(longest / 2 - 1) + "…" + text.suffix(longest / 2) : text
    }

    private static func shown(_ segment: String, after before: String) -> String {
        if segment.isEmpty { return segment }
        let isScript = [".php", ".html", ".htm", ".asp", ".aspx", ".jsp", ".js", ".css"].contains {
            segment.hasSuffix($0)
        }
        if telling.contains(before), !isScript { return "<…>" }
        if segment.hasPrefix("~"), segment.count > 1 { return "<~…>" }
        if let sign = segment.firstIndex(of: "="), segment.index(after: sign) < segment.endIndex {
            return segment[...sign] + "<…>"
        }
        let digits = segment.utf8.count { (0x30...0x39).contains($0) }
        if digits == segment.utf8.count { return "<n>" }
        if isAddress(segment) { return "<address>" }
        return isKey(segment, digits: digits) ? "<id>" : segment
    }

    /// Places of numbers that are a date: a year, and a month and a day behind it. A year alone may be anybody's number.
    private static func dates(in parts: [Substring]) -> Set<Int> {
        func isNumber(_ place: Int, _ range: ClosedRange<Int>, digits: ClosedRange<Int>) -> Bool {
            guard place < parts.count, digits.contains(parts[place].utf8.count),
                parts[place].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(parts[place])
            else { return false }
            return range.contains(number)
        }
        var places: Set<Int> = []
        for place in parts.indices
        where isNumber(place, 1990...2099, digits: 4...4) && isNumber(place + 1, 1...12, digits: 1...2) {
            places.formUnion([place, place + 1])
            if isNumber(place + 2, 1...31, digits: 1...2) { places.insert(place + 2) }
        }
        return places
    }

    /// Four numbers with points between them, anywhere; or what only an address of version 6 has.
    private static func isAddress(_ text: String) -> Bool {
        let runs = text.split { !($0.isASCII && ($0.isNumber || $0 == ".")) }
        if runs.contains(where: { $0.split(separator: ".").count == 4 && $0.count >= 7 }) { return true }
        return text.utf8.count { $0 == 0x3A } >= 2 && text.utf8.allSatisfy { isHex($0) || $0 == 0x3A || $0 == 0x2E }
    }

    /// A UUID, or letters and digits that no word is made of.
    private static func isKey(_ text: String, digits: Int) -> Bool {
        let bytes = Array(text.utf8)
        if bytes.count >= 12, digits >= 3, bytes.allSatisfy({ isHex($0) || $0 == 0x2D }) { return true }
        let runs = bytes.split { !isAlphanumeric($0) && $0 != 0x5F && $0 != 0x2B }
        return runs.contains { run in
            let digits = run.count { (0x30...0x39).contains($0) }
            return run.count >= 20 && digits >= 2 && run.count - digits >= 4
        }
    }

    private static func isHex(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }

    /// What is written as %40 is found, too.
    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == 0x25, rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16),
                value >= 0x20, value != 0x7F
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        // A query may hide behind one that is encoded.
        return String(String(decoding: bytes, as: UTF8.self).prefix { $0 != "?" && $0 != "#" && $0 != ";" })
    }
}
