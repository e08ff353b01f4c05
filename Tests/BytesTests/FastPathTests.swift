import Glibc
import System
import TestSupport
import Testing

@testable import Bytes

@Suite("Lines that leave before anything else is done")
struct FastPathTests {
    @Test(
        "Whatever comes: what is taken is what the ordinary way would write, and plain lines are taken",
        arguments: 1...60)
    func likeTheOrdinaryWay(_ seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        var followed = try Followed(isRaw: seed % 3 == 0, file: "a \"b\".log")
        for _ in 0..<40 {
            let text = Self.lines(&random)
            followed.append(text)
            let (outcome, taken) = followed.follow()
            #expect(outcome == .ready || outcome == .timedOut)
            let isTaken = taken.lines > 0
            #expect(isTaken == followed.isPlain(text))
            let whole = isTaken ? text[...(text.lastIndex(of: 0x0A) ?? 0)] : []
            #expect(taken.bytes == whole.count)
            #expect(taken.lines == whole.count { $0 == 0x0A })
            #expect(taken.hasBeginning == (isTaken && whole.count < text.count))
            #expect(followed.written() == followed.expected(Array(whole)))
            followed.goOn(ends: whole.count == text.count)
        }
    }

    @Test("The known line is the last one taken, and stands where it is said to")
    func known() throws {
        var followed = try Followed()
        followed.append("two\nthree\n")
        _ = followed.follow()
        #expect(followed.line.contents == Array("three\n".utf8))
        #expect(followed.offset == 8)
        // And what comes next stands behind it.
        followed.append("four\n")
        _ = followed.follow()
        #expect(followed.written().hasSuffix(#"{"_raw":"four","_file":"a.log","_offset":14}"# + "\n"))
    }

    @Test("What was truncated or written over is left to a look, and nothing of it is written")
    func rewritten() throws {
        var followed = try Followed()
        followed.overwrite("oNe\ntwo\n")
        var (outcome, taken) = followed.follow()
        #expect(outcome == .ready && taken.lines == 0)
        #expect(followed.takeEvents().contains(.file(followed.watch)))
        followed.overwrite("o")
        (outcome, taken) = followed.follow()
        #expect(outcome == .ready && taken.lines == 0)
        #expect(followed.written().isEmpty)
    }

    @Test(
        "Where the events tell of more than growth, they are handed on, and nothing is written before they were looked at"
    )
    func moved() throws {
        var followed = try Followed()
        followed.append("two\n")
        #expect(rename(followed.path, followed.path + ".1") == 0)
        let (outcome, taken) = followed.follow()
        #expect(outcome == .ready && taken.lines == 0)
        #expect(followed.takeEvents() == [.file(followed.watch), .file(followed.watch)])
        #expect(followed.written().isEmpty)
    }

    @Test("A line that the reader has no room for is written when there is room, once")
    func fullPipe() throws {
        var followed = try Followed()
        let filled = followed.fillPipe()
        followed.append("two\n")
        // The reader: takes what was in the pipe, and what comes, till the other end is closed.
        let seen = Monitor(0)
        let source = followed.reader
        let outcome = followed.wait()
        _ = try Thread.start {
            var bytes = [UInt8](repeating: 0, count: 1 << 16)
            while case let count = read(source.number, &bytes, bytes.count), count > 0 { seen.change { $0 += count } }
        }
        let taken = followed.settle()
        #expect(outcome == .ready && taken.lines == 1)
        let length = followed.expected(Array("two\n".utf8)).utf8.count
        #expect(followed.writer.bytesWritten == Int64(length))
        seen.wait { $0 == filled + length ? () : nil }
    }

    @Test(
        "Where a mark is due behind a line, the wait ends with the line and not with the longer one of an idle source")
    func markIsDue() throws {
        var followed = try Followed()
        followed.append("two\n")
        // Without the second time the test would wait for an hour.
        #expect(followed.wait(milliseconds: 3_600_000, afterLine: 0) == .timedOut)
        #expect(followed.settle().lines == 1)
    }

    @Test("The end of the reader ends the wait")
    func readerGone() throws {
        var followed = try Followed()
        followed.append("two\n")
        followed.reader.close()
        #expect(followed.follow().0 == .hungUp)
    }

    /// A few lines, mostly plain, sometimes long, with what has to be escaped, or without an end.
    private static func lines(_ random: inout SeededGenerator) -> [UInt8] {
        var text: [UInt8] = []
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let length = Int.random(in: 0...9, using: &random) == 0 ? 700 : 60
            text += random.bytes(upTo: length, from: Array(#"abcdefgh 0123456789"\/:{}[]~"#.utf8)) + [0x0A]
        }
        switch Int.random(in: 0...9, using: &random) {
        case 0: text.insert(contentsOf: "ä".utf8, at: 0)
        case 1: text.insert(0x09, at: 0)
        case 2: text += Array("half".utf8)
        case 3: text = Array("half".utf8)
        default: break
        }
        return text
    }
}

/// A file that has one line, which was given out, and a pipe for what comes behind it.
private struct Followed: ~Copyable {
    let path: String
    private let folder: String
    let watch: Int32
    let reader: Descriptor
    private(set) var line = ByteBuffer(capacity: 64)
    private(set) var offset: Int64 = 0
    var writer: LineWriter
    private var fastPath = FastPath()
    private let events: Inotify
    private let file: Descriptor
    private let output: Descriptor
    private let isRaw: Bool
    private let name: [UInt8]
    private var size: Int64 = 4
    private var start: Int64 = 4

