import Records

/// The notation of promtool's tests (https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/):
/// `error_ratio{path="/a"}`, and its values `0 1+2x3 _x5 stale`.
struct SeriesNotation {
    struct Failure: Error, Equatable {
        let message: String
        let range: Range<Int>
    }

    let name: String
    let labels: [(name: String, value: String)]

    init(_ text: String) throws(Failure) {
        let bytes = Array(text.utf8)
        var position = 0
        func skip() { while position < bytes.count, bytes[position] == 0x20 { position += 1 } }
        func word() -> String {
            let start = position
            while position < bytes.count,
                bytes[position] == 0x5F || bytes[position] == 0x3A || bytes[position] == 0x2E
                    || bytes[position] &- 0x30 < 10
                    || (bytes[position] | 0x20) &- 0x61 < 26
            {
                position += 1
            }
            return String(decoding: bytes[start..<position], as: UTF8.self)
        }
        func wrong(_ message: String) -> Failure {
            Failure(message: message, range: position..<min(position + 1, bytes.count))
        }
        skip()
        name = word()
        guard !name.isEmpty else { throw wrong("a series begins with the name of a field") }
        skip()
        var labels: [(name: String, value: String)] = []
        if position < bytes.count {
            guard bytes[position] == 0x7B else { throw wrong("labels stand in braces") }
            position += 1
            skip()
            while position < bytes.count, bytes[position] != 0x7D {
                let label = word()
                skip()
                guard !label.isEmpty, position < bytes.count, bytes[position] == 0x3D else {
                    throw wrong("a label is written name=\"text\"")
                }
                position += 1
                skip()
                guard position < bytes.count, bytes[position] == 0x22 || bytes[position] == 0x27 else {
                    throw wrong("the text of a label stands in quotes")
                }
                let quote = bytes[position]
                position += 1
                var value: [UInt8] = []
                while position < bytes.count, bytes[position] != quote {
                    if bytes[position] == 0x5C, position + 1 < bytes.count { position += 1 }
                    value.append(bytes[position])
                    position += 1
                }
                guard position < bytes.count else { throw wrong("this quote is never closed") }
                position += 1
                labels.append((label, String(decoding: value, as: UTF8.self)))
                skip()
                if position < bytes.count, bytes[position] == 0x2C { position += 1 }
                skip()
            }
            guard position < bytes.count else { throw wrong("this brace is never closed") }
            position += 1
            skip()
            guard position == bytes.count else { throw wrong("nothing stands behind the labels") }
        }
        self.labels = labels
    }

    /// A hundred years of minutes are more than a test has.
    private static let mostValues = 1_000_000

    /// The values, one for each interval from 0 on; nil where there is none.
    static func values(_ text: String) throws(Failure) -> [String?] {
        var values: [String?] = []
        var offset = 0
        for part in text.split(separator: " ", omittingEmptySubsequences: false) {
            let range = offset..<offset + part.utf8.count
            offset = range.upperBound + 1
            if part.isEmpty { continue }
            guard let more = Self.expand(String(part)), values.count + more.count <= mostValues else {
                throw Failure(
                    message: "'\(part)' is no value; write a number, 1x5, 0+1x5, 10-1x5, _, _x5 or stale", range: range)
            }
            values += more
        }
        return values
    }

    private static func expand(_ part: String) -> [String?]? {
        if part == "_" || part == "stale" { return [nil] }
        let (head, times) = cut(part)
        guard let head else { return JSONNumber.isOne(part) ? [part] : nil }
        guard let times, times < mostValues else { return nil }
        if head == "_" { return Array(repeating: nil, count: times) }
        // The sign between start and step is not the first one, nor that of an exponent.
        let bytes = Array(head.utf8)
        let sign = bytes.indices.dropFirst().last { index in
            (bytes[index] == 0x2B || bytes[index] == 0x2D) && bytes[index - 1] | 0x20 != 0x65
        }
        guard let sign else { return JSONNumber.isOne(head) ? Array(repeating: head, count: times + 1) : nil }
        let start = String(decoding: bytes[..<sign], as: UTF8.self)
        let step = String(decoding: bytes[(sign + 1)...], as: UTF8.self)
        guard var value = Decimal(parsing: start.utf8), let size = Decimal(parsing: step.utf8) else { return nil }
        var values: [String?] = []
        for _ in 0...times {
            values.append("\(value)")
            guard let next = bytes[sign] == 0x2B ? value.adding(size) : value.subtracting(size) else { return nil }
            value = next
        }
        return values
    }

    /// `0+1x5` into `0+1` and 5.
    private static func cut(_ part: String) -> (String?, Int?) {
        guard let x = part.lastIndex(of: "x") else { return (nil, nil) }
        return (String(part[..<x]), Int(part[part.index(after: x)...]).flatMap { $0 >= 0 ? $0 : nil })
    }
}

enum JSONNumber {
    static func isOne(_ text: String) -> Bool {
        guard case .number? = try? JSONTree(parsing: Array(text.utf8)) else { return false }
        return true
    }
}
