/// Go's printf for what templates pass: `%s %v %q %d %x %f %e %g %t %%`, with flags `-` `0` `+`, width and precision.
enum Printf {
    static func text(_ format: String, _ arguments: [TemplateValue]) -> String {
        var result = ""
        var rest = Array(format.utf8)[...]
        var plain: [UInt8] = []
        var next = 0
        while let byte = rest.popFirst() {
            guard byte == 0x25 else {
                plain.append(byte)
                continue
            }
            result += String(decoding: plain, as: UTF8.self)
            plain = []
            guard let verb = Verb(&rest) else {
                result += "%!(NOVERB)"
                continue
            }
            if verb.letter == 0x25 {
                result += "%"
                continue
            }
            guard next < arguments.count else {
                result += "%!\(Character(Unicode.Scalar(verb.letter)))(MISSING)"
                continue
            }
            result += verb.text(of: arguments[next])
            next += 1
        }
        return result + String(decoding: plain, as: UTF8.self)
    }

    /// `%-8.3f`
    private struct Verb {
        var isLeft = false
        var isZeroed = false
        var isSigned = false
        var width = 0
        var precision: Int?
        let letter: UInt8

        /// Nil at the end of the format.
        init?(_ rest: inout ArraySlice<UInt8>) {
            flags: while let byte = rest.first {
                switch byte {
                case UInt8(ascii: "-"): isLeft = true
                case UInt8(ascii: "0"): isZeroed = true
                case UInt8(ascii: "+"): isSigned = true
                case UInt8(ascii: " "), UInt8(ascii: "#"): break
                default: break flags
                }
                rest = rest.dropFirst()
            }
            width = Self.number(&rest) ?? 0
            if rest.first == UInt8(ascii: ".") {
                rest = rest.dropFirst()
                precision = Self.number(&rest) ?? 0
            }
            guard let letter = rest.popFirst() else { return nil }
            self.letter = letter
        }

        /// At most 99: what a format asks for comes from a rule, and should not fill the memory all the same.
        private static func number(_ rest: inout ArraySlice<UInt8>) -> Int? {
            let digits = rest.prefix { $0 &- 0x30 < 10 }
            rest = rest.dropFirst(digits.count)
            return digits.isEmpty ? nil : min(99, Int(String(decoding: digits, as: UTF8.self)) ?? 99)
        }

        func text(of value: TemplateValue) -> String {
            padded(plain(value), isNumber: value.number != nil && letter != UInt8(ascii: "s"))
        }

        private func plain(_ value: TemplateValue) -> String {
            let name = Character(Unicode.Scalar(letter))
            switch letter {
            case UInt8(ascii: "s"), UInt8(ascii: "v"):
                return precision.map { String(value.text.prefix($0)) } ?? value.text
            case UInt8(ascii: "q"): return "\"\(value.text)\""
            case UInt8(ascii: "t"): return value.isTrue ? "true" : "false"
            default: break
            }
            guard let number = value.number else { return "%!\(name)(string=\(value.text))" }
            switch letter {
            case UInt8(ascii: "f"), UInt8(ascii: "F"): return signed(number, NumberFormat.fixed(number, precision ?? 6))
            case UInt8(ascii: "e"): return signed(number, NumberFormat.scientific(number, precision ?? 6))
            case UInt8(ascii: "g"): return signed(number, NumberFormat.general(number, precision))
            case UInt8(ascii: "d"), UInt8(ascii: "x"):
                guard let whole = Int64(exactly: number) else { return "%!\(name)(float64=\(value.text))" }
                return signed(number, String(whole, radix: letter == UInt8(ascii: "x") ? 16 : 10))
            default: return "%!\(name)(float64=\(value.text))"
            }
        }

        private func signed(_ number: Double, _ text: String) -> String {
            isSigned && number >= 0 ? "+" + text : text
        }

        private func padded(_ text: String, isNumber: Bool) -> String {
            let missing = width - text.count
            guard missing > 0 else { return text }
            if isLeft { return text + String(repeating: " ", count: missing) }
            guard isZeroed, isNumber else { return String(repeating: " ", count: missing) + text }
            let sign = text.prefix { $0 == "-" || $0 == "+" }
            return sign + String(repeating: "0", count: missing) + text.dropFirst(sign.count)
        }
    }
}
