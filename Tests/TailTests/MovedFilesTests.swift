import Testing

@testable import Tail

@Suite("Files that are the same and have another inode or device")
struct MovedFilesTests {
    private let folder = Folder()

    /// As a move to another disk makes it, or a start of the machine where the numbers of devices are given out anew.
    private func renew(_ name: String) {
        folder.copy(name, to: "new")
        folder.rename("new", to: name)
    }

    @Test("A generation that was read to its end is not read again", arguments: [false, true])
    func finished(isDown: Bool) {
        folder.append(lines(1...10), to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]])
        folder.rename("a.log", to: "a.log.1")
        folder.append(lines(11...20), to: "a.log")
        tail.settle()
        if isDown { tail.restart { renew("a.log.1") } } else { renew("a.log.1") }
        tail.settle()
        #expect(tail.log.texts == texts(1...20))
        tail.close()
    }

    @Test("One that was there before, and is not wanted, is not read either")
    func unwanted() {
        folder.append(lines(1...10), to: "a.log.1")
        folder.append(lines(11...20), to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]])
        tail.restart { renew("a.log.1") }
        tail.settle()
        #expect(tail.log.texts == texts(11...20))
        tail.close()
    }

    @Test("Rotation by copies: cp .1 .2, cp log .1, truncate; with a look at every step", arguments: [false, true])
    func copiedInTurn(isSeen: Bool) {
        folder.append(lines(1...10), to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]])
        func copy(_ name: String, to other: String) {
            folder.truncate(other)
            folder.copy(name, to: other)
        }
        for generation in 1...4 {
            for older in stride(from: generation - 1, to: 0, by: -1) {
                copy("a.log.\(older)", to: "a.log.\(older + 1)")
                if isSeen { tail.look() }
            }
            copy("a.log", to: "a.log.1")
            if isSeen { tail.look() }
            folder.truncate("a.log")
            folder.append(lines((generation * 10 + 1)...(generation * 10 + 10)), to: "a.log")
            tail.settle()
        }
        #expect(tail.log.texts == texts(1...50))
        tail.close()
    }

    @Test("A mirror: the log replaced by the new one, and then its generation by what the log was, and more")
    func mirrored() {
        folder.append(lines(1...10), to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]])
        folder.append(lines(21...30), to: "new")
        folder.rename("new", to: "a.log")
        tail.look()
        folder.append(lines(1...20), to: "older")
        folder.rename("older", to: "a.log.1")
        tail.settle()
        #expect(tail.log.texts.sorted() == texts(1...30).sorted())
        tail.close()
    }

    @Test("A log that came up and was put aside while nobody looked is read, where a pattern has its name")
    func cameWhileDown() {
        folder.append(lines(1...10), to: "a.log")
        var tail = ManualTail(patterns: [folder["*.log"]], now: 1_700_000_000_000_000_000)
        tail.restart {
            folder.append(lines(11...20), to: "b.log")
            folder.rename("b.log", to: "b.log.1")
            folder.append(lines(21...30), to: "b.log")
        }
        tail.settle()
        #expect(tail.log.texts == texts(1...30))
        tail.close()
    }
}
