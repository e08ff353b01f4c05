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
