import Records

/// Numbers as Go's fmt writes them, `%.4g` and its kin: what annotations are used to. Rounded is the shortest decimal that
/// names the number, halves to even, as everywhere in weir; Go rounds the binary one, which differs only in ties.
package enum NumberFormat {
    /// As weir writes numbers on the stream.
    static func shortest(_ value: Double) -> String { DoubleText.json(value) ?? special(value) }

    private static func special(_ value: Double) -> String { value.isNaN ? "NaN" : value < 0 ? "-Inf" : "+Inf" }

    /// The digits, most significant first, and how many of them stand before the point.
    private struct Digits {
        var digits: [UInt8]
        var point: Int

        init(_ value: Double) {
            let decimal = Decimal(shortest: value)?.normalized ?? .zero
            digits = decimal.isZero ? [] : String(decimal.significand.magnitude).utf8.map { $0 - 0x30 }
            point = digits.count + Int(decimal.exponent)
        }

        /// Keeps so many digits.
        mutating func round(to count: Int) {
            guard count < digits.count else { return }
            guard count >= 0 else {
                digits = []
                return
            }
            let rest = digits[count...]
            let isOdd = count > 0 && digits[count - 1] % 2 == 1
            let isHalf = rest.first == 5 && rest.dropFirst().allSatisfy { $0 == 0 }
            let isUp = isHalf ? isOdd : (rest.first ?? 0) >= 5
            digits.removeSubrange(count...)
            guard isUp else { return }
            var position = count - 1
            while position >= 0, digits[position] == 9 {
                digits[position] = 0
                position -= 1
            }
            if position >= 0 {
                digits[position] += 1
            } else {
                digits.insert(1, at: 0)
                point += 1
                if digits.count > count { digits.removeLast(max(0, digits.count - max(count, 1))) }
            }
        }

        /// The digit so many places behind the point (before it: negative).
        func digit(_ place: Int) -> UInt8 {
            let index = point + place
            return index >= 0 && index < digits.count ? digits[index] : 0
        }
    }

    /// `%.Nf`
    static func fixed(_ value: Double, _ precision: Int) -> String {
        guard value.isFinite else { return special(value) }
        var digits = Digits(value.magnitude)
        digits.round(to: digits.point + precision)
        return sign(value) + places(digits, precision)
    }

    private static func places(_ digits: Digits, _ precision: Int) -> String {
        var text = ""
        for place in min(-1, -digits.point)..<0 { text += String(digits.digit(place)) }
        guard precision > 0 else { return text }
        text += "."
        for place in 0..<precision { text += String(digits.digit(place)) }
        return text
    }

    /// `%.Ne`
    static func scientific(_ value: Double, _ precision: Int) -> String {
        guard value.isFinite else { return special(value) }
        var digits = Digits(value.magnitude)
        digits.round(to: precision + 1)
        return sign(value) + scientific(digits, precision)
    }

    private static func scientific(_ digits: Digits, _ precision: Int) -> String {
        let exponent = digits.digits.isEmpty ? 0 : digits.point - 1
        var text = String(digits.digits.first ?? 0)
        if precision > 0 {
            text += "."
            for index in 1...precision { text += String(index < digits.digits.count ? digits.digits[index] : 0) }
        }
        let magnitude = String(exponent.magnitude)
        return text + (exponent < 0 ? "e-" : "e+") + (magnitude.count < 2 ? "0" : "") + magnitude
    }

    /// `%.Ng`: so many significant digits, none of them a zero at the end; nil for as many as it takes.
    package static func general(_ value: Double, _ precision: Int?) -> String {
        guard value.isFinite else { return special(value) }
        var digits = Digits(value.magnitude)
        if let precision { digits.round(to: max(1, precision)) }
        while digits.digits.last == 0 { digits.digits.removeLast() }
        let count = digits.digits.count
        let exponent = count == 0 ? 0 : digits.point - 1
        // strconv's rule for when the exponent is written.
        var limit = precision.map { max(1, $0) } ?? 6
        if precision != nil, limit > count, count >= digits.point { limit = max(count, 1) }
        if exponent < -4 || exponent >= limit { return sign(value) + scientific(digits, max(0, count - 1)) }
        return sign(value) + places(digits, count == 0 ? 0 : max(0, count - digits.point))
    }

    private static func sign(_ value: Double) -> String { value < 0 ? "-" : "" }
}
