import Expressions

/// Recognises what Prometheus' query language has and weir's does not, and says what to write instead: rules are read as they
/// were written for Prometheus, but for their expressions.
enum PromQL {
    /// An error that shows weir's equivalent; nil where nothing of the text is PromQL alone.
    static func explain(_ text: String) -> ExpressionError? {
        let bytes = Array(text.utf8)
        var quote: UInt8?
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            if let open = quote {
                if byte == 0x5C { position += 1 } else if byte == open { quote = nil }
                position += 1
                continue
            }
            if byte == 0x22 || byte == 0x27 || byte == 0x60 {
                quote = byte
                position += 1
                continue
            }
            guard isName(byte) else {
                if byte == 0x5B { return range(text, bytes, at: position, of: nil) }
                position += 1
                continue
            }
            let start = position
            while position < bytes.count, isName(bytes[position]) { position += 1 }
            let word = String(decoding: bytes[start..<position], as: UTF8.self)
            var next = position
            while next < bytes.count, bytes[next] == 0x20 { next += 1 }
            let follower = next < bytes.count ? bytes[next] : 0
            if let error = explain(word, follower, at: next, text, bytes, start..<position) { return error }
        }
        return nil
    }

    private static func explain(
        _ word: String, _ follower: UInt8, at next: Int, _ text: String, _ bytes: [UInt8], _ range: Range<Int>
    ) -> ExpressionError? {
        if follower == 0x28 {
            if let (weir, sentence) = functions[word] {
                let inner = argument(bytes, from: next)
                return error(text, range, "\(word)() is PromQL", fill(sentence, inner) + write(weir, inner))
            }
            if ["sum", "avg", "count", "topk", "bottomk", "stddev", "quantile", "group"].contains(word) {
                return error(
                    text, range, "\(word)() over series is PromQL",
                    "let weir-aggregate make the metric with the --by that you want, and compare its field here")
            }
        }
        switch word {
        case "by", "without", "on", "ignoring", "group_left", "group_right":
            guard follower == 0x28 else { return nil }
            return error(
                text, range, "'\(word) (…)' is PromQL",
                "the labels of a series are those of 'weir-aggregate --by', or the rule's 'by: [FIELD, …]'")
        case "offset":
            return error(text, range, "'offset' is PromQL", "write ago(FIELD, 1d)")
        case "unless": return error(text, range, "'unless' is PromQL", "write a && !b")
        case "bool": return error(text, range, "'bool' is PromQL", "leave it out: a comparison is true or false")
        default: break
        }
        if follower == 0x7B { return selector(text, bytes, word, at: next, range) }
        if follower == 0x5B { return self.range(text, bytes, at: next, of: word) }
        return nil
    }

    /// Functions by their names there: a template in which `%` is the metric and `#` the range, and what goes before it.
    private static let functions: [String: (weir: String, sentence: String)] = [
        "rate": ("%_rate", "weir-aggregate --every # 'rate as %_rate' computes it: "),
        "irate": ("change(%, #)", ""), "increase": ("sum_over(%, #)", ""), "delta": ("change(%, #)", ""),
        "idelta": ("change(%, #)", ""), "deriv": ("change(%, #)", ""), "avg_over_time": ("avg_over(%, #)", ""),
        "min_over_time": ("min_over(%, #)", ""), "max_over_time": ("max_over(%, #)", ""),
        "sum_over_time": ("sum_over(%, #)", ""), "quantile_over_time": ("median_over(%, #)", ""),
        "absent": ("absent_for: 5m", "instead of an expr, "),
        "absent_over_time": ("absent_for: #", "instead of an expr, "),
        "histogram_quantile": ("duration_p99", "weir-aggregate 'p99(duration)' computes it: "),
        "label_replace": ("", "let weir-enrich --set make the field before weir-aggregate"),
        "label_join": ("", "let weir-enrich --set make the field before weir-aggregate"),
        "time": ("", "use absent_for, or compare with ago(FIELD, 5m)"),
        "vector": ("", "leave it out"), "scalar": ("", "leave it out"),
        "clamp_max": ("min(%, 1)", ""), "clamp_min": ("max(%, 0)", ""),
    ]

    private static func write(_ template: String, _ inner: (metric: String, range: String)) -> String {
        guard !template.isEmpty else { return "" }
        return "write " + fill(template, inner)
    }

    private static func fill(_ template: String, _ inner: (metric: String, range: String)) -> String {
        template.reduce(into: "") { text, character in
            text += character == "%" ? inner.metric : character == "#" ? inner.range : String(character)
        }
    }

    /// The metric and the range in a call's parentheses: of `(rate(http_requests_total{job="a"}[5m]))`, both.
    private static func argument(_ bytes: [UInt8], from open: Int) -> (metric: String, range: String) {
        var position = open + 1
        var name = ""
        while position < bytes.count {
            let start = position
            while position < bytes.count, isName(bytes[position]) { position += 1 }
            let word = String(decoding: bytes[start..<position], as: UTF8.self)
            let follower = position < bytes.count ? bytes[position] : 0
            if !word.isEmpty, !(word.utf8.first ?? 0x30 &- 0x30 < 10), follower != 0x28 {
                name = word
                break
            }
            position += 1
        }
        for end in ["_total", "_count", "_sum", "_bucket"] where name.hasSuffix(end) { name.removeLast(end.count) }
        var range = "5m"
        if let open = bytes[min(position, bytes.count)...].firstIndex(of: 0x5B),
            let close = bytes[open...].firstIndex(where: { $0 == 0x5D || $0 == 0x3A })
        {
            range = String(decoding: bytes[open + 1..<close], as: UTF8.self)
        }
        return (name.isEmpty ? "FIELD" : name, range)
    }

    /// `metric{job="api",path=~"/a.*"}`
    private static func selector(
        _ text: String, _ bytes: [UInt8], _ metric: String, at open: Int, _ name: Range<Int>
    ) -> ExpressionError {
        let close = bytes[open...].firstIndex(of: 0x7D) ?? bytes.count - 1
        var terms: [String] = []
        for matcher in String(decoding: bytes[open + 1..<max(close, open + 1)], as: UTF8.self).split(separator: ",") {
            let term = matcher.filter { $0 != " " }
            guard let sign = ["!=", "=~", "!~", "="].first(where: { contains(term, $0) }),
                let (label, value) = cut(term, at: sign)
            else { continue }
            switch sign {
            case "=": terms.append("\(label) == \(value)")
            case "!=": terms.append("\(label) != \(value)")
            default: terms.append("\(label) \(sign) \"^(?:\(value.filter { $0 != "\"" }))$\"")
            }
        }
        return error(
            text, name.lowerBound..<min(close + 1, bytes.count), "label matchers in braces are PromQL",
            "write \((terms + ["\(metric) …"]).joined(separator: " && "))")
    }

    private static func contains(_ text: String, _ part: String) -> Bool { cut(text, at: part) != nil }

    private static func cut(_ text: String, at sign: String) -> (String, String)? {
        let bytes = Array(text.utf8)
        let wanted = Array(sign.utf8)
        guard bytes.count >= wanted.count,
            let found = (0...(bytes.count - wanted.count)).first(where: {
                bytes[$0..<($0 + wanted.count)].elementsEqual(wanted)
            })
        else { return nil }
        return (
            String(decoding: bytes[..<found], as: UTF8.self),
            String(decoding: bytes[(found + wanted.count)...], as: UTF8.self)
        )
    }

    private static func range(_ text: String, _ bytes: [UInt8], at open: Int, of metric: String?) -> ExpressionError {
        let close = bytes[open...].firstIndex(of: 0x5D) ?? bytes.count - 1
        let span = String(decoding: bytes[open + 1..<max(close, open + 1)], as: UTF8.self)
        return error(
            text, open..<min(close + 1, bytes.count), "a range in brackets is PromQL",
            "write avg_over(\(metric ?? "FIELD"), \(span))")
    }

    private static func error(
        _ text: String, _ range: Range<Int>, _ message: String, _ hint: String
    ) -> ExpressionError {
        ExpressionError(source: text, message: message, position: range.lowerBound, length: range.count, hint: hint)
    }

    private static func isName(_ byte: UInt8) -> Bool {
        byte == 0x5F || byte == 0x3A || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
    }
}
