import Records

/// What the fields of grok patterns are called in weir: flat, with standard names for what ECS says in many words.
///
/// A name may be written flat, `client`, as Logstash writes paths, `[source][ip]`, or as Elasticsearch does, `source.ip`.
enum GrokFieldNames {
    /// ECS names (https://www.elastic.co/docs/reference/ecs/ecs-field-reference) and weir's (weir-record(5)). Only names
    /// that mean the same in the same unit: `event.duration` counts nanoseconds, `http.version` is half of a protocol.
    static let standard: [String: String] = [
        "@timestamp": "time", "timestamp": "time",
        "log.level": "level",
        "host.hostname": "host", "host.name": "host", "log.syslog.hostname": "host",
        "service.name": "service",
        "process.name": "process", "log.syslog.appname": "process",
        "process.pid": "pid",
        "source.ip": "client", "client.ip": "client", "client.address": "client",
        "user.name": "user", "source.user.name": "user", "client.user.name": "user",
        "http.request.method": "method",
        "url.path": "path", "url.query": "query",
        "http.response.status_code": "status",
        "http.response.body.bytes": "bytes", "http.response.bytes": "bytes",
        "http.request.referrer": "referrer",
        "user_agent.original": "agent",
        "log.syslog.msgid": "msgid",
    ]

    /// PCRE2 10.42 has no longer names for groups (pcre2limits(3)).
    static let longest = 32

    struct Name {
        /// As written, with dots between the parts.
        let path: String
        /// The parts joined by `_`.
        let flat: String
        /// The name that the table has for it.
        let standard: String?
    }

    static func name(_ text: String, at offset: Int) throws(GrokFault) -> Name {
        func refuse(_ message: String) -> GrokFault { GrokFault(message: message, offset: offset) }
        guard let parts = parts(of: text), parts.allSatisfy({ !$0.isEmpty }) else {
            throw refuse("'\(text)' is no name for a field: write name or [outer][inner]")
        }
        let path = parts.joined(separator: ".")
        var flat = String(parts.joined(separator: "_").unicodeScalars.map { isNamePart($0) ? Character($0) : "_" })
        if flat.utf8.first.map({ $0 &- 0x30 < 10 }) ?? false { flat = "_" + flat }
        let standard = standard[path]
        if standard == nil, flat.utf8.count > longest {
            throw refuse("'\(flat)' is too long for the name of a field: \(longest) characters are the most")
        }
        if ReservedKey.all.contains(flat) {
            throw refuse("'\(flat)' is a key that weir keeps for itself (weir-record(5)); take another name")
        }
        return Name(path: path, flat: flat, standard: standard)
    }

    /// `[a][b]`, `a.b` or `a`; nil where brackets do not match.
    private static func parts(of text: String) -> [String]? {
        guard text.contains("[") || text.contains("]") else {
            return text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        }
        guard text.hasPrefix("["), text.hasSuffix("]") else { return nil }
        let parts = text.dropFirst().dropLast().split(separator: "]", omittingEmptySubsequences: false)
        var names: [String] = []
        for (index, part) in parts.enumerated() {
            guard index == 0 || part.hasPrefix("[") else { return nil }
            let name = index == 0 ? part : part.dropFirst()
            if name.contains("[") { return nil }
            names.append(String(name))
        }
        return names
    }

    private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "A"..."Z", "a"..."z", "0"..."9", "_": true
        default: false
        }
    }
}
