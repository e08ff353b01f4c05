import Bytes
import Records

/// Numbers with units behind them: `12ms`, `1h30m`, `1.5GiB`.
enum UnitText {
    /// Durations as Go, Prometheus and people write them, one number with a unit after the other, in seconds. A number alone
    /// is none: nobody knows of what.
    static func seconds(_ buffer: borrowing ByteBuffer, _ text: Slice, _ tally: inout Tally) -> Value {
        var sum = Decimal.zero
        var position = text.start
        let isNegative = position < text.end && buffer[position] == 0x2D
        if isNegative { position += 1 }
        guard position < text.end else { return .null }
        while position < text.end {
            guard let amount = amount(buffer, from: position, to: text.end),
                let unit = second(lowercased: buffer.lowercasedTag(amount.unit))
            else { return .null }
            guard let product = amount.number.multiplied(by: unit), let next = sum.adding(product) else {
                return ArithmeticOperator.counted(nil, &tally)
            }
            sum = next
            position = amount.end
        }
        return value(isNegative ? sum.negated : sum, &tally)
    }

    /// Sizes in bytes: `kB` is 1,000, `KiB` and `k` are 1,024, as weir's own flags take them.
    static func bytes(_ buffer: borrowing ByteBuffer, _ text: Slice, _ tally: inout Tally) -> Value {
        guard let amount = amount(buffer, from: text.start, to: text.end), amount.end == text.end,
            let factor = byteFactor(buffer, amount.unit)
        else { return .null }
        return value(amount.number.multiplied(by: factor), &tally)
    }

    private static func value(_ number: Decimal?, _ tally: inout Tally) -> Value {
        guard let number else { return ArithmeticOperator.counted(nil, &tally) }
        if let integer = number.asInt64 { return .integer(integer) }
        return .decimal(number)
    }

    /// A number, perhaps with a fraction, and the letters behind it; spaces may stand between and after them.
    private static func amount(
        _ buffer: borrowing ByteBuffer, from start: Int, to end: Int
    ) -> (number: Decimal, unit: Slice, end: Int)? {
        var position = start
        while position < end, buffer[position] &- 0x30 < 10 || buffer[position] == 0x2E { position += 1 }
        // JSON's numbers have no zeros in front; people write `05m`.
        var first = start
        while first + 1 < position, buffer[first] == 0x30, buffer[first + 1] &- 0x30 < 10 { first += 1 }
        let digits = Slice(from: first, to: position)
        guard !digits.isEmpty, let number = buffer.withSpan(digits, { Decimal(parsing: $0) }) else { return nil }
        while position < end, buffer[position] == 0x20 { position += 1 }
        let unit = position
        while position < end, buffer[position] | 0x20 &- 0x61 < 26 || buffer[position] >= 0x80 { position += 1 }
        let letters = Slice(from: unit, to: position)
        while position < end, buffer[position] == 0x20 { position += 1 }
        return (number, letters, position)
    }

    /// The seconds of a unit, by its letters as a word.
    private static func second(lowercased tag: UInt64) -> Decimal? { secondsOfUnits[tag] }

    // The micro sign and the Greek letter look the same, and both are typed.
    private static let secondsOfUnits: [UInt64: Decimal] = [
        word("ns"): Decimal(significand: 1, exponent: -9), word("us"): Decimal(significand: 1, exponent: -6),
        word("\u{B5}s"): Decimal(significand: 1, exponent: -6), word("\u{3BC}s"): Decimal(significand: 1, exponent: -6),
        word("ms"): Decimal(significand: 1, exponent: -3), word("s"): Decimal(1), word("sec"): Decimal(1),
        word("m"): Decimal(60), word("min"): Decimal(60), word("h"): Decimal(3600), word("d"): Decimal(86_400),
        word("w"): Decimal(604_800),
    ]

    /// Up to seven bytes as the word that `tag` makes of them.
    private static func word(_ text: String) -> UInt64 {
        let bytes = text.utf8.enumerated().reduce(0) { $0 | UInt64($1.element) << UInt64(8 * $1.offset) }
        return bytes ^ UInt64(text.utf8.count) << 56
    }

    private static func byteFactor(_ buffer: borrowing ByteBuffer, _ unit: Slice) -> Decimal? {
        guard !unit.isEmpty else { return Decimal(1) }
        guard unit.count <= 3 else { return nil }
        let letters = buffer.copy(unit).map(ByteBuffer.lower)
        if letters == [0x62] { return Decimal(1) }
        guard let power = Array("kmgtpe".utf8).firstIndex(of: letters[0]) else { return nil }
        let isBinary: Bool
        switch letters.dropFirst() {
        case [], [0x69, 0x62]: isBinary = true
        case [0x62]: isBinary = false
        default: return nil
        }
        return Decimal(isBinary ? Int64(1) << Int64(10 * (power + 1)) : (0...power).reduce(1) { n, _ in n * 1000 })
    }
}
