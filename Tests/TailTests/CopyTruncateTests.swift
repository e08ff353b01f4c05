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
}
