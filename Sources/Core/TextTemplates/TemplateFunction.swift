import Bytes
import Records
import Regex

/// The functions of Prometheus' templates that need nothing but their arguments
/// (https://prometheus.io/docs/prometheus/latest/configuration/template_reference/), and those of Go that people use there.
enum TemplateFunction: String, CaseIterable, Sendable {
    case humanize, humanize1024, humanizeDuration, humanizePercentage, humanizeTimestamp
    case title, toUpper, toLower, stripPort, stripDomain, match, reReplaceAll, parseDuration
    case printf, print, len
    /// Of Alertmanager's templates, where there are lists.
    case join
    case eq, ne, lt, le, gt, ge, and, or, not

    /// Functions that Prometheus has and that ask its database, or know its web address.
    static let ofPrometheus: Set<String> = [
        "query", "first", "label", "value", "strvalue", "sortByLabel", "args", "tmpl", "safeHtml", "pathPrefix",
        "externalURL", "graphLink", "tableLink", "tableForm", "urlQueryEscape", "toTime", "println", "html", "js",
        "urlquery", "index", "slice", "call", "now",
    ]

    private var count: ClosedRange<Int> {
        switch self {
        case .printf: 1...16
        case .print: 0...16
        case .and, .or, .eq: 2...16
        case .match, .ne, .lt, .le, .gt, .ge, .join: 2...2
        case .reReplaceAll: 3...3
        default: 1...1
        }
    }

    func takes(_ arguments: Int) -> Bool { count.contains(arguments) }

    var arity: String {
        if count.upperBound == 16 { return "\(count.lowerBound) or more arguments" }
        return "\(count.lowerBound) argument\(count.lowerBound == 1 ? "" : "s")"
    }

    func apply(_ arguments: [TemplateValue]) -> TemplateValue {
        switch self {
        case .humanize: number(arguments, Self.humanize)
        case .humanize1024: number(arguments, Self.humanize1024)
        case .humanizeDuration: number(arguments, Self.humanizeDuration)
        case .humanizePercentage: number(arguments) { NumberFormat.general($0 * 100, 4) + "%" }
        case .humanizeTimestamp: number(arguments, Self.humanizeTimestamp)
        case .title: .text(Self.title(arguments[0].text))
        case .toUpper: .text(arguments[0].text.uppercased())
        case .toLower: .text(arguments[0].text.lowercased())
        case .stripPort: .text(Self.stripPort(arguments[0].text))
        case .stripDomain: .text(Self.stripDomain(arguments[0].text))
        case .match: Self.match(arguments[0].text, arguments[1].text)
        case .reReplaceAll: Self.replace(arguments[0].text, arguments[1].text, arguments[2].text)
        case .parseDuration: Self.parseDuration(arguments[0].text)
        case .printf: .text(Printf.text(arguments[0].text, Array(arguments.dropFirst())))
        case .print: .text(arguments.map(\.text).joined())
        case .len: .number(Double(Self.count(arguments[0])))
        case .join: .text(arguments[1].elements.map(\.text).joined(separator: arguments[0].text))
        case .eq: .bool(arguments.dropFirst().contains { Self.order(arguments[0], $0) == 0 })
        case .ne: .bool(Self.order(arguments[0], arguments[1]) != 0)
        case .lt: .bool(Self.order(arguments[0], arguments[1]) < 0)
        case .le: .bool(Self.order(arguments[0], arguments[1]) <= 0)
        case .gt: .bool(Self.order(arguments[0], arguments[1]) > 0)
        case .ge: .bool(Self.order(arguments[0], arguments[1]) >= 0)
        case .and: arguments.first { !$0.isTrue } ?? arguments[arguments.count - 1]
        case .or: arguments.first { $0.isTrue } ?? arguments[arguments.count - 1]
        case .not: .bool(!arguments[0].isTrue)
        }
    }

    /// What is no number stays as it is.
    private func number(_ arguments: [TemplateValue], _ body: (Double) -> String) -> TemplateValue {
        arguments[0].number.map { .text(body($0)) } ?? .text(arguments[0].text)
    }

    private static func count(_ value: TemplateValue) -> Int {
        if case .list(let elements) = value { return elements.count }
        return value.text.utf8.count
    }

    private static func order(_ left: TemplateValue, _ right: TemplateValue) -> Int {
        if let a = left.number, let b = right.number { return a < b ? -1 : a > b ? 1 : 0 }
        return left.text < right.text ? -1 : left.text > right.text ? 1 : 0
    }

    // MARK: Numbers for eyes (template/template.go)

    private static let smaller = ["m", "u", "n", "p", "f", "a", "z", "y"]

    private static func humanize(_ value: Double) -> String {
        guard value != 0, value.isFinite else { return NumberFormat.general(value, 4) }
        return scaled(value, ["k", "M", "G", "T", "P", "E", "Z", "Y"], by: 1000)
    }

    private static func humanize1024(_ value: Double) -> String {
        guard value.magnitude > 1, value.isFinite else { return NumberFormat.general(value, 4) }
        return scaled(value, ["ki", "Mi", "Gi", "Ti", "Pi", "Ei", "Zi", "Yi"], by: 1024)
    }

