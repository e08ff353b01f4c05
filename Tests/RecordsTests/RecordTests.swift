import Bytes
import TestSupport
import Testing

@testable import Records

@Suite("A record travels unharmed")
struct RecordTests {
    @Test(
        "A record that nobody changes leaves byte for byte as it came, odd spacing and all",
        arguments: [
            "{}", "{ }", #"{"a":1}"#, #"{ "a" : 1 , "b":[ 1, 2 ] }"#,
            #"{"id":9007199254740993,"n":9223372036854775808,"x":1e400}"#,
            #"{"s":"\u00e4\/\"","t":"ä"}"#, #"{"a":1,"a":2}"#, #"{"\u0061":1}"#, "{\"a\":1}\r",
        ])
    func passThrough(_ line: String) throws {
        var record = Record()
        try record.scan(record.store.load(line.utf8))
        #expect(written(record) == line)
    }

    @Test("A change touches its own field and no other: numbers keep their spelling, strings their escapes")
    func changedField() throws {
        var record = Record()
        let name = record.name("b")
        try record.scan(record.store.load(#"{"a":1.10, "b":true,"c":"\u00e4","d":1e400,"e":{"x": [ ]}}"#.utf8))
        record.set(name, to: .integer(7))
        #expect(written(record) == #"{"a":1.10,"b":7,"c":"\u00e4","d":1e400,"e":{"x": [ ]}}"#)
    }

    @Test("A new field goes to the end")
    func newField() throws {
        var record = Record()
        let name = record.name("neu\"")
        try record.scan(record.store.load(#"{"a":1}"#.utf8))
        record.set(name, to: .bool(false))
        #expect(written(record) == #"{"a":1,"neu\"":false}"#)
    }

    @Test("What is added goes behind the line as it came, odd spacing and all; a change puts an end to that")
    func added() throws {
        var record = Record()
        let new = record.name("new")
        let a = record.name("a")
        let spaced = #"{ "a" : 1 , "b":[ 1, 2 ] }"#
        try record.scan(record.store.load(spaced.utf8))
        record.set(new, to: .integer(7))
        #expect(written(record) == #"{ "a" : 1 , "b":[ 1, 2 ],"new":7}"#)
        record.set(new, to: .integer(8))
        #expect(written(record) == #"{ "a" : 1 , "b":[ 1, 2 ],"new":8}"#)
        record.set(a, to: .integer(2))
        #expect(written(record) == #"{"a":2,"b":[ 1, 2 ],"new":8}"#)
        try record.scan(record.store.load("{ }\r".utf8))
        record.set(new, to: .integer(7))
        #expect(written(record) == #"{"new":7}"#)
    }

    @Test("Random changes give the same whether what was added is known as such or not", arguments: 1...20)
    func randomChanges(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var record = Record()
        var plain = Record()
        let texts = ["a", "b", "c", "long_name_of_field", "new", "newer", "long_name_of_other"]
        let names = texts.map { record.name($0) }
        let plainNames = texts.map { plain.name($0) }
        for _ in 0..<200 {
            let keys = texts.prefix(4).filter { _ in Bool.random(using: &generator) }
            let line =
                "{" + keys.map { "\"\($0)\":\"\(Int.random(in: 0...99, using: &generator))\"" }.joined(separator: ",")
                + "}"
            try record.scan(record.store.load(line.utf8))
            try plain.scan(plain.store.load(line.utf8))
            for _ in 0..<Int.random(in: 0...5, using: &generator) {
                // From the first change on, all fields are written one by one.
                plain.willChange()
                let index = Int.random(in: 0..<texts.count, using: &generator)
                let other = Int.random(in: 0..<texts.count, using: &generator)
                switch Int.random(in: 0..<8, using: &generator) {
                case 0:
                    record.remove(names[index])
                    plain.remove(plainNames[index])
                case 1:
                    record.order([names[index], names[other]])
                    plain.order([plainNames[index], plainNames[other]])
                case 2:
                    guard let position = record.position(of: names[index]), record.position(of: names[other]) == nil
                    else { break }
                    record.rename(at: position, to: names[other])
                    plain.rename(at: position, to: plainNames[other])
                default:
                    let value = Value.integer(Int64.random(in: -5...5, using: &generator))
                    record.set(names[index], to: value)
                    plain.set(plainNames[index], to: value)
                }
            }
            #expect(written(record) == written(plain), "\(line)")
        }
    }

    @Test("Of duplicate keys the last one counts, all of them travel, and removing removes all")
    func duplicates() throws {
        var record = Record()
        let name = record.name("a")
        try record.scan(record.store.load(#"{"a":1,"b":2,"a":3}"#.utf8))
        #expect(record.position(of: name) == 2)
        record.remove(name)
        #expect(written(record) == #"{"b":2}"#)
    }

    @Test("A name is found however it is written, and however long it is")
    func names() throws {
        var record = Record()
        let short = record.name("ab")
        let long = record.name("a_long_name_x")
        let other = record.name("a_long_name_y")
        try record.scan(record.store.load(#"{"\u0061b":1,"a_long_name_x":2}"#.utf8))
        #expect(record.position(of: short) == 0)
        #expect(record.position(of: long) == 1)
        #expect(record.position(of: other) == nil)
    }

    @Test("1,024 keys are a record like any other")
    func manyKeys() throws {
        let members = (0..<1024).map { "\"key\($0)\":\($0)" }.joined(separator: ",")
        var record = Record()
        let name = record.name("key1023")
        try record.scan(record.store.load("{\(members)}".utf8))
        #expect(record.count == 1024)
        #expect(record.position(of: name) == 1023)
        #expect(written(record) == "{\(members)}")
    }

    @Test("128 levels of nesting are taken, 129 are not")
    func nesting() throws {
        var record = Record()
        func nested(_ levels: Int) -> String {
            "{\"a\":" + String(repeating: "[", count: levels - 1) + String(repeating: "]", count: levels - 1) + "}"
        }
        try record.scan(record.store.load(nested(128).utf8))
        #expect(throws: JSONError(reason: .tooDeep, position: 132)) {
            try record.scan(record.store.load(nested(129).utf8))
        }
    }

    @Test("Values are read as what they are, and escapes only when somebody looks")
    func values() throws {
        var record = Record()
        try record.scan(
            record.store.load(
                #"{"i":-5,"big":9223372036854775808,"d":1.5,"s":"x","e":"\ud83c\udf0d\n\ud800","t":true,"n":null,"o":{}}"#
                    .utf8))
        #expect(describe(record.value(at: 0), record) == "integer -5")
        #expect(describe(record.value(at: 1), record) == "decimal 9223372036854775808")
        #expect(describe(record.value(at: 2), record) == "decimal 1.5")
        #expect(describe(record.value(at: 3), record) == "text x")
        #expect(describe(record.value(at: 4), record) == "text 🌍\n\u{FFFD}")
        #expect(describe(record.value(at: 5), record) == "bool true")
        #expect(describe(record.value(at: 6), record) == "null")
        #expect(describe(record.value(at: 7), record) == "json {}")
    }
}

/// The record as it would be written.
func written(_ record: borrowing Record) -> String {
    var output = ByteBuffer(capacity: 16)
    record.write(to: &output)
    return output.text(Slice(start: 0, count: output.count))
}

func describe(_ value: Value, _ record: borrowing Record) -> String {
    switch value {
    case .null: "null"
    case .bool(let flag): "bool \(flag)"
    case .integer(let number): "integer \(number)"
    case .decimal(let number): "decimal \(number)"
    case .double(let number): "double \(number)"
    case .text(let slice): "text \(record.store.text(slice))"
    case .json(let slice): "json \(record.store.text(slice))"
    }
}
