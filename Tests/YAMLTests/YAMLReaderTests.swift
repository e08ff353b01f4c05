import TestSupport
import Testing

@testable import YAML

@Suite("YAML")
struct YAMLReaderTests {
    private func read(_ text: String) throws -> YAMLNode? { try YAMLReader.read(Array(text.utf8)) }

    private func error(_ text: String) -> YAMLError? {
        do throws(YAMLError) {
            _ = try YAMLReader.read(Array(text.utf8))
            return nil
        } catch {
            return error
        }
    }

    @Test("Mappings, sequences and scalars, with their places")
    func shapes() throws {
        let root = try #require(try read("a: 1\nb:\n  - 'two'\n  - {c: \"3\"}\n"))
        let members = try #require(root.members)
        #expect(members.map(\.key) == ["a", "b"])
        #expect(members[0].value.text == "1")
        #expect(members[1].place == YAMLPlace(line: 2, column: 1))
        let elements = try #require(members[1].value.elements)
        #expect(elements[0].text == "two")
        #expect(elements[0].place == YAMLPlace(line: 3, column: 5))
        #expect(elements[1].members?.first?.value.text == "3")
    }

    @Test("Quotes tell a text from a plain scalar")
    func quotes() throws {
        guard case .sequence(let elements) = try #require(try read("[1, \"1\"]")).value,
            case .scalar("1", let first) = elements[0].value, case .scalar("1", let second) = elements[1].value
        else {
            Issue.record("not two scalars")
            return
        }
        #expect(first && !second)
    }

    @Test("A text with nothing in it has no root")
    func empty() throws {
        #expect(try read("") == nil)
        #expect(try read("# only a comment\n") == nil)
    }

    @Test("What is wrong is said with its place")
    func errors() {
        #expect(error("a: [1, 2\nb: 3")?.place.line == 2)
        #expect(error("a: 1\na: 2") == YAMLError("'a' is there a second time", at: YAMLPlace(line: 2, column: 1)))
        #expect(
            error("a: &x 1\nb: *x") == YAMLError("aliases (*name) are not taken", at: YAMLPlace(line: 2, column: 4)))
        #expect(error("a: 1\n---\nb: 2")?.message == "there is a second document")
        #expect(error(String(repeating: "[", count: 100) + String(repeating: "]", count: 100)) != nil)
        #expect(error("a:\n\t- 1") != nil)
    }

    @Test("Any bytes are a document or an error")
    func garbage() {
        var random = SeededGenerator(seed: 40)
        for _ in 0..<2000 {
            let bytes = random.bytes(upTo: 40, from: Array("ab:-[]{}\"'\n \t&*!|>%@#,?\u{FF}".utf8) + [0, 0xFF])
            _ = try? YAMLReader.read(bytes)
        }
    }
}
