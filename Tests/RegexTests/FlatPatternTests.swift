import Bytes
import TestSupport
import Testing

@testable import Regex

@Suite("A flat pattern finds what PCRE2 finds")
struct FlatPatternTests {
    @Test(
        "Patterns of fields and what stands between them are flat",
        arguments: [
            #"(?<client>[^ ]++) \[(?<time>[^\]]++)\]"#, #"(?<a>\d+)-(?<b>\w*)$"#,
            #"(?:- (?<user>[^ ]++)|(?<other>[^ ]++)) x"#,
            #""(?<agent>[^"\\]*+(?:\\.[^"\\]*+)*+)"(?: (?<rest>.++))?+"#, #"(?<n>[0-9]{3})(?![^ ])(?<rest>[\s\S]*+)"#,
            #"(?J)(?<a>x)|(?<a>y)"#, #"a{2,3}b"#, #"(?>ab|a)b"#, #"x?y"#, #"[]-]+a"#, #"{}"#,
        ])
    func flat(_ pattern: String) {
        #expect(FlatPattern.compile(Array(pattern.utf8), isWhole: true, isUTF8: false) != nil)
    }

    @Test(
        "What may have to give back, look behind or remember is PCRE2's",
        arguments: [
            #"(a+)+$"#, #".*x"#, #"\w+_y"#, #"(?<a>.)\1"#, #"(?<=a)b"#, #"a*?b"#, #"\bfoo"#, #"(?i)a"#,
            #"[[:alpha:]]+"#, #"a|*"#,
            #"(?:(?<a>x))*+"#, #"[a"#, #"(a"#, #"a)"#, #"\p{L}"#, #"a{"#, #"[z-a]"#,
        ])
    func notFlat(_ pattern: String) {
        #expect(FlatPattern.compile(Array(pattern.utf8), isWhole: true, isUTF8: false) == nil)
    }

    @Test("In UTF-8 a class is of characters: only runs without a bound are the same in bytes")
    func characters() {
        for (pattern, isFlat) in [
            (#"[^ ]+ x"#, true), (#"[^ ] x"#, false), (#"[^ ]{2}"#, false), (#"é+"#, false), (#"éa"#, true),
        ] {
            #expect(
                (FlatPattern.compile(Array(pattern.utf8), isWhole: true, isUTF8: true) != nil) == isFlat, "\(pattern)")
        }
    }

    @Test("Random patterns on random subjects: the same outcome and the same groups")
    func random() throws {
        var random = SeededGenerator(seed: 20_261_124)
        var compared = 0
        for _ in 0..<2000 {
            let pattern = RandomPattern.make(&random)
            for options in [PatternOptions.whole, [.whole, .bytes]] {
                guard FlatPattern.compile(Array(pattern.utf8), isWhole: true, isUTF8: !options.contains(.bytes)) != nil
                else { continue }
                let flat = try CompiledPattern(pattern, options: options)
                let plain = try CompiledPattern(pattern, options: options.union(.interpreted))
                for _ in 0..<12 {
                    let subject = RandomPattern.subject(&random)
                    #expect(groups(flat, subject) == groups(plain, subject), "\(pattern) on \(subject)")
                    compared += 1
                }
            }
        }
        #expect(compared > 10_000)
    }

    @Test("Following the traces of the subjects before finds what the whole program finds")
    func traces() throws {
        var random = SeededGenerator(seed: 7)
        var compared = 0
        var followed = 0
        for _ in 0..<1500 {
            let pattern = RandomPattern.make(&random)
            let traced = try CompiledPattern(pattern, options: [.whole, .bytes])
            let untraced = try CompiledPattern(pattern, options: [.whole, .bytes, .untraced])
            guard traced.tree != nil, untraced.tree == nil else { continue }
            // Each subject comes again, and between others.
            let subjects = (0..<40).map { _ in RandomPattern.subject(&random) }
            for subject in subjects + subjects.shuffled(using: &random) {
                #expect(groups(traced, subject) == groups(untraced, subject), "\(pattern) on \(subject)")
                compared += 1
            }
            followed += traced.tree?.followed ?? 0
        }
        #expect(compared > 20_000)
        #expect(followed > 2000)
    }