    private static func scaled(_ value: Double, _ larger: [String], by factor: Double) -> String {
        var value = value
        var prefix = ""
        if value.magnitude >= 1 {
            for name in larger where value.magnitude >= factor {
                prefix = name
                value /= factor
            }
        } else {
            for name in smaller where value.magnitude < 1 {
                prefix = name
                value *= 1000
            }
        }
        return NumberFormat.general(value, 4) + prefix
    }

    private static func humanizeDuration(_ value: Double) -> String {
        guard value.isFinite else { return NumberFormat.general(value, 4) }
        guard value != 0 else { return "0s" }
        guard value.magnitude >= 1 else { return scaled(value, [], by: 1000) + "s" }
        guard let whole = Int64(exactly: value.magnitude.rounded(.towardZero)) else {
            return NumberFormat.general(value, 4) + "s"
        }
        let sign = value < 0 ? "-" : ""
        let (days, hours, minutes, seconds) = (whole / 86400, whole / 3600 % 24, whole / 60 % 60, whole % 60)
        if days != 0 { return "\(sign)\(days)d \(hours)h \(minutes)m \(seconds)s" }
        if hours != 0 { return "\(sign)\(hours)h \(minutes)m \(seconds)s" }
        if minutes != 0 { return "\(sign)\(minutes)m \(seconds)s" }
        return NumberFormat.general(value, 4) + "s"
    }

    private static func humanizeTimestamp(_ value: Double) -> String {
        guard let nanoseconds = Int64(exactly: (value * 1e9).rounded()) else { return NumberFormat.general(value, 4) }
        return Timestamp(nanoseconds: nanoseconds).text
    }

    private static func parseDuration(_ text: String) -> TemplateValue {
        guard let nanoseconds = try? DurationText.parse(text) else { return .text("'\(text)' is no duration") }
        return .number(Double(nanoseconds) / 1e9)
    }

    // MARK: Texts

    private static func title(_ text: String) -> String {
        var result = ""
        var isStart = true
        for character in text {
            result += isStart ? character.uppercased() : String(character)
            isStart = !(character.isLetter || character.isNumber || character == "_" || character == "'")
        }
        return result
    }

    /// `host:port`, `[::1]:port`; anything else stays.
    private static func stripPort(_ text: String) -> String {
        if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
            return String(text[text.index(after: text.startIndex)..<end])
        }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count == 2 ? String(parts[0]) : text
    }

    /// `web1.example.com:80` becomes `web1:80`; an address stays.
    private static func stripDomain(_ text: String) -> String {
        let host = stripPort(text)
        let port = host.count < text.count && !text.hasPrefix("[") ? String(text.dropFirst(host.count)) : ""
        let isAddress = host.contains(":") || host.allSatisfy { $0.isNumber || $0 == "." }
        guard !isAddress, let dot = host.firstIndex(of: ".") else { return text }
        return String(host[..<dot]) + port
    }

    private static func match(_ pattern: String, _ text: String) -> TemplateValue {
        guard let compiled = try? CompiledPattern(pattern) else { return .text("'\(pattern)' is no pattern") }
        var buffer = ByteBuffer(capacity: text.utf8.count)
        buffer.append(text)
        if case .matched = compiled.firstMatch(in: buffer, Slice(start: 0, count: buffer.count)) { return .bool(true) }
        return .bool(false)
    }

    /// Go's replacement: `$1` and `${1}` are groups, `$$` is a dollar.
    private static func replace(_ pattern: String, _ by: String, _ text: String) -> TemplateValue {
        guard let compiled = try? CompiledPattern(pattern) else { return .text("'\(pattern)' is no pattern") }
        var buffer = ByteBuffer(capacity: text.utf8.count)
        buffer.append(text)
        let end = buffer.count
        var position = 0
        var result: [UInt8] = []
        while position <= end {
            guard case .matched = compiled.firstMatch(in: buffer, Slice(from: position, to: end)),
                let match = compiled.capture(0)
            else { break }
            result += buffer.copy(Slice(from: position, to: match.start))
            result += replacement(by) { compiled.capture($0).map { buffer.copy($0) } ?? [] }
            position = match.end
            if match.isEmpty {
                if position < end { result += buffer.copy(Slice(start: position, count: 1)) }
                position += 1
            }
        }
        if position < end { result += buffer.copy(Slice(from: position, to: end)) }
        return .text(String(decoding: result, as: UTF8.self))
    }

    private static func replacement(_ text: String, _ group: (Int) -> [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == 0x24 else {
                result.append(byte)
                continue
            }
            if rest.first == 0x24 {
                result.append(0x24)
                rest = rest.dropFirst()
                continue
            }
            let isBraced = rest.first == 0x7B
            let digits = rest.dropFirst(isBraced ? 1 : 0).prefix { $0 &- 0x30 < 10 }
            guard let number = Int(String(decoding: digits, as: UTF8.self)) else {
                result.append(byte)
                continue
            }
            result += group(number)
            rest = rest.dropFirst(digits.count + (isBraced ? 2 : 0))
        }
        return result
    }
}
