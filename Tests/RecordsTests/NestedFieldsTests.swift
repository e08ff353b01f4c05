import Bytes
import Testing
import TestSupport

@testable import Records

@Suite("Nested objects become fields")
struct NestedFieldsTests {
    @Test(
        "Members are named by the path to them; arrays and empty objects stay",
        arguments: [
            (#"{"a":{"b":1}}"#, #"{"a.b":1}"#),
            (
                #"{"a":{ "b" : {"c":"x\n" , "d":null} , "e":[{"f":1}]},"g":{}}"#,
                #"{"a.b.c":"x\n","a.b.d":null,"a.e":[{"f":1}],"g":{}}"#
            ),
            (#"{"a":{"b":{}},"a.b":2}"#, #"{"a.b":{},"a.b":2}"#),
            (#"{"x":1e400,"a":{"y":9007199254740993,"y":1.10}}"#, #"{"x":1e400,"a.y":9007199254740993,"a.y":1.10}"#),
            (#"{"a":1}"#, #"{"a":1}"#), ("{}", "{}"), (#"{ "a":{ } }"#, #"{"a":{ }}"#),
        ])
    func flatten(_ line: String, _ flat: String) throws {
        var record = Record()
        let point = record.name(".").slice
        // The tables of fields have changed places before the second one.
        for _ in 0..<3 {
            let slice = record.store.load(line.utf8)
            try record.scan(slice, isPlain: record.store.buffer.isPlain(slice))
            record.flatten(separator: point)
            #expect(written(record) == flat)
        }
    }

    @Test("A flat name is found however the path was written")
    func escapedPath() throws {
        var record = Record()
        let point = record.name(".").slice
        let name = record.name("a.b")
        try record.scan(record.store.load(#"{"\u0061":{"\u0062":1}}"#.utf8))
        record.flatten(separator: point)
        #expect(record.position(of: name) == 0)
    }

    @Test("Random objects: flattened, they have the leaves that a plain walk finds, in its order")
    func againstPlainWalk() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<500 {
            let tree = Self.object(depth: 0, &random)
            var record = Record()
            let point = record.name(".").slice
            try record.scan(record.store.load("\(tree.text)".utf8))
            record.flatten(separator: point)
            let leaves = tree.leaves(path: "").map { "\"\($0.path)\":\($0.value)" }
            #expect(written(record) == "{" + leaves.joined(separator: ",") + "}", "\(tree.text)")
        }
    }

    // MARK: A plain model

    private indirect enum Tree {
        case leaf(String)
        case object([(String, Tree)])

        var text: String {
            switch self {
            case .leaf(let text): text
            case .object(let members): "{" + members.map { "\"\($0)\":\($1.text)" }.joined(separator: ",") + "}"
            }
        }

        func leaves(path: String) -> [(path: String, value: String)] {
            guard case .object(let members) = self, !members.isEmpty || path.isEmpty else { return [(path, text)] }
            return members.flatMap { name, tree in tree.leaves(path: path.isEmpty ? name : "\(path).\(name)") }
        }
    }

    private static func object(depth: Int, _ random: inout SeededGenerator) -> Tree {
        let words = ["a", "bb", "time", "long_enough_for_two_words"]
        let leaves = ["1", "\"x\"", "[1,{\"y\":2}]", "null", "{}"]
        let members = (0..<Int.random(in: 0...4, using: &random)).map { _ in
            let isObject = depth < 5 && Int.random(in: 0...2, using: &random) == 0
            let leaf = Tree.leaf(leaves[Int.random(in: 0..<leaves.count, using: &random)])
            let name = words[Int.random(in: 0..<words.count, using: &random)]
            return (name, isObject ? object(depth: depth + 1, &random) : leaf)
        }
        return .object(members)
    }

    // MARK: A field's text

    @Test(
        "What a field says goes to the end; a name that is taken is called after the field",
        arguments: [
            (#"{"m":"{\"a\":1}","z":0}"#, #"{"z":0,"a":1}"#),
            (#"{"a":0,"m":"{\"a\":1,\"a\":2}"}"#, #"{"a":0,"m.a":1,"m.a":2}"#),
            (#"{"a":0,"m.a":9,"m":{"a":1}}"#, #"{"a":0,"m.a":9,"m.m.a":1}"#),
            (#"{"\u0061":0,"m":{"a":1}}"#, #"{"\u0061":0,"m.a":1}"#),
            (#"{"m":{"m":1}}"#, #"{"m":1}"#),
            (#"{ "m":"{" }"#, #"{ "m":"{" }"#), (#"{ "m":"{}" }"#, #"{ "m":"{}" }"#), (#"{ "m":7 }"#, #"{ "m":7 }"#),
        ])
    func unfold(_ line: String, _ unfolded: String) throws {
        var record = Record()
        let name = record.name("m")
        try record.scan(record.store.load(line.utf8))
        let found = record.position(of: name)
        let position = try #require(found)
        _ = record.unfold(name, at: position) { text, record in (try? record.scan(text)) != nil }
        #expect(written(record) == unfolded)
    }

    @Test("More fields than can be told from each other in no time are left where they are")
    func tooMany() throws {
        var record = Record()
        let name = record.name("m")
        let members = (0...Record.mostUnfolded).map { "\"k\($0)\":0" }.joined(separator: ",")
        for line in ["{\"m\":{\(members)}}", "{\"m\":{\"a\":1},\(members)}"] {
            try record.scan(record.store.load(line.utf8))
            let found = record.position(of: name)
            let position = try #require(found)
            let isUnfolded = record.unfold(name, at: position) { text, record in (try? record.scan(text)) != nil }
            #expect(!isUnfolded)
            #expect(written(record) == line)
        }
    }
}