    @Test(
        "Runs that were long of one length are foreseen; one that is of another is found all the same", arguments: 0...2
    )
    func foreseen(before: Int) throws {
        var random = SeededGenerator(seed: UInt64(before))
        let pattern = "([0-9]{3}) ([a-z]++)-([0-9a-f]{1,4}+)(?: ([^ ]*+))?+ ([0-9]++)"
        let traced = try CompiledPattern(pattern, options: [.whole, .bytes])
        let untraced = try CompiledPattern(pattern, options: [.whole, .bytes, .untraced])
        func text(_ length: Int, _ bytes: String) -> String {
            let bytes = Array(bytes.utf8)
            return String(
                decoding: (0..<length).map { _ in bytes[Int.random(in: 0..<bytes.count, using: &random)] },
                as: UTF8.self)
        }
        for turn in 0..<1600 {
            // Now and then another length, which may be none that matches; and new ones from time to time.
            let odd = Int.random(in: 0..<20, using: &random)
            let usual = turn / 400
            let subject =
                text(odd == 1 ? 2 : odd == 2 ? 4 : 3, "0123456789") + " "
                + text(usual * 20 + (odd == 3 ? 0 : 1), "abcxyz")
                + "-" + text(odd == 4 ? 1 : odd == 5 ? 5 : 4, "09af") + (odd == 6 ? "" : " ")
                + text(odd == 7 ? 70 : 5 + usual, "ab./") + " " + text(odd == 8 ? 0 : 2, "0123456789")
            #expect(
                groups(traced, subject, before: before) == groups(untraced, subject, before: before), "\(subject)")
        }
        #expect(try #require(traced.tree).followed > 1000)
    }

    @Test("The traces of an access log's lines ask for fourteen fields and what stands between them, and nothing twice")
    func steps() throws {
        let pattern = try CompiledPattern(
            #"(?<client>[^ ]++) (?:- (?<user>[^ ]++(?: [^ \[][^ ]*+)*+)|(?<name>[^ ]++) (?<who>[^ ]++)) \[(?<time>[^\]]++)\]"#
                + #" "(?<method>[A-Z]++) (?<path>[^ ?"]*+)(?:\?(?<query>[^ "]*+))?+" (?<status>[0-9]{3}|-)"#,
            options: [.whole, .bytes])
        for line in [#"::1 - - [now] "GET /" 200"#, #"::1 - - [now] "GET /a?b=c" 404"#] {
            #expect(groups(pattern, line) != nil)
            #expect(groups(pattern, line) != nil)
        }
        // Client, user, time, method, path, status, end, matched; the other has a query besides.
        #expect(pattern.tree?.traces.map(\.steps.count) == [8, 9])
        #expect(pattern.tree?.followed == 2)
    }

    @Test("More choices than a program keeps open are PCRE2's, and the outcome is the same")
    func manyChoices() throws {
        let pattern = String(repeating: "(?:a|b)", count: 100) + "c"
        let flat = try CompiledPattern(pattern, options: .whole)
        #expect(groups(flat, String(repeating: "a", count: 100) + "c") == [0, 101])
        #expect(groups(flat, String(repeating: "a", count: 100) + "d") == nil)
    }
}

/// Starts and ends of all groups, from the subject's first byte; nil for no match.
/// - Parameter before: how many bytes of the buffer stand before it.
private func groups(_ pattern: CompiledPattern, _ subject: String, before: Int = 4) -> [Int]? {
    var buffer = ByteBuffer(capacity: 16)
    // What stands around the subject is not part of it.
    buffer.append(String("ab \"".prefix(before)))
    let start = buffer.count
    buffer.append(subject)
    let slice = Slice(from: start, to: buffer.count)
    buffer.append("\"a1 ")
    guard pattern.firstMatch(in: buffer, slice) == .matched else { return nil }
    return (0...pattern.groupCount).flatMap { group in
        pattern.capture(group).map { [$0.start - start, $0.end - start] } ?? [-1, -1]
    }
}

/// Patterns and subjects over a small alphabet, so that they meet.
private enum RandomPattern {
    static func make(_ random: inout SeededGenerator, depth: Int = 0) -> String {
        (0..<Int.random(in: 1...4, using: &random)).map { _ in element(&random, depth) }.joined()
    }

    private static func element(_ random: inout SeededGenerator, _ depth: Int) -> String {
        let classes = [
            "[^ ]", "[^\"\\\\]", "[0-9]", "[a-c]", ".", "\\d", "\\S", "\\w", "[^a1 ]", "[\\s\\S]", "[^a-b]", "a", "\\ ",
        ]
        let bounds = ["", "", "++", "*+", "+", "*", "?", "?+", "{2}", "{1,2}", "{2,}+"]
        switch Int.random(in: 0..<(depth < 3 ? 11 : 6), using: &random) {
        case 0...2: return ["a", "b", " ", "1", "\"", "é", "ab", "\\\\"].randomElement(using: &random) ?? ""
        case 3...5:
            return (classes.randomElement(using: &random) ?? "") + (bounds.randomElement(using: &random) ?? "")
        case 6: return "(\(make(&random, depth: depth + 1)))" + (["", "?", "?+"].randomElement(using: &random) ?? "")
        case 7:
            let choices = (0..<Int.random(in: 2...3, using: &random)).map { _ in make(&random, depth: depth + 1) }
            return "(?:\(choices.joined(separator: "|")))"
        case 8:
            let ends = ["?+", "*+", "++", "", "?"]
            return "(?:\(make(&random, depth: depth + 1)))" + (ends.randomElement(using: &random) ?? "")
        case 9:
            let runs = ["[^\"\\\\]*+", "[a-c]++", "[^ ]++"]
            let round = "(?:\(make(&random, depth: depth + 1)))" + (["*+", "?+"].randomElement(using: &random) ?? "")
            return "(\(runs.randomElement(using: &random) ?? "")\(round))"
        default:
            return (["(?!", "(?>"].randomElement(using: &random) ?? "") + make(&random, depth: depth + 1) + ")"
        }
    }

    static func subject(_ random: inout SeededGenerator) -> String {
        let parts = ["a", "b", "c", " ", "1", "2", "\"", "\\", "é", "\n", "ab", "aaaaaaaaaaaa", "1234567890"]
        return (0..<Int.random(in: 0...8, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }
            .joined()
    }
}