    init(isRaw: Bool = false, file name: String = "a.log") throws {
        var template = Array("/tmp/weir-follow-XXXXXX".utf8CString)
        let isMade = mkdtemp(&template) != nil
        try #require(isMade)
        let folder = String(cString: template)
        let made = try Descriptor.open(appending: folder + "/followed")
        try made.writeAll("one\n")
        made.close()
        let file = try Descriptor.open(reading: folder + "/followed")
        let events = try #require(Inotify())
        guard case .watching(let watch) = events.watch(file: folder + "/followed") else {
            throw SystemError(call: "inotify_add_watch", code: errno)
        }
        var ends: [Int32] = [0, 0]
        let isOpen = pipe(&ends) == 0
        try #require(isOpen)
        for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
        self.init(
            isRaw: isRaw, name: Array(name.utf8), folder: folder, file: file, events: events, watch: watch,
            reader: Descriptor(number: ends[0]), output: Descriptor(number: ends[1]))
    }

    private init(
        isRaw: Bool, name: [UInt8], folder: String, file: Descriptor, events: Inotify, watch: Int32,
        reader: Descriptor, output: Descriptor
    ) {
        self.isRaw = isRaw
        self.name = name
        self.folder = folder
        path = folder + "/followed"
        self.file = file
        self.events = events
        self.watch = watch
        self.reader = reader
        self.output = output
        writer = LineWriter(output)
        line.append("one\n")
        if isRaw { fastPath.leaveRaw() } else { _ = fastPath.wrap(tail: tail) }
        _ = arm()
    }

    deinit {
        file.close()
        reader.close()
        output.close()
        unlink(path)
        unlink(path + ".1")
        rmdir(folder)
    }

    /// `","_file":"…","_offset":`
    private var tail: ByteBuffer {
        var tail = ByteBuffer(capacity: 64)
        var name = ByteBuffer(capacity: 64)
        name.append(self.name)
        tail.append("\",\"_file\":\"")
        tail.append(escaping: name, Slice(start: 0, count: name.count))
        tail.append("\",\"_offset\":")
        return tail
    }

    private mutating func arm() -> Bool {
        fastPath.arm(events: events, watch: watch, file: file, at: offset, line: line, output: output)
    }

    mutating func append(_ text: String) { append(Array(text.utf8)) }

    mutating func append(_ bytes: [UInt8]) {
        start = size
        size += Int64(bytes.count)
        let descriptor = try! Descriptor.open(appending: path)
        try! descriptor.writeAll(bytes)
        descriptor.close()
    }

    func overwrite(_ text: String) {
        let descriptor = open(path, O_WRONLY | O_TRUNC)
        try! Descriptor(number: descriptor).writeAll(text)
        close(descriptor)
    }

    mutating func wait(milliseconds: Int32 = 0, afterLine: Int32 = .max) -> FastPath.Outcome {
        fastPath.follow(milliseconds: milliseconds, afterLine: afterLine)
    }

    mutating func settle() -> FastPath.Taken {
        guard fastPath.hasTaken else { return FastPath.Taken() }
        let (taken, offset) = fastPath.settle(&writer, last: &line)
        self.offset = offset
        return taken
    }

    mutating func follow() -> (FastPath.Outcome, FastPath.Taken) {
        let outcome = wait()
        return (outcome, settle())
    }

    mutating func takeEvents() -> [Inotify.Event] {
        var all: [Inotify.Event] = []
        fastPath.takeEvents(into: &all)
        events.takeEvents(into: &all)
        return all
    }

    /// Goes on behind everything that is there, as if the rest had been given out in the ordinary way.
    mutating func goOn(ends isWhole: Bool) {
        _ = takeEvents()
        if isWhole { return }
        append("\n.\n")
        _ = takeEvents()
        offset = size - 2
        line.removeAll()
        line.append(".\n")
        _ = arm()
    }

    /// Whether all lines of `text` may leave at once.
    func isPlain(_ text: [UInt8]) -> Bool {
        guard text.count <= FastPath.most, text.contains(0x0A) else { return false }
        return isRaw || text.allSatisfy { $0 == 0x0A || (0x20...0x7F).contains($0) }
    }

    /// What the ordinary way makes of whole lines that were appended last.
    func expected(_ text: [UInt8]) -> String {
        if isRaw { return String(decoding: text, as: UTF8.self) }
        var buffer = ByteBuffer(capacity: 4096)
        var source = ByteBuffer(capacity: 4096)
        source.append(text)
        var from = 0
        while let end = source.find(0x0A, from: from, to: source.count) {
            buffer.append("{\"_raw\":\"" as StaticString)
            buffer.append(escaping: source, Slice(from: from, to: end))
            buffer.append(tail.contents)
            buffer.append(integer: start + Int64(from))
            buffer.append("}\n" as StaticString)
            from = end + 1
        }
        return String(decoding: buffer.contents, as: UTF8.self)
    }

    /// What has been written since.
    func written() -> String {
        var all: [UInt8] = []
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = read(reader.number, &bytes, bytes.count), count > 0 { all += bytes.prefix(count) }
        return String(decoding: all, as: UTF8.self)
    }

    /// Until nothing goes in any more; returns how much that was. The reader waits from here on.
    func fillPipe() -> Int {
        var filled = 0
        while case let count = write(output.number, "x", 1), count > 0 { filled += count }
        _ = fcntl(reader.number, F_SETFL, 0)
        return filled
    }
}
