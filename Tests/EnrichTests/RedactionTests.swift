import Bytes
import Foundation
import Regex
import Testing

@testable import Enrich

/// `Tests/Fixtures/redaction` has a file for each kind: a text on each line, in which ⟦ and ⟧ stand around what is to be hidden.
/// Lines without them have nothing to hide.
@Suite("What is found to be hidden")
struct RedactionTests {
    struct Case {
        let text: [UInt8]
        let secrets: [Range<Int>]

        init(_ line: Substring) {
            var text: [UInt8] = []
            var secrets: [Range<Int>] = []
            var start = 0
            for character in line {
                switch character {
                case "⟦": start = text.count
                case "⟧": secrets.append(start..<text.count)
                default: text += Array(character.utf8)
                }
            }
            self.text = text
            self.secrets = secrets
        }
    }

    static func cases(of kind: SensitiveKind) throws -> [Case] {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Fixtures/redaction/\(kind.rawValue).txt")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(Case.init)
    }

    private func find(_ kinds: Set<SensitiveKind>, in text: [UInt8]) -> [Detector.Finding] {
        var buffer = ByteBuffer(capacity: text.count)
        buffer.append(text)
        let detector = Detector(kinds)
        let whole = Slice(start: 0, count: text.count)
        var findings: [Detector.Finding] = []
        var position = 0
        while let finding = detector.next(buffer, in: whole, from: position) {
            findings.append(finding)
            position = finding.end
        }
        return findings
    }

    @Test("Nothing that is to be hidden is missed, and all else is left: by kind", arguments: SensitiveKind.allCases)
    func table(_ kind: SensitiveKind) throws {
        let cases = try Self.cases(of: kind)
        var counts = (truePositives: 0, falseNegatives: 0, trueNegatives: 0, falsePositives: 0)
        for test in cases {
            let found = find([kind], in: test.text).map { $0.start..<$0.end }
            let text = String(decoding: test.text, as: UTF8.self)
            if test.secrets.isEmpty {
                #expect(found == [], "\(text)")
                if found.isEmpty { counts.trueNegatives += 1 } else { counts.falsePositives += 1 }
            } else {
                #expect(found == test.secrets, "\(text)")
                if found == test.secrets { counts.truePositives += 1 } else { counts.falseNegatives += 1 }
            }
        }
        print(
            "redaction: \(kind.rawValue): \(counts.truePositives) found, \(counts.falseNegatives) missed, "
                + "\(counts.trueNegatives) left alone, \(counts.falsePositives) found wrongly")
        #expect(counts.truePositives >= 30 && counts.trueNegatives >= 30)
    }

    @Test("With all kinds together nothing is missed either", arguments: SensitiveKind.allCases)
    func together(_ kind: SensitiveKind) throws {
        for test in try Self.cases(of: kind) where !test.secrets.isEmpty {
            let found = find(Set(SensitiveKind.allCases), in: test.text)
            for secret in test.secrets {
                #expect(
                    found.contains { $0.start <= secret.lowerBound && $0.end >= secret.upperBound }
                        || secret.allSatisfy { byte in found.contains { $0.start <= byte && $0.end > byte } },
                    "\(String(decoding: test.text, as: UTF8.self)): \(found)")
            }
        }
    }

    @Test("Random bytes are looked through without a trap, and findings come one behind the other")
    func random() {
        var random = SystemRandomNumberGenerator()
        let alphabet = Array("0123456789abcdefAKIeyJ:.@-=+(/%\" \\password--BEGIN[]".utf8) + [0xC3, 0xBC, 0xFF, 0]
        for _ in 0..<3000 {
            let text = (0..<Int.random(in: 0...80, using: &random)).map { _ in alphabet.randomElement(using: &random)! }
            var end = 0
            for finding in find(Set(SensitiveKind.allCases), in: text) {
                #expect(finding.start >= end && finding.end > finding.start && finding.end <= text.count)
                end = finding.end
            }
        }
    }

    @Test("A pattern that gives up leaves nothing behind that could be written")
    func failsClosed() throws {
        let redactor = Redactor(
            [:], [.init(name: "x", expression: try CompiledPattern("(a+)+$"), mode: .mask)], key: nil)
        var buffer = ByteBuffer(capacity: 100)
        buffer.append(Array(repeating: UInt8(ascii: "a"), count: 5_000) + [0x21])
        #expect(redactor.redact(buffer, Slice(start: 0, count: buffer.count)) == .failed)
    }
}
