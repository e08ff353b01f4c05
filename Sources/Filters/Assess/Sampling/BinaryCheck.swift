/// Tells bytes that are no text. UTF-16 is none either, for a reader of lines: half of it are NULs.
enum BinaryCheck {
    /// More than one byte in twenty is a control character that no text has, or one in fifty a NUL.
    static func isBinary(_ bytes: [UInt8]) -> Bool {
        guard !bytes.isEmpty else { return false }
        let looked = min(bytes.count, 1 << 13)
        var nulls = 0
        var controls = 0
        for byte in bytes.prefix(looked) {
            if byte == 0 { nulls += 1 }
            if byte < 0x20, byte < 0x07 || byte > 0x0D, byte != 0x1B { controls += 1 }
        }
        return nulls * 50 > looked || controls * 20 > looked
    }
}
