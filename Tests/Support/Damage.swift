/// What happens to lines on their way, and some that nobody would have thought of.
package enum Damage {
    /// A byte or two changed, put in, or taken out.
    package static func `do`(to line: inout [UInt8], _ random: inout SeededGenerator) {
        let bytes = Array("\\\" -[]():,;=0aZ\n\t\u{1}".utf8) + [0xC3, 0xFF]
        for _ in 0..<Int.random(in: 1...2, using: &random) where !line.isEmpty {
            let place = Int.random(in: 0..<line.count, using: &random)
            let byte = bytes.randomElement(using: &random) ?? 0
            switch Int.random(in: 0..<4, using: &random) {
            case 0: line.remove(at: place)
            case 1: line.insert(byte, at: place)
            case 2: line.removeLast(min(line.count, Int.random(in: 1...9, using: &random)))
            default: line[place] = byte
            }
        }
    }

    /// Some digits become others: a line of another time, with other numbers.
    package static func changeDigits(of line: inout [UInt8], _ random: inout SeededGenerator) {
        for place in line.indices where line[place] &- 0x30 < 10 && Int.random(in: 0..<12, using: &random) == 0 {
            line[place] = UInt8.random(in: 0x30...0x39, using: &random)
        }
    }
}
