import Bytes
import Foundation
import Records
import Testing

/// https://github.com/nst/JSONTestSuite: each file is one JSON text. `y_` must be accepted and `n_` rejected; for `i_`
/// RFC 8259 leaves the choice, and ours is written down here.
@Suite("JSONTestSuite", .enabled(if: Corpora.areThere, "../shared/corpora is not there"))
struct JSONTestSuiteTests {
    /// Numbers stay text, so none is too large. A lone surrogate is let through as it is written.
    private static let accepted = [
        "i_number_", "i_object_key_lone", "i_string_1st_", "i_string_incomplete_", "i_string_invalid_lonely",
        "i_string_invalid_surrogate", "i_string_inverted_", "i_string_lone_second",
    ]

    /// Bytes that are not UTF-8, a byte order mark, and more than 128 levels are errors.
    private static let rejected = [
        "i_string_UTF", "i_string_invalid_utf-8", "i_string_iso_latin_1", "i_string_lone_utf8",
        "i_string_not_in_unicode_range", "i_string_overlong", "i_string_truncated-utf-8", "i_string_utf16",
        "i_structure_",
    ]

    @Test("All 318 files are there")
    func count() { #expect(Corpora.files(in: "json/test_parsing").count == 318) }

    @Test("Every file is accepted or rejected as its name says", arguments: Corpora.files(in: "json/test_parsing"))
    func verdict(_ file: URL) throws {
        let name = file.lastPathComponent
        let isDecided = name.hasPrefix("i_")
        let expected = isDecided ? Self.accepted.contains { name.hasPrefix($0) } : name.hasPrefix("y_")
        if isDecided { #expect(expected != Self.rejected.contains { name.hasPrefix($0) }, "\(name) is not decided") }
        #expect(Self.accepts(try Data(contentsOf: file)) == expected)
    }

    private static func accepts(_ data: Data) -> Bool {
        var buffer = ByteBuffer(capacity: data.count)
        buffer.append(Array(data))
        return (try? JSONText.check(buffer, Slice(start: 0, count: data.count))) != nil
    }
}
