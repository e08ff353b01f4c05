/// How people write durations on a command line: `90s`, `5m`, `1h30m`, `250ms`, `1.5h`.
///
/// Units are `w d h m s ms us ns` (also `µs`), the largest first, each at most once, as in Prometheus. A day is 24
/// hours and a week is 7 days: event time has no daylight saving. Durations are `Int64` nanoseconds, up to 15250 weeks
/// (292 years).
package enum DurationText {
    /// Why a text is not a duration, in a sentence that can follow `weir-aggregate: --every: `.
    package struct ParseError: Error, Equatable, Sendable, CustomStringConvertible {
        package let description: String
    }

    /// The nanoseconds of `text`; never negative.
    package static func parse(_ text: String) throws(ParseError) -> Int64 {
        var rest = Array(text.utf8)[...]
        guard !rest.isEmpty else { throw error(text, "is empty") }
        if rest == [UInt8(ascii: "0")] { return 0 }
        guard rest.first != UInt8(ascii: "-") else { throw error(text, "must not be negative") }
        var total: Int64 = 0
        var previous: Unit?
        while !rest.isEmpty {
            let number = rest.prefix { isDigit($0) || $0 == UInt8(ascii: ".") }
            guard isNumber(number) else { throw error(text, "needs a number before each unit") }
            rest = rest.dropFirst(number.count)
            let name = rest.prefix { !isDigit($0) && $0 != UInt8(ascii: ".") }
            rest = rest.dropFirst(name.count)
            guard !name.isEmpty else {
                throw error(text, "needs a unit after the number (w, d, h, m, s, ms, us or ns)")
            }
            guard let unit = Unit(name) else {
                let unknown = String(decoding: name, as: UTF8.self)
                throw error(text, "has the unknown unit '\(unknown)' (w, d, h, m, s, ms, us and ns are known)")
            }
            if let previous, previous.nanoseconds <= unit.nanoseconds {
                throw error(text, "must name each unit once, the largest first")
            }
            previous = unit
            guard let amount = Decimal(parsing: number.drop { $0 == UInt8(ascii: "0") }.withLeadingZero),
                let nanoseconds = amount.multiplied(by: Decimal(unit.nanoseconds))
            else { throw error(text, "is too long (more than 292 years)") }
            let (sum, overflow) = total.addingReportingOverflow(try whole(nanoseconds, of: text))
            guard !overflow else { throw error(text, "is too long (more than 292 years)") }
            total = sum
        }
        return total
    }

    /// The shortest usual text: `1m`, `1h30m`, `250ms`, `0s`. Weeks are used only when nothing is left over (`30d`, not
    /// `4w2d`). A negative duration, which no flag accepts but a difference may be, has a `-` in front.
    package static func format(_ nanoseconds: Int64) -> String {
        guard nanoseconds != 0 else { return "0s" }
        var text = nanoseconds < 0 ? "-" : ""
        var rest = nanoseconds.magnitude
        for unit in Unit.all {
            let size = UInt64(unit.nanoseconds)
            let (amount, remainder) = rest.quotientAndRemainder(dividingBy: size)
            if amount == 0 || unit.isForWholeAmounts && remainder != 0 { continue }
            text += "\(amount)\(unit.name)"
            rest = remainder
        }
        return text
    }

    private static func whole(_ nanoseconds: Decimal, of text: String) throws(ParseError) -> Int64 {
        if let whole = nanoseconds.asInt64 { return whole }
        guard nanoseconds < Decimal(Int64.max) else { throw error(text, "is too long (more than 292 years)") }
        throw error(text, "is finer than a nanosecond")
    }

    private static func error(_ text: String, _ reason: String) -> ParseError {
        ParseError(description: "the duration '\(text)' \(reason); write for example 90s, 5m, 1h30m or 250ms")
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    /// Digits, with at most one point between them.
    private static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first, let last = bytes.last else { return false }
        return isDigit(first) && isDigit(last) && bytes.count { !isDigit($0) } <= 1
    }

    private struct Unit {
        let name: String
        let nanoseconds: Int64
        var isForWholeAmounts = false

        static let all = [
            Unit(name: "w", nanoseconds: 604_800_000_000_000, isForWholeAmounts: true),
            Unit(name: "d", nanoseconds: 86_400_000_000_000),
            Unit(name: "h", nanoseconds: 3_600_000_000_000),
            Unit(name: "m", nanoseconds: 60_000_000_000),
            Unit(name: "s", nanoseconds: 1_000_000_000),
            Unit(name: "ms", nanoseconds: 1_000_000),
            Unit(name: "us", nanoseconds: 1_000),
            Unit(name: "ns", nanoseconds: 1),
        ]

        init(name: String, nanoseconds: Int64, isForWholeAmounts: Bool = false) {
            self.name = name
            self.nanoseconds = nanoseconds
            self.isForWholeAmounts = isForWholeAmounts
        }

        init?(_ bytes: ArraySlice<UInt8>) {
            // The micro sign and the Greek letter look the same, and both are typed.
            let isMicro = bytes.elementsEqual("µs".utf8) || bytes.elementsEqual("\u{3BC}s".utf8)
            guard let unit = Self.all.first(where: { isMicro ? $0.name == "us" : bytes.elementsEqual($0.name.utf8) })
            else { return nil }
            self = unit
        }
    }
}

extension ArraySlice<UInt8> {
    /// A JSON number again, after leading zeros were dropped.
    fileprivate var withLeadingZero: [UInt8] {
        guard let first, first != UInt8(ascii: ".") else { return [UInt8(ascii: "0")] + self }
        return Array(self)
    }
}
