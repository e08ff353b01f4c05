import Testing

@testable import Tail

@Suite("Where the first run begins, each run begins till a mark is committed")
struct BeginningTests {
    private let folder = Folder()

    @Test(
        "Killed before its first commit, and rotated meanwhile: what was put aside comes, what had been before does not"
    )
    func rotated() {
        folder.append("old\n", to: "a.log.1")
        folder.append(lines(1...10), to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]])
        tail.crash {
            folder.rename("a.log.1", to: "a.log.3")
            folder.rename("a.log", to: "a.log.2")
            folder.append(lines(11...20), to: "a.log.1")
            folder.append(lines(21...30), to: "a.log")
        }
        tail.settle()
        #expect(tail.log.texts == texts(1...30))
        tail.close()
    }

    @Test("An empty file at the beginning: the first generation comes, whatever happened to it before a commit")
    func empty() {
        folder.append("", to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]])
        for generation in 1...3 {
            folder.append(lines((generation * 10 - 9)...(generation * 10)), to: "a.log")
            tail.look()
            tail.crash {
                for older in stride(from: generation - 1, to: 0, by: -1) {
                    folder.rename("a.log.\(older)", to: "a.log.\(older + 1)")
                }
                folder.rename("a.log", to: "a.log.1")
                folder.append("", to: "a.log")
            }
        }
        tail.settle()
        #expect(tail.log.texts == texts(1...30))
        tail.close()
    }

    @Test("The last lines are those that were the last when the first run began")
    func lastLines() {
        folder.append(lines(1...10), to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]], start: .lines(.last(2)))
        tail.crash {
            folder.append(lines(11...20), to: "a.log")
            folder.rename("a.log", to: "a.log.1")
            folder.append(lines(21...30), to: "a.log")
        }
        tail.settle()
        #expect(tail.log.texts == texts(9...30))
        tail.close()
    }

    @Test("What came up while a run that was killed followed a pattern is read from its first byte")
    func laterFile() {
        folder.append(lines(1...10), to: "a.log")
        var tail = ManualTail(patterns: [folder["*.log"]], start: .lines(.last(2)))
        folder.append(lines(11...20), to: "b.log")
        tail.look()
        tail.crash()
        tail.settle()
        #expect(tail.log.texts == texts(9...20))
        tail.close()
    }

    @Test(
        "A file that comes up and is put aside between two looks at a pattern comes whole; what had been put aside before does not"
    )
    func laterAndRotated() {
        var tail = ManualTail(patterns: [folder["*.log"]], now: 1_500_000_000_000_000_000)
        folder.append("old\n", to: "b.log.1")
        folder.setTime(of: "b.log.1", to: 1_400_000_000)
        folder.rename("b.log.1", to: "b.log.2")
        folder.append(lines(1...10), to: "b.log.1")
        folder.append(lines(11...20), to: "b.log")
        tail.settle()
        #expect(tail.log.texts == texts(1...20))
        tail.close()
    }

    @Test("A packed file is begun at its last lines in the next run too, where the first one did not come to it")
    func packed() {
        folder.append(lines(1...10), to: "a.log")
        folder.gzip("a.log")
        var tail = ManualTail(named: [folder["a.log.gz"]], start: .lines(.last(2)))
        #expect(tail.log.texts == texts(9...10))
        tail.crash()
        #expect(tail.log.texts == texts(9...10))
        tail.close()
    }
}
