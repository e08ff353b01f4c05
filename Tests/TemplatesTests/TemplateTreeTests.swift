import Bytes
import TestSupport
import Testing

@testable import Templates

@Suite("Templates of messages")
struct TemplateTreeTests {
    private func learn(_ messages: [String], _ tree: TemplateTree = TemplateTree()) -> [(
        number: Int?, params: [String]
    )] {
        messages.map { message in
            var buffer = ByteBuffer(capacity: message.utf8.count)
            buffer.append(message)
            guard let found = tree.learn(buffer, Slice(start: 0, count: buffer.count)) else { return (nil, []) }
            var params: [String] = []
            tree.variables(of: found.template) { params.append(buffer.text($0)) }
            return (found.template, params)
        }
    }

    private func template(_ message: String) -> String {
        let tree = TemplateTree()
        _ = learn([message], tree)
        return tree.catalogue.first?.text ?? ""
    }

    @Test(
        "What varies by its look is taken out of words",
        arguments: [
            ("took 12ms", "took <*>ms"), ("from 10.0.0.1:80 to ::1", "from <*> to ::<*>"),
            ("block blk_-688123 done", "block blk_<*> done"), ("at 12:30:01.5", "at <*>"),
            ("ptr 0xdeadbeef", "ptr <*>"),
            ("commit 9f86d081884c7d65", "commit <*>"), ("id 550e8400-e29b-41d4-a716-446655440000.", "id <*>."),
            ("uid=0 rhost=", "uid=<*> rhost="), ("to proxy.example.org:5070 now", "to <*> now"),
            ("ssh2 and utf8", "ssh2 and utf8"), ("-5 degrees", "<*> degrees"), ("key 5a3f9", "key <*>"),
            ("say \"hi\"", "say \\\"hi\\\""), ("a  b", "a b"),
        ])
    func variables(_ message: String, _ expected: String) { #expect(template(message) == expected) }

    @Test("Words that differ are left open, and given with what varies in the others")
    func generalise() {
        let tree = TemplateTree()
        let learned = learn(
            ["session opened for user root by uid 0", "session opened for user bob by uid 17"], tree)
        #expect(learned.map(\.number) == [0, 0])
        #expect(learned.map(\.params) == [["0"], ["bob", "17"]])
        #expect(tree.catalogue.map(\.text) == ["session opened for user <*> by uid <*>"])
        #expect(tree.catalogue.map(\.count) == [2])
    }

    @Test("Messages of other lengths, beginnings or mostly other words have other templates")
    func apart() {
        let learned = learn([
            "disk is full", "disk is full now", "disk was full", "mail is full", "disk is gone away ok",
        ])
        #expect(Set(learned.map(\.number)).count == 5)
    }

    @Test("An identity is a hash of the text: the same wherever it is computed")
    func identity() {
        let tree = TemplateTree()
        _ = learn(["took 12ms"], tree)
        #expect(tree.catalogue.map(\.id) == ["93acddedfc2e4eba"])
    }

    @Test("No words, no template; and a thousand words are a message, too")
    func extremes() {
        #expect(learn(["", "  \t"]).allSatisfy { $0.number == nil })
        let long = Array(repeating: "word", count: 1000).joined(separator: " ")
        #expect(learn([long, long]).map(\.number) == [0, 0])
    }

    @Test(
        "Random words do not fill the memory: there is a limit, and messages beyond it have the nearest template or none"
    )
    func bounded() {
        let tree = TemplateTree()
        var random = SeededGenerator(seed: 8)
        let letters = Array("abcdefghijklmnopqrstuvwxyz".utf8)
        for _ in 0..<30_000 {
            let words = (0..<3).map { _ in String(decoding: random.bytes(upTo: 12, from: letters), as: UTF8.self) }
            _ = learn([words.joined(separator: " ")], tree)
        }
        #expect(tree.count <= TemplateTree.mostTemplates)
    }

    @Test("Whatever it remembers of recent messages, the templates are those of one that looks each message up anew")
    func twin() {
        var random = SeededGenerator(seed: 88)
        let words = ["open", "close", "user", "bob", "eve", "on", "at", "12", "port=8", "x1", "file", "10.0.0.1"]
        let fast = TemplateTree()
        let plain = TemplateTree()
        for _ in 0..<5_000 {
            let message = (0..<Int.random(in: 1...5, using: &random)).map { _ in words.randomElement(using: &random)! }
                .joined(separator: " ")
            // A new version makes it forget.
            plain.version &+= 1
            #expect(learn([message], fast)[0] == learn([message], plain)[0])
        }
        #expect(fast.catalogue == plain.catalogue)
    }

    @Test("Saved and restored, it goes on as if it had never ended; what is damaged is refused")
    func snapshot() throws {
        let messages = (0..<200).map { "user u\($0 % 7)x did \($0 % 3 == 0 ? "open" : "close") file \($0)" }
        let whole = TemplateTree()
        let expected = learn(messages, whole)
        let first = TemplateTree()
        _ = learn(Array(messages[..<90]), first)
        var writer = SnapshotWriter()
        first.save(to: &writer)
        let bytes = writer.contents
        let second = TemplateTree()
        var reader = SnapshotReader(bytes)
        try second.restore(from: &reader)
        #expect(reader.isAtEnd)
        let rest = learn(Array(messages[90...]), second)
        #expect(rest.map(\.params) == expected[90...].map(\.params))
        #expect(second.catalogue == whole.catalogue)
        for length in 0..<bytes.count {
            var cut = SnapshotReader(Array(bytes[..<length]))
            #expect(throws: SnapshotError.self) { try TemplateTree().restore(from: &cut) }
        }
        for position in bytes.indices {
            var damaged = bytes
            damaged[position] ^= 0x15
            var reader = SnapshotReader(damaged)
            let tree = TemplateTree()
            if (try? tree.restore(from: &reader)) != nil { _ = learn(messages, tree) }
        }
    }

    @Test("Words are found in blocks of 64 bytes as they are byte by byte", arguments: 1...12)
    func blocks(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let alphabets = [
            "ab 1", " =", "0123456789abcdefx-:. ", "host.example:80 -5 x=", "550e8400-e29b-41d4 0x1f",
            "aZ09_/é\t\"-.:= ",
            "abcdefg12345",
        ].map { Array($0.utf8) }
        var fast = MessageScanner()
        var plain = MessageScanner()
        for round in 0..<3000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...4, using: &random) {
                bytes += random.bytes(
                    upTo: round % 10 == 0 ? 400 : 60, from: alphabets[Int.random(in: 0..<7, using: &random)])
            }
            let before = Int.random(in: 0...20, using: &random)
            var buffer = ByteBuffer(capacity: bytes.count + 40)
            buffer.append(Array(repeating: UInt8(ascii: "7"), count: before) + bytes + Array("9=".utf8))
            let message = Slice(start: before, count: bytes.count)
            fast.scan(buffer, message)
            plain.scanPlainly(buffer, message)
            #expect(Self.text(of: fast, buffer) == Self.text(of: plain, buffer), "\(buffer.text(message))")
            #expect(fast.hash == plain.hash)
        }
    }

    private static func text(of scanner: borrowing MessageScanner, _ buffer: borrowing ByteBuffer) -> [String] {
        var texts: [String] = []
        for index in 0..<scanner.tokens.count {
            let token = scanner.tokens[index]
            var text = "\(buffer.text(token.text)) \(token.hash) \(token.followsSpace) \(token.hasDigit)"
            for variable in token.firstVariable..<token.firstVariable + token.variableCount {
                text += " \(buffer.text(scanner.variables[variable]))"
            }
            texts.append(text)
        }
        return texts
    }
}
