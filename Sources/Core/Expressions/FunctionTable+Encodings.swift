import Bytes
import Hashing
import Records

extension FunctionTable {
    /// Texts written as other texts. What is decoded to bytes that are no UTF-8 is null.
    static let encodings: [Function] = [
        coding(
            "base64_encode", "The text in base64 (RFC 4648).", [.init(#"base64_encode("weir")"#, #""d2Vpcg==""#)],
            ["base64", "b64encode", "to_base64", "btoa"]
        ) { buffer, text in
            buffer.appendBase64(of: text)
            return true
        },
        coding(
            "base64_decode", "The text of base64, in either alphabet, padded or not.",
            [.init(#"base64_decode("d2Vpcg==")"#, #""weir""#), .init(#"base64_decode("d2Vpcg")"#, #""weir""#)],
            ["b64decode", "from_base64", "atob", "unbase64"]
        ) { $0.appendDecodingAnyBase64($1) },
        coding(
            "hex_encode", "The bytes of the text as hexadecimal digits.",
            [.init(#"hex_encode("weir")"#, #""77656972""#)],
            ["hex", "to_hex", "hexlify"]
        ) { buffer, text in
            for position in text.start..<text.end { buffer.append(hex: buffer[position]) }
            return true
        },
        coding(
            "hex_decode", "The text whose bytes the hexadecimal digits are.",
            [.init(#"hex_decode("77656972")"#, #""weir""#), .init(#"hex_decode("7x")"#, "null")],
            ["from_hex", "unhex", "unhexlify"]
        ) { buffer, text in
            guard text.count.isMultiple(of: 2) else { return false }
            for position in stride(from: text.start, to: text.end, by: 2) {
                guard let high = ByteBuffer.hexValue(buffer[position]),
                    let low = ByteBuffer.hexValue(buffer[position + 1])
                else { return false }
                buffer.append(UInt8(truncatingIfNeeded: high << 4 | low))
            }
            return true
        },
        coding(
            "url_encode", "The text with %XX for whatever is not a letter, a digit or one of - . _ ~ (RFC 3986).",
            [.init(#"url_encode("a b/é")"#, #""a%20b%2F%C3%A9""#)],
            ["urlencode", "encode_uri_component", "escape", "quote", "percent_encode"]
        ) { buffer, text in
            for position in text.start..<text.end { buffer.append(percentEncoding: buffer[position]) }
            return true
        },
        coding(
            "url_decode", "The text with the byte in the place of each %XX; a plus stays.",
            [.init(#"url_decode("a%20b%2Fc+d")"#, #""a b/c+d""#)],
            ["urldecode", "decode_uri_component", "unescape", "unquote", "percent_decode"]
        ) { buffer, text in
            buffer.appendDecoding(percent: text, plusIsSpace: false)
            return true
        },
    ]

    /// - Parameter body: appends the result to the buffer; false where there is none.
    private static func coding(
        _ name: String, _ summary: String, _ examples: [Function.Example], _ otherNames: [String],
        _ body: @escaping @Sendable (inout ByteBuffer, Slice) -> Bool
    ) -> Function {
        Function(
            name, [.init("text", .text)], .text, summary, examples: examples, otherNames: otherNames,
            .one { text, record, _ in
                guard case .text(let text) = text else { return .null }
                let start = record.store.buffer.count
                let isMade = body(&record.store.buffer, text)
                let made = Slice(from: start, to: record.store.buffer.count)
                guard isMade, record.store.buffer.isUTF8(made) else {
                    record.store.buffer.truncate(to: start)
                    return .null
                }
                return .text(made)
            })
    }
}

extension ByteBuffer {
    /// Appends the byte itself if it is unreserved (RFC 3986 §2.3), or else `%XX`.
    fileprivate mutating func append(percentEncoding byte: UInt8) {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: append(byte)
        default:
            append(0x25)
            for digit in [byte >> 4, byte & 15] { append(digit < 10 ? 0x30 + digit : 0x37 + digit) }
        }
    }

    /// Appends the text with bytes for `%XX`; a `%` that no two digits follow stays.
    mutating func appendDecoding(percent text: Slice, plusIsSpace: Bool) {
        var position = text.start
        while position < text.end {
            let byte = self[position]
            if byte == 0x25, position + 2 < text.end, let high = Self.hexValue(self[position + 1]),
                let low = Self.hexValue(self[position + 2])
            {
                append(UInt8(truncatingIfNeeded: high << 4 | low))
                position += 3
            } else {
                append(plusIsSpace && byte == 0x2B ? 0x20 : byte)
                position += 1
            }
        }
    }

    /// Appends the bytes of base64 in the alphabet of RFC 4648 §4 or that of §5, which URLs and tokens have.
    fileprivate mutating func appendDecodingAnyBase64(_ text: Slice) -> Bool {
        var digits = text
        while !digits.isEmpty, text.end - digits.end < 2, self[digits.end - 1] == 0x3D {
            digits = digits.prefix(digits.count - 1)
        }
        guard digits.end == text.end || text.count.isMultiple(of: 4) else { return false }
        guard digits.count % 4 != 1 else { return false }
        var bits: UInt32 = 0
        for (index, position) in (digits.start..<digits.end).enumerated() {
            guard let value = Self.base64Value(self[position]) else { return false }
            bits = bits << 6 | value
            if index % 4 > 0 { append(UInt8(truncatingIfNeeded: bits >> UInt32(6 - 2 * (index % 4)))) }
        }
        return true
    }

    private static func base64Value(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x41...0x5A: UInt32(byte) - 0x41
        case 0x61...0x7A: UInt32(byte) - 0x47
        case 0x30...0x39: UInt32(byte) + 4
        case 0x2B, 0x2D: 62
        case 0x2F, 0x5F: 63
        default: nil
        }
    }
}
