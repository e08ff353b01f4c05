import Testing

@testable import Records

@Suite("JSON that knows its places")
struct PlacedJSONTests {
    @Test("Every value, and every member's name, knows the bytes that it takes up")
    func ranges() throws {
        let text = #" {"a": [1, "x\n"], "b" :null } "#
        func at(_ range: Range<Int>) -> String { String(decoding: Array(text.utf8)[range], as: UTF8.self) }
        let root = try PlacedJSON(parsing: Array(text.utf8))
        guard case .object(let members) = root.value, case .array(let items) = members[0].value.value else {
            Issue.record("the root is an object with an array")
            return
        }
        #expect(at(root.range) == #"{"a": [1, "x\n"], "b" :null }"#)
        #expect(members.map { at($0.nameRange) } == [#""a""#, #""b""#])
        #expect(members.map { at($0.value.range) } == [#"[1, "x\n"]"#, "null"])
        #expect(items.map { at($0.range) } == ["1", #""x\n""#])
    }

    @Test(
        "A byte of a text's value is found again among its escapes",
        arguments: [
            (#""abc""#, 0, 1), (#""abc""#, 2, 3), (#""abc""#, 3, 4), (#""\\d(""#, 2, 4), (#""\"x""#, 1, 3),
            (#""\u0041b""#, 1, 7), (#""\u00e4b""#, 1, 1), (#""\u00e4b""#, 2, 7), (#""\u20acb""#, 3, 7),
            (#""\ud83d\ude00b""#, 4, 13), (#""\ud83d b""#, 3, 7), ("\"äb\"", 2, 3), (#""""#, 0, 1),
        ])
    func escapes(_ text: String, _ offset: Int, _ position: Int) {
        let bytes = Array(text.utf8)
        #expect(PlacedJSON.position(ofTextByte: offset, inStringAt: 0..<bytes.count, of: bytes) == position)
    }

    @Test("Without places it is the plain tree, and that writes itself as records are written")
    func tree() throws {
        let text = #"{"a":[1.50,true,null,{"b":"x\n\"ä"}],"c":{},"d":[]}"#
        #expect(try PlacedJSON(parsing: Array(text.utf8)).tree.json == text)
    }
}
