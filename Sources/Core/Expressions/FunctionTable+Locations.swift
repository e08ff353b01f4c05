import Bytes
import Records

extension FunctionTable {
    static let locations: [Function] = [
        Function(
            "parse_url", [.init("text", .text)], .json,
            "The parts of a URL (RFC 3986), as an object: scheme, user, host, port, path, query, fragment, as far as there are.",
            examples: [
                .init(
                    #"parse_url("https://ann:pw@example.com:8443/a?q=1#top")"#,
                    #"{"scheme":"https","user":"ann","host":"example.com","port":8443,"path":"/a","query":"q=1","fragment":"top"}"#
                ),
                .init(#"parse_url(referrer).host"#, #""example.com""#, record: #"{"referrer":"http://example.com"}"#),
            ],
            otherNames: ["url", "url_parse", "urlparse", "parse_uri"],
            .one { text, record, _ in
                guard case .text(let text) = text else { return .null }
                return record.urlParts(text)
            }),
        Function(
            "parse_query", [.init("text", .text)], .json,
            "The parameters of a URL's query, decoded, as an object.",
            examples: [
                .init(#"parse_query("q=a+b&page=2")"#, #"{"q":"a b","page":"2"}"#),
                .init(#"parse_query("?utm_source=mail%21").utm_source"#, #""mail!""#),
            ],
            otherNames: ["query", "parse_qs", "parse_query_string", "url_query", "querystring"],
            .one { text, record, _ in
                guard case .text(let text) = text else { return .null }
                return record.queryParameters(text)
            }),
    ]
}

extension Record {
    /// A password is left out: nothing that is derived should carry one on.
    fileprivate mutating func urlParts(_ url: Slice) -> Value {
        guard !url.isEmpty else { return .null }
        let start = store.buffer.count
        store.buffer.append(0x7B)
        var rest = url
        if let end = endOfScheme(rest) {
            append("scheme", Slice(from: rest.start, to: end), behind: start)
            rest = Slice(from: end + 1, to: rest.end)
        }
        let hash = store.buffer.find(0x23, from: rest.start, to: rest.end)
        let fragment = hash.map { Slice(from: $0 + 1, to: rest.end) }
        rest = Slice(from: rest.start, to: hash ?? rest.end)
        let mark = store.buffer.find(0x3F, from: rest.start, to: rest.end)
        let query = mark.map { Slice(from: $0 + 1, to: rest.end) }
        rest = Slice(from: rest.start, to: mark ?? rest.end)
        if rest.count >= 2, store[rest.start] == 0x2F, store[rest.start + 1] == 0x2F {
            let slash = store.buffer.find(0x2F, from: rest.start + 2, to: rest.end) ?? rest.end
            appendAuthority(Slice(from: rest.start + 2, to: slash), behind: start)
            rest = Slice(from: slash, to: rest.end)
        }
        if !rest.isEmpty { append("path", rest, behind: start) }
        if let query { append("query", query, behind: start) }
        if let fragment { append("fragment", fragment, behind: start) }
        store.buffer.append(0x7D)
        return .json(Slice(from: start, to: store.buffer.count))
    }

    /// Where the colon behind a scheme stands: a letter, then letters, digits, `+`, `-` and `.`.
    private func endOfScheme(_ url: Slice) -> Int? {
        guard store[url.start] | 0x20 &- 0x61 < 26 else { return nil }
        for position in url.start..<url.end {
            switch store[position] {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E: continue
            case 0x3A: return position
            default: return nil
            }
        }
        return nil
    }

    private mutating func appendAuthority(_ authority: Slice, behind start: Int) {
        var host = authority
        if let at = store.buffer.findLast(0x40, from: host.start, to: host.end) {
            let colon = store.buffer.find(0x3A, from: host.start, to: at)
            append("user", Slice(from: host.start, to: colon ?? at), behind: start)
            host = Slice(from: at + 1, to: host.end)
        }
        var port = Slice.empty
        if !host.isEmpty, store[host.start] == 0x5B, let close = store.buffer.find(0x5D, from: host.start, to: host.end)
        {
            if close + 1 < host.end, store[close + 1] == 0x3A { port = Slice(from: close + 2, to: host.end) }
            host = Slice(from: host.start + 1, to: close)
        } else if let colon = store.buffer.findLast(0x3A, from: host.start, to: host.end) {
            port = Slice(from: colon + 1, to: host.end)
            host = Slice(from: host.start, to: colon)
        }
        append("host", host, behind: start)
        if port.count <= 5, let number = store.buffer.integer(port), number >= 0 {
            appendName("port", behind: start)
            store.buffer.append(integer: number)
        }
    }

    private mutating func append(_ name: StaticString, _ text: Slice, behind start: Int) {
        appendName(name, behind: start)
        appendString(text)
    }

    private mutating func appendName(_ name: StaticString, behind start: Int) {
        if store.buffer.count > start + 1 { store.buffer.append(0x2C) }
        store.buffer.append(0x22)
        store.buffer.append(name)
        store.buffer.append("\":" as StaticString)
    }

    /// One that comes twice is there twice; the last counts, as ever.
    fileprivate mutating func queryParameters(_ text: Slice) -> Value {
        var rest = text
        if !rest.isEmpty, store[rest.start] == 0x3F { rest = rest.dropFirst(1) }
        // Decoded behind the text, and written out as JSON behind that.
        var members: [(name: Slice, value: Slice)] = []
        var position = rest.start
        while position < rest.end {
            let end = store.buffer.find(0x26, from: position, to: rest.end) ?? rest.end
            if end > position {
                let equals = store.buffer.find(0x3D, from: position, to: end)
                let name = decoded(Slice(from: position, to: equals ?? end))
                members.append((name, decoded(equals.map { Slice(from: $0 + 1, to: end) } ?? .empty)))
            }
            position = end + 1
        }
        let object = store.buffer.count
        store.buffer.append(0x7B)
        for (index, member) in members.enumerated() {
            if index > 0 { store.buffer.append(0x2C) }
            appendString(member.name)
            store.buffer.append(0x3A)
            appendString(member.value)
        }
        store.buffer.append(0x7D)
        return .json(Slice(from: object, to: store.buffer.count))
    }

    private mutating func decoded(_ text: Slice) -> Slice {
        let start = store.buffer.count
        store.buffer.appendDecoding(percent: text, plusIsSpace: true)
        let decoded = Slice(from: start, to: store.buffer.count)
        if store.buffer.isUTF8(decoded) { return decoded }
        store.buffer.appendRepairing(decoded)
        return Slice(from: decoded.end, to: store.buffer.count)
    }
}
