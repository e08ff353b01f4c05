/// A second JSON checker, as plain as RFC 8259's grammar reads, for the fast one to be held against. It knows of 128
/// levels and that a record is an object.
struct PlainJSON {
    private let bytes: [UInt8]
    private var position = 0

    static func accepts(_ bytes: [UInt8]) -> Bool {
        guard String(validating: bytes, as: UTF8.self) != nil else { return false }
        var checker = PlainJSON(bytes: bytes)
        checker.space()
        guard checker.peek == 0x7B, checker.value(1) else { return false }
        checker.space()
        return checker.position == bytes.count
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func space() {
        while let byte = peek, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
    }

    private mutating func take(_ text: String) -> Bool {
        guard bytes[position...].starts(with: Array(text.utf8)) else { return false }
        position += text.utf8.count
        return true
    }

    private mutating func value(_ level: Int) -> Bool {
        guard level <= 128 else { return false }
        switch peek {
        case 0x7B:
            return list("{", "}") { checker in
                checker.space()
                guard checker.string() else { return false }
                checker.space()
                guard checker.take(":") else { return false }
                checker.space()
                return checker.value(level + 1)
            }
        case 0x5B: return list("[", "]") { $0.value(level + 1) }
        case 0x22: return string()
        case 0x74: return take("true")
        case 0x66: return take("false")
        case 0x6E: return take("null")
        default: return number()
        }
    }

    private mutating func list(_ open: String, _ close: String, _ item: (inout PlainJSON) -> Bool) -> Bool {
        guard take(open) else { return false }
        space()
        if take(close) { return true }
        while true {
            space()
            guard item(&self) else { return false }
            space()
            if take(close) { return true }
            guard take(",") else { return false }
        }
    }

    private mutating func string() -> Bool {
        guard take("\"") else { return false }
        while let byte = peek {
            position += 1
            switch byte {
            case 0x22: return true
            case 0x00..<0x20: return false
            case 0x5C:
                guard let escape = peek else { return false }
                position += 1
                if escape == 0x75 {
                    for _ in 0..<4 {
                        guard let digit = peek, Character(Unicode.Scalar(digit)).isHexDigit else { return false }
                        position += 1
                    }
                } else if !Array("\"\\/bfnrt".utf8).contains(escape) {
                    return false
                }
            default: break
            }
        }
        return false
    }

    private mutating func digits() -> Bool {
        let start = position
        while let byte = peek, (0x30...0x39).contains(byte) { position += 1 }
        return position > start
    }

    private mutating func number() -> Bool {
        _ = take("-")
        if !take("0"), !digits() { return false }
        if take("."), !digits() { return false }
        if take("e") || take("E") {
            _ = take("+") || take("-")
            return digits()
        }
        return true
    }
}
