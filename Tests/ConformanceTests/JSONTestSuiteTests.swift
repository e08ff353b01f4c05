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

    @Test("As the value of a field each passes weir-enrich unchanged, or its record is rejected")
    func throughEnrich() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "weir-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var lines: [String: Data] = [:]
        var input = Data()
        for file in Corpora.files(in: "json/test_parsing") {
            let name = file.lastPathComponent
            let value = try Data(contentsOf: file)
            // A record is one line; what the suite leaves open is decided above.
            guard !name.hasPrefix("i_"), !value.contains(0x0A) else { continue }
            let line = Data("{\"file\":\"\(name)\",\"value\":".utf8) + value
            lines[name] = line
            input += line + Data("}\n".utf8)
        }
        #expect(lines.count > 250)
        try input.write(to: folder.appending(path: "records"))
        let run =
            "weir-enrich --set 'new = 9007199254740993' --input '\(folder.path)/records' >'\(folder.path)/out' 2>/dev/null"
        #expect(try shell(run).status == 0)
        let output = try Data(contentsOf: folder.appending(path: "out")).split(separator: 0x0A)
        // White space behind a value is not the value's.
        let expected = lines.filter { $0.key.hasPrefix("y_") }.map { line in
            Data(line.value.reversed().drop { $0 <= 0x20 }.reversed()) + Data(",\"new\":9007199254740993}".utf8)
        }
        #expect(Set(output.map { Data($0) }) == Set(expected) && output.count == expected.count)
    }

    private static func accepts(_ data: Data) -> Bool {
        var buffer = ByteBuffer(capacity: data.count)
        buffer.append(Array(data))
        return (try? JSONText.check(buffer, Slice(start: 0, count: data.count))) != nil
    }
}
