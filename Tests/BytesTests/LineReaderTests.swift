import Glibc
import System
import TestSupport
import Testing

@testable import Bytes

@Suite("Cutting input into lines")
struct LineReaderTests {
    @Test("Lines come whole, with number and offset, and the last one needs no newline")
    func lines() {
        #expect(
            read("one\ntwo\n\nfour") == [
                .line(1, 0, "one"), .line(2, 4, "two"), .line(3, 8, ""), .last(4, 9, "four"),
            ])
    }

    @Test("An empty input has no lines")
    func empty() { #expect(read("") == []) }

    @Test("A line longer than the buffer makes it grow")
    func growing() {
        let long = String(repeating: "x", count: 100_000)
        #expect(read("a\n\(long)\nb\n", input: 64) == [.line(1, 0, "a"), .line(2, 2, long), .line(3, 100_003, "b")])
    }

    @Test("A line beyond the limit is passed over with its true length, and nothing after it is lost")
    func tooLong() {
        let long = String(repeating: "x", count: 300_000)
        #expect(
            read("a\n\(long)\nb\n", input: 1000, limit: 100)
                == [.line(1, 0, "a"), .tooLong(2, 300_000, kept: 100), .line(3, 300_003, "b")])
    }

    @Test("An endless line at the end of the input is reported too")
    func tooLongAtTheEnd() {
        let long = String(repeating: "x", count: 5000)
        #expect(read(long, input: 1000, limit: 100) == [.tooLong(1, 5000, kept: 100)])
    }

    @Test(
        "Any cut of the input into reads gives the same lines, and so does the short way to plain ones",
        arguments: 1...200)
    func cuts(_ seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let bytes = random.bytes(upTo: 400, from: [0x0A, 0x61, 0x62, 0x63, 0x64, 0x65, 0x0D])
        let text = String(decoding: bytes, as: UTF8.self)
        let whole = read(text, input: 4096, limit: 60)
        let room = Int.random(in: 61...100, using: &random)
        #expect(read(text, input: room, limit: 60) == whole)
        #expect(read(text, input: room, limit: 60, shortWay: true) == whole)
    }

    enum Seen: Equatable {
        case line(Int, Int64, String)
        case last(Int, Int64, String)
        case tooLong(Int, Int, kept: Int)
    }

    private func read(
        _ text: String, input: Int = 4096, limit: Int = 1 << 20, shortWay: Bool = false
    ) -> [Seen] {
        let descriptor = file(holding: text)
        defer { descriptor.close() }
        var store = ByteStore(input: input)
        var reader = LineReader(descriptor, in: store, limit: limit)
        var seen: [Seen] = []
        while true {
            if shortWay, let line = reader.nextPlainLine(in: store.buffer) {
                let text = store.text(line)
                #expect(
                    reader.isPlain && !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != 0x5C })
                seen.append(.line(reader.lineNumber, reader.offset, text))
                continue
            }
            switch reader.next(in: store.buffer) {
            case .line(let line): seen.append(.line(reader.lineNumber, reader.offset, store.text(line)))
            case .lastLine(let line): seen.append(.last(reader.lineNumber, reader.offset, store.text(line)))
            case .tooLong(let kept, let length): seen.append(.tooLong(reader.lineNumber, length, kept: kept.count))
            case .needsInput: if case .failed = reader.fill(&store) { return seen }
            case .end: return seen
            }
        }
    }

    private func file(holding text: String) -> Descriptor {
        var path = Array("/tmp/weir-lines-XXXXXX".utf8CString)
        let descriptor = Descriptor(number: mkstemp(&path))
        unlink(path)
        try? descriptor.writeAll(text)
        descriptor.seek(to: 0)
        return descriptor
    }
}
