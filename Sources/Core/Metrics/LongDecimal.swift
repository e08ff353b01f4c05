import Records

/// A decimal of any length as digits, without leading or trailing zeros: how an exact sum looks on its way out and in.
struct LongDecimal: Equatable {
    var isNegative = false
    /// The digits' values (0 to 9), most significant first; empty for zero.
    var digits: [UInt8] = []
    var exponent = 0

    init() {}

    /// From digits with the least significant first.
    init(isNegative: Bool, reversed: [UInt8], exponent: Int) {
        guard let lowest = reversed.firstIndex(where: { $0 != 0 }), let highest = reversed.lastIndex(where: { $0 != 0 })
        else { return }
        self.isNegative = isNegative
        self.digits = reversed[lowest...highest].reversed()
        self.exponent = exponent + lowest
    }

    /// Reads a JSON number of any length; nil if the text is not one or its exponent is beyond ±2^40.
    init?(parsing text: some Sequence<UInt8>) {
        var rest = Array(text)[...]
        let startsWithMinus = rest.first == UInt8(ascii: "-")
        if startsWithMinus { rest.removeFirst() }
        let whole = Self.takeDigits(&rest)
        guard whole.count == 1 || whole.count > 1 && whole.first != 0 else { return nil }
        var fraction: [UInt8] = []
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            fraction = Self.takeDigits(&rest)
            guard !fraction.isEmpty else { return nil }
        }
        var exponent = 0
        if let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") {
            guard let value = Int(String(decoding: rest.dropFirst(), as: UTF8.self)), value.magnitude <= 1 << 40
            else { return nil }
            exponent = value
            rest = []
        }
        guard rest.isEmpty else { return nil }
        self.init(
            isNegative: startsWithMinus, reversed: (whole + fraction).reversed(), exponent: exponent - fraction.count)
    }

    private static func takeDigits(_ rest: inout ArraySlice<UInt8>) -> [UInt8] {
        let digits = rest.prefix { $0 &- UInt8(ascii: "0") < 10 }
        rest.removeFirst(digits.count)
        return digits.map { $0 - UInt8(ascii: "0") }
    }
}
