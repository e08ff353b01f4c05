import Bytes
import FilterKit

/// The part of a line that fits on a terminal around the places that are pointed at, made harmless.
struct LineExcerpt {
    private let bytes: [UInt8]
    private let start: Int
    private let end: Int

    private static let before = 60
    private static let width = 100

    /// - Parameter place: the byte that must be seen.
    init(_ bytes: [UInt8], around place: Int) {
        self.bytes = bytes
        var start = bytes.count > Self.width && place > Self.before ? place - Self.before : 0
        while start > 0, start < bytes.count, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        var end = min(bytes.count, start + Self.width)
        while end > start, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        self.start = start
        self.end = end
    }

    var text: String { (start > 0 ? "…" : "") + shown(start, end) + (end < bytes.count ? "…" : "") }

    /// A caret under a byte, and what is to be said of it. Where the byte is left of what is seen, its number is said.
    func caret(under place: Int, _ remark: String) -> String {
        guard place >= start else { return "^ at byte \(place): \(remark)" }
        let width = TerminalText.width(shown(start, min(place, bytes.count))) + (start > 0 ? 1 : 0)
        return String(repeating: " ", count: width) + "^ " + remark
    }

    private func shown(_ from: Int, _ to: Int) -> String {
        TerminalText.harmless(String(decoding: bytes[min(from, to)..<to], as: UTF8.self))
    }
}
