import Bytes
import Testing

@testable import Regex

@Suite("Matching patterns")
struct CompiledPatternTests {
    @Test("Captures are slices of the buffer; a group that took no part has none")
    func captures() throws {
        let pattern = try CompiledPattern("(?<a>x+)(?<b>y)?(?<c>z)")
        var buffer = ByteBuffer(capacity: 16)
        buffer.append("..xxz.." as StaticString)
        #expect(pattern.firstMatch(in: buffer, Slice(from: 1, to: 7)) == .matched)
        #expect(pattern.capture(0) == Slice(start: 2, count: 3))
        #expect(pattern.capture(1) == Slice(start: 2, count: 2))
        #expect(pattern.capture(2) == nil)
        #expect(pattern.capture(3) == Slice(start: 4, count: 1))
        #expect(pattern.capture(4) == nil)
        #expect(pattern.namedGroups.map(\.name) == ["a", "b", "c"])
    }

    @Test("A mistake is shown by its byte in the pattern, whole or not", arguments: [PatternOptions(), .whole])
    func errors(_ options: PatternOptions) {
        #expect { try CompiledPattern("a(b", options: options) } throws: { ($0 as? PatternError)?.offset == 3 }
    }

    @Test("Whole means the whole subject, newline at the end included")
    func whole() throws {
        let pattern = try CompiledPattern("a|ab", options: .whole)
        #expect(match(pattern, "ab") == .matched)
        #expect(match(pattern, "abc") == .noMatch)
        #expect(match(pattern, "a\n") == .noMatch)
    }

    @Test("A hostile pattern is given up on, and the next subject is matched as if nothing had been")
    func catastrophic() throws {
        let pattern = try CompiledPattern("(a+)+$")
        let start = ContinuousClock.now
        #expect(match(pattern, String(repeating: "a", count: 8000) + "!") == .failed(.matchLimit))
        #expect(ContinuousClock.now - start < .seconds(5))
        #expect(match(pattern, "aaa") == .matched)
    }

    @Test("Deep recursion ends in a failure, not in a crash")
    func deepRecursion() throws {
        let balanced = try CompiledPattern(#"^(\((?1)*\))$"#)
        #expect(match(balanced, String(repeating: "(", count: 8000)) != .matched)
        #expect(match(balanced, "(()())") == .matched)
    }

    @Test("What is not UTF-8 can be matched around")
    func invalidUTF8() throws {
        let pattern = try CompiledPattern("b.d")
        var buffer = ByteBuffer(capacity: 8)
        buffer.append([0x61, 0xFF, 0x62, 0x63, 0x64, 0xC3])
        #expect(pattern.firstMatch(in: buffer, Slice(start: 0, count: 6)) == .matched)
        #expect(pattern.capture(0) == Slice(start: 2, count: 3))
    }

    @Test(
        "Machine code and interpreter agree on random subjects",
        arguments: ["(a|b)*c", "^[^ ]+ \\[([^]]*)\\]", "(?<x>a?b?)(?<y>\\d+)?$", "\\bfoo|bar\\b", "\\S+\\W\\D"])
    func differential(_ text: String) throws {
        let fast = try CompiledPattern(text)
        let plain = try CompiledPattern(text, options: .interpreted)
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            let subject = String(
                (0..<Int.random(in: 0...30, using: &random)).map { _ in
                    "abc foobar[]019äß世".randomElement(using: &random) ?? "a"
                })
            #expect(match(fast, subject) == match(plain, subject), "\(subject)")
            for group in 0...fast.groupCount { #expect(fast.capture(group) == plain.capture(group), "\(subject)") }
        }
    }

    private func match(_ pattern: CompiledPattern, _ subject: String) -> MatchOutcome {
        var buffer = ByteBuffer(capacity: 16)
        buffer.append(subject)
        return pattern.firstMatch(in: buffer, Slice(start: 0, count: buffer.count))
    }
}
