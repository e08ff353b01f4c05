/// A regular expression for stamps that look like one that was seen: as many digits, letters and blanks as there are,
/// and everything else as it stands. Whether it is a time that exists is for the layout to say.
struct TimeMask: Hashable, Sendable {
    let regex: String

    init(regex: String) { self.regex = regex }

    init(_ stamp: some Collection<UInt8>) {
        var parts: [String] = []
        var previous: UInt8 = 0
        for byte in stamp {
            let kind = Self.kind(byte)
            if kind != 0, kind == previous { continue }
            previous = kind
            switch kind {
            case UInt8(ascii: "0"): parts.append("[0-9]++")
            case UInt8(ascii: "a"): parts.append("[A-Za-z]++")
            case UInt8(ascii: " "): parts.append(" ++")
            default: parts.append(Self.literal(byte))
            }
        }
        regex = Self.withOptionalFraction(parts).joined()
    }

    private static func kind(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 0x30...0x39: UInt8(ascii: "0")
        case 0x41...0x5A, 0x61...0x7A: UInt8(ascii: "a")
        case 0x20: byte
        default: 0
        }
    }

    private static func literal(_ byte: UInt8) -> String {
        byte > 0x20 && byte < 0x7F ? "\\" + String(UnicodeScalar(byte)) : "[^ -~]"
    }

    /// Who writes fractions may leave out one that is zero.
    private static func withOptionalFraction(_ parts: [String]) -> [String] {
        let digits = "[0-9]++"
        for index in parts.indices.dropFirst(4).dropLast() {
            guard parts[index] == "\\." || parts[index] == "\\,", parts[index + 1] == digits,
                parts[index - 1] == digits,
                parts[index - 2] == "\\:"
            else { continue }
            return parts[..<index] + ["(?:\(parts[index])\(digits))?+"] + parts[(index + 2)...]
        }
        return parts
    }
}
