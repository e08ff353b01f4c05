/// Numbers that carry digits to check them with: what only looks like one is told apart.
enum CheckDigits {
    /// ISO/IEC 7812-1, annex B. Blanks and dashes do not count.
    static func isLuhn(_ text: [UInt8]) -> Bool {
        let digits = text.filter { $0 &- 0x30 < 10 }.map { Int($0) - 0x30 }
        guard digits.count >= 13 else { return false }
        var sum = 0
        for (index, digit) in digits.reversed().enumerated() {
            let value = index % 2 == 1 ? digit * 2 : digit
            sum += value > 9 ? value - 9 : value
        }
        return sum % 10 == 0
    }

    /// ISO 13616-1: the first four characters go to the end, letters become numbers from 10, and what is left of 97 is 1.
    static func isIBAN(_ text: [UInt8]) -> Bool {
        let characters = text.filter { $0 != 0x20 }
        guard (15...34).contains(characters.count), characters.prefix(2).allSatisfy({ ($0 | 0x20) &- 0x61 < 26 }) else {
            return false
        }
        var rest = 0
        for character in characters[4...] + characters[..<4] {
            if character &- 0x30 < 10 {
                rest = (rest * 10 + Int(character) - 0x30) % 97
            } else {
                rest = (rest * 100 + Int(character | 0x20) - 0x61 + 10) % 97
            }
        }
        return rest == 1
    }
}
