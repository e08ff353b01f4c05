import TestSupport
import Testing

@testable import Metrics

extension SeriesTable {
    fileprivate mutating func index(_ key: String) -> (index: Int, isNew: Bool) {
        let bytes = Array(key.utf8)
        return index(ofKey: RawSpan(_elements: bytes.span))
    }

    fileprivate mutating func replace(at index: Int, with key: String) -> Bool {
        let bytes = Array(key.utf8)
        return replace(at: index, withKey: RawSpan(_elements: bytes.span))
    }

    fileprivate func existing(_ key: String) -> Int? {
        let bytes = Array(key.utf8)
        return existingIndex(ofKey: RawSpan(_elements: bytes.span))
    }

    fileprivate func text(at index: Int) -> String { String(decoding: key(at: index), as: UTF8.self) }
}

private func hash(_ text: String) -> UInt64 {
    let bytes = Array(text.utf8)
    return SeriesHash.hash(RawSpan(_elements: bytes.span))
}

@Suite("A series table")
struct SeriesTableTests {
    @Test("numbers keys in the order of their first appearance")
    func numbering() {
        var table = SeriesTable()
        expect(table.index("GET /") == (0, true))
        expect(table.index("POST /") == (1, true))
        expect(table.index("GET /") == (0, false))
        expect(table.index("") == (2, true))
        expect(table.index("") == (2, false))
        #expect(table.count == 3)
        #expect(table.text(at: 1) == "POST /")
        #expect(table.existing("GET /") == 0)
        #expect(table.existing("nothing") == nil)
    }

    @Test("does as a dictionary does, with keys of all lengths")
    func agreesWithDictionary() {
        var random = SeededGenerator(seed: 41)
        var table = SeriesTable()
        var dictionary: [String: Int] = [:]
        for _ in 0..<50_000 {
            let number = Int.random(in: 0..<5_000, using: &random)
            let key = String(repeating: "x", count: number % 40) + "\(number)"
            let expected = dictionary[key]
            let (index, isNew) = table.index(key)
            #expect(isNew == (expected == nil))
            #expect(index == expected ?? dictionary.count)
            dictionary[key] = index
        }
        #expect(table.count == dictionary.count)
        for (key, index) in dictionary { #expect(table.text(at: index) == key) }
    }

    @Test("gives the series in the order of their keys' bytes")
    func order() {
        var random = SeededGenerator(seed: 42)
        var table = SeriesTable()
        var keys = ["", "a", "a\0", "aa", "b", "é", "\u{7F}", "abcdefgh", "abcdefghi", "abcdefgg\u{FF}"]
        for _ in 0..<500 {
            keys.append(
                String((0..<Int.random(in: 0...20, using: &random)).map { _ in "abé".randomElement(using: &random)! }))
        }
        for key in keys.shuffled(using: &random) { _ = table.index(key) }
        let sorted = table.indicesSortedByKey().map { table.key(at: $0) }
        #expect(sorted == sorted.sorted { $0.lexicographicallyPrecedes($1) })
        #expect(sorted.count == table.count)
    }

    @Test("puts one series in the place of another, as a limit on series needs")
    func replacing() {
        var random = SeededGenerator(seed: 43)
        var table = SeriesTable()
        var keys = (0..<100).map { "first \($0)" }
        for key in keys { _ = table.index(key) }
        for step in 0..<20_000 {
            let index = Int.random(in: 0..<100, using: &random)
            let old = keys[index]
            keys[index] = "later \(step)"
            expect(table.replace(at: index, with: keys[index]))
            #expect(table.existing(old) == nil)
        }
        #expect(table.count == 100)
        for (index, key) in keys.enumerated() {
            #expect(table.existing(key) == index)
            #expect(table.text(at: index) == key)
            #expect(table.hash(at: index) == hash(key))
        }
        expect(!table.replace(at: 3, with: keys[7]))
        #expect(table.existing(keys[3]) == 3)
        #expect(table.keyBytes.count < 20_000)
    }

    @Test("is empty after removeAll, and numbers from 0 again", arguments: [true, false])
    func removal(keepingCapacity: Bool) {
        var table = SeriesTable()
        for number in 0..<100 { _ = table.index("key \(number)") }
        table.removeAll(keepingCapacity: keepingCapacity)
        #expect(table.count == 0)
        #expect(table.existing("key 5") == nil)
        expect(table.index("key 5") == (0, true))
    }
}

@Suite("The hash of a series")
struct SeriesHashTests {
    @Test(
        "is XXH64 with seed 0",
        arguments: [
            ("", 0xEF46_DB37_51D8_E999), ("a", 0xD24E_C4F1_A98C_6E5B), ("abc", 0x44BC_2CF5_AD77_0999),
            ("Nobody inspects the spammish repetition", 0xFBCE_A83C_8A37_8BF1),
        ] as [(String, UInt64)])
    func knownValues(text: String, expected: UInt64) {
        #expect(hash(text) == expected)
    }
}
