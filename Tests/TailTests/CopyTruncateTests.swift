import Glibc
import Testing

@testable import Tail

/// copytruncate, as logrotate(8) calls it: the log is copied, and then emptied. What is written between the two is lost, whoever
/// reads; nothing else is, and the copy is not read again.
@Suite("Copied and truncated: the copy is known for what it is")
struct CopyTruncateTests {
    private let folder = Folder()

    @Test(
        "copytruncate: what is new is read, the copy is not read again, and a possible loss is said",
        arguments: [false, true])
    func copyTruncate(isSeen: Bool) {
        folder.append(lines(1...10), to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]])
        folder.append(lines(11...12), to: "a.log")
        folder.copy("a.log", to: "a.log.1")
        if isSeen { tail.look() }
        folder.truncate("a.log")
        folder.append(lines(13...40), to: "a.log")
        tail.look()
        tail.settle()
        #expect(tail.log.texts == texts(1...40))
        #expect(tail.files.takeNotices().contains(.truncated(folder["a.log"], copy: folder["a.log.1"])))
        tail.close()
    }

    @Test("A copy that is gzipped at once is found too")
    func copyTruncateGzip() {
        folder.append(lines(1...10), to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]])
        folder.append(lines(11...12), to: "a.log")
        folder.copy("a.log", to: "a.log.1")
        folder.truncate("a.log")
        folder.gzip("a.log.1")
        tail.look()
        folder.append(lines(13...20), to: "a.log")
        tail.settle()
        #expect(tail.log.texts == texts(1...20))
        tail.close()
    }

    @Test(
        "Lines that came between the copy and the truncation, and were read: the copy is not read again",
        arguments: [1, 5, 500], [false, true])
    func readBetween(turns: Int, isSeen: Bool) {
        folder.append(lines(1...10), to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]])
        folder.append(lines(11...(turns + 10)), to: "a.log")
        tail.look()
        folder.copy("a.log", to: "a.log.1")
        if isSeen { tail.look() }
        for turn in 0..<turns {
            folder.append(lines((turn + turns + 11)...(turn + turns + 11)), to: "a.log")
            tail.hear()
        }
        folder.truncate("a.log")
        folder.append(lines((turns * 2 + 11)...(turns * 2 + 20)), to: "a.log")
        tail.settle()
        #expect(tail.log.texts == texts(1...(turns * 2 + 20)))
        tail.close()
    }

    @Test(
        "Lines that came between the copy and the truncation, and were read at once with those before: the copy is not read again",
        arguments: [(1, 1), (1, 4), (2, 3), (7, 3), (7, 3000), (300, 40), (30_000, 10), (3000, 30_000)],
        Aside.allCases)
    func readBetweenAtOnce(count: (copied: Int, between: Int), aside: Aside) {
        var tail = ManualTail(named: [folder["a.log"]])
        if aside == .heard {
            folder.append(lines(1...1), to: "a.log")
            tail.look()
            if count.copied > 1 { folder.append(lines(2...count.copied), to: "a.log") }
        } else {
            folder.append(lines(1...count.copied), to: "a.log")
        }
        // Under a name that nobody looks for, as if it had come behind the reading of names.
        folder.copy("a.log", to: "copy")
        let read = count.copied + count.between
        folder.append(lines((count.copied + 1)...read), to: "a.log")
        if aside == .heard { tail.hear() } else { tail.look() }
        #expect(tail.log.texts == texts(1...read))
        folder.truncate("a.log")
        if aside == .packed { folder.gzip("copy") }
        let ending = aside == .packed ? ".gz" : ""
        folder.rename("copy" + ending, to: "a.log.1" + ending)
        if aside == .restarted { tail.restart() }
        folder.append(lines((read + 1)...(read + 10)), to: "a.log")
        tail.settle()
        #expect(tail.log.texts == texts(1...(read + 10)))
        tail.close()
    }

    /// What else there is to a copy.
    enum Aside: CaseIterable { case plain, packed, restarted, heard }

    @Test(
        "A log that is read from its end on, copied and truncated: nothing of what was there before comes",
        arguments: [false, true],
        [1, 7, 3000])
    func readFromItsEnd(hasBetween: Bool, count: Int) {
        folder.append(lines(1...count), to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]], start: .lines(.last(0)))
        folder.copy("a.log", to: "copy")
        if hasBetween { folder.append(lines((count + 1)...(count + 3)), to: "a.log") }
        tail.look()
        folder.truncate("a.log")
        folder.rename("copy", to: "a.log.1")
        folder.append(lines((count + 4)...(count + 6)), to: "a.log")
        tail.settle()
        #expect(tail.log.texts == texts((hasBetween ? count + 1 : count + 4)...(count + 6)))
        tail.close()
    }

    @Test(
        "A generation that came unseen behind one with the same header is read, though it is shorter than what was read of that"
    )
    func alikeAndShorter() {
        let header = (1...5).map { "#header \($0)\n" }.joined()
        folder.append(header + lines(1...20), to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]])
        folder.truncate("a.log")
        folder.append(header + lines(21...22), to: "a.log.1")
        folder.append(header + lines(23...30), to: "a.log")
        tail.settle()
        #expect(tail.log.texts.filter { !$0.hasPrefix("#") } == texts(1...30))
        tail.close()
    }

    @Test("A copy that is kept while a short log goes on is not read, however late it is seen", arguments: [1, 7, 30])
    func keptCopy(count: Int) {
        folder.append(lines(1...count), to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]])
        folder.copy("a.log", to: "copy")
        folder.append(lines((count + 1)...(count + 3)), to: "a.log")
        tail.look()
        folder.setTime(of: "copy", to: 1_790_000_000)
        folder.rename("copy", to: "a.log.1")
        tail.settle()
        folder.append(lines((count + 4)...(count + 100)), to: "a.log")
        tail.settle()
        #expect(tail.log.texts == texts(1...(count + 100)))
        tail.close()
    }

    @Test("A copy that gets the name of a generation only when the log was emptied: it is known all the same")
    func namedLater() {
        folder.append(lines(1...10), to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]])
        folder.append(lines(11...12), to: "a.log")
        tail.look()
        folder.copy("a.log", to: "copy")
        folder.truncate("a.log")
        tail.look()
        folder.rename("copy", to: "a.log.1")
        tail.look()
        folder.append(lines(13...40), to: "a.log")
        tail.settle()
        #expect(tail.log.texts == texts(1...40))
        tail.close()
    }

    @Test(
        "A writer that does not append leaves a hole at its old place: its lines come without the NULs",
        arguments: [100, 3 << 20])
    func hole(size: Int) throws {
        let line = String(repeating: "x", count: size - 1)
        folder.append(line + "\n", to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]])
        let writer = try #require(fopen(folder["a.log"], "r+"))
        fseek(writer, 0, SEEK_END)
        folder.copy("a.log", to: "a.log.1")
        folder.truncate("a.log")
        tail.look()
        fputs(lines(1...3), writer)
        fclose(writer)
        tail.settle()
        #expect(tail.log.texts.suffix(3) == texts(1...3))
        #expect(tail.log.lines.last { $0.text == texts(1...1)[0] }?.offset == Int64(size))
        #expect(tail.files.takeNotices().contains(.hole(folder["a.log"], bytes: Int64(size))))
        tail.close()
    }

    @Test(
        "An old generation that begins with the same header is not taken for the copy of a log that has no more than that"
    )
    func headerOnly() {
        folder.append("time level message\n" + lines(1...10), to: "a.log.1")
        folder.append("time level message\n", to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]])
        folder.truncate("a.log")
        tail.look()
        folder.append("time level message\n" + lines(11...12), to: "a.log")
        tail.settle()
        #expect(tail.log.texts.filter { !$0.hasPrefix("time") } == texts(11...12))
        tail.close()
    }
}
