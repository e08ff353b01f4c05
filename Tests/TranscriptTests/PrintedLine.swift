/// One line that a command printed.
struct PrintedLine: Equatable {
    let bytes: [UInt8]
    /// False for a last line without a newline.
    let isTerminated: Bool

    static func lines(of output: ArraySlice<UInt8>) -> [Self] {
        var parts = output.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
        let rest = parts.removeLast()
        let lines = parts.map { Self(bytes: $0, isTerminated: true) }
        return rest.isEmpty ? lines : lines + [Self(bytes: rest, isTerminated: false)]
    }

    /// How a transcript says exactly this line.
    var recorded: String {
        let text = String(validating: bytes, as: UTF8.self)
        let plain = text.flatMap { Self.isUnmistakable($0) ? $0 : nil } ?? "\(Escape.encode(bytes)) (esc)"
        return isTerminated ? plain : "\(plain) (no-eol)"
    }

    /// Whether a text can stand in a transcript as it is: it prints, an editor will not trim it, and it does not look like
    /// syntax.
    private static func isUnmistakable(_ text: String) -> Bool {
        let looksLikeSyntax =
            text.hasPrefix("$ ") || text.hasPrefix("> ") || text.hasPrefix("```") || text == "…"
            || text.wholeMatch(of: /\[[0-9]+\]/) != nil
            || ["(re)", "(glob)", "(esc)", "(no-eol)"].contains { text.hasSuffix($0) }
        return !looksLikeSyntax && !text.hasSuffix(" ") && !text.hasSuffix("\t")
            && text.unicodeScalars.allSatisfy { $0 == "\t" || $0.properties.generalCategory != .control }
    }
}

/// `\xNN` and `\\`: how bytes that do not print stand in a transcript.
enum Escape {
    static func encode(_ bytes: [UInt8]) -> String {
        var text = ""
        for (index, byte) in bytes.enumerated() {
            let isFirst = index == 0
            let isLast = index == bytes.count - 1
            switch byte {
            case UInt8(ascii: "\\"): text += "\\\\"
            case UInt8(ascii: " ") where isLast, UInt8(ascii: "$") where isFirst, UInt8(ascii: ">") where isFirst,
                UInt8(ascii: "`") where isFirst:
                text += hexadecimal(byte)
            case 0x20..<0x7F: text.unicodeScalars.append(Unicode.Scalar(byte))
            default: text += hexadecimal(byte)
            }
        }
        return text
    }

    static func decode(_ text: Substring) -> [UInt8]? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\") else {
                bytes.append(byte)
                continue
            }
            switch rest.popFirst() {
            case UInt8(ascii: "\\"): bytes.append(byte)
            case UInt8(ascii: "x"):
                guard rest.count >= 2, let value = UInt8(Substring(rest.prefix(2)), radix: 16) else { return nil }
                bytes.append(value)
                rest = rest.dropFirst(2)
            default: return nil
            }
        }
        return bytes
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16)
        return "\\x" + (digits.count == 1 ? "0" : "") + digits
    }
}
