import Records

/// The text of a format file, which knows its lines: it turns offsets into places that people find.
struct FormatSource: Sendable {
    let file: String
    let bytes: [UInt8]

    /// Characters of a line that are shown; expressions can be of thousands.
    private static let widest = 76

    func error(at offset: Int, _ message: String) -> FormatError {
        FormatError(subject: file, place: place(of: offset), message: message)
    }

    func error(at value: PlacedJSON, _ message: String) -> FormatError { error(at: value.range.lowerBound, message) }

    /// The number of the line that the offset lies in.
    func line(of offset: Int) -> Int { 1 + bytes.prefix(offset).count { $0 == 0x0A } }

    private func place(of offset: Int) -> FormatError.Place {
        let offset = min(max(offset, 0), bytes.count)
        let start = bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        var end = bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count
        if end > offset, bytes[end - 1] == 0x0D { end -= 1 }
        let before = Self.shown(bytes[start..<offset])
        let line = before + Self.shown(bytes[offset..<end])
        let column = before.count + 1
        guard line.count > Self.widest else {
            return FormatError.Place(
                line: self.line(of: offset), column: column, text: String(line), before: String(before))
        }
        let from = max(0, min(before.count - Self.widest * 2 / 3, line.count - Self.widest))
        let to = min(line.count, from + Self.widest)
        let head = from > 0 ? "…" : ""
        let tail = to < line.count ? "…" : ""
        return FormatError.Place(
            line: self.line(of: offset), column: column, text: head + String(line[from..<to]) + tail,
            before: head + String(before[min(from, before.count)...]))
    }

    /// Controls, a tab first of all, become one space each, so that the caret stands where it should.
    private static func shown(_ bytes: ArraySlice<UInt8>) -> [Character] {
        String(decoding: bytes, as: UTF8.self).map { character in
            character.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) }
                ? character : " "
        }
    }
}

extension FormatSource {
    /// What is wrong with the JSON itself. The commonest slips of people who write it by hand get a word of their own.
    func error(_ fault: JSONError) -> FormatError {
        let found = fault.position < bytes.count ? bytes[fault.position] : 0
        let before = bytes.prefix(fault.position).last { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D } ?? 0
        switch (fault.reason, found) {
        case (.badEscape, _):
            let backslash = bytes.prefix(fault.position).lastIndex(of: 0x5C) ?? fault.position
            let hint = "an expression's own backslash is written twice, \\\\d for \\d"
            return error(at: backslash, "not an escape JSON knows; \(hint)")
        case (.unexpected, 0x7D) where before == 0x2C, (.unexpected, 0x5D) where before == 0x2C:
            return error(at: fault.position, "JSON has no comma before a closing bracket")
        case (.unexpected, 0x22) where [0x22, 0x7D, 0x5D, 0x65].contains(before) || before &- 0x30 < 10:
            return error(at: fault.position, "a comma or colon is missing before this")
        case (.unexpected, 0xEF) where fault.position == 0:
            return error(at: 0, "the file begins with a byte order mark, which JSON has not")
        case (.unexpected, 0x27): return error(at: fault.position, "JSON's quotes are double ones")
        case (.unexpected, 0x2F), (.unexpected, 0x23): return error(at: fault.position, "JSON has no comments")
        case (.control, 0x0A):
            return error(at: fault.position, "a text ends on the line it began on; its quote is missing")
        case (.cutShort, _): return error(at: fault.position, "the file ends in the middle")
        case (.trailing, _): return error(at: fault.position, "something stands behind the format's last brace")
        default: return error(at: fault.position, fault.reason.rawValue)
        }
    }
}
