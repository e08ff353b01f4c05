import Testing

@testable import Tail

/// `current/log/app.log`, where `current` leads to the release that runs.
@Suite("Links that are turned, to files and to folders")
struct TurnedFolderTests {
    private let folder = Folder()

    init() {
        for name in ["one", "two"] { folder.make(name) }
        folder.append(lines(1...10), to: "one/a.log")
        folder.append(lines(90...95), to: "two/a.log.1")
        folder.append(lines(11...20), to: "two/a.log")
        folder.link("current", to: folder["one"])
    }

    private func turn(to target: String) {
        folder.link("new", to: folder[target])
        folder.rename("new", to: "current")
    }

    @Test("A folder: the new log is read from its start, what was put aside there before is not")
    func folders() {
        var tail = ManualTail(named: [folder["current/a.log"]])
        turn(to: "two")
        tail.settle()
        #expect(tail.log.texts == texts(1...20))
        tail.close()
    }

    @Test("Turned back: what was read there is not read again", arguments: [false, true])
    func back(isOfFile: Bool) {
        if isOfFile { folder.link("a.log", to: folder["current/a.log"]) }
        var tail = ManualTail(named: [folder[isOfFile ? "a.log" : "current/a.log"]])
        turn(to: "two")
        tail.settle()
        folder.append(lines(21...25), to: "one/a.log")
        turn(to: "one")
        tail.settle()
        #expect(tail.log.texts == texts(1...25))
        tail.close()
    }

    @Test("Rotation in the folder that a link was turned to is noticed at once")
    func noticed() throws {
        var tail = try LiveTail(folder["current/a.log"])
        _ = tail.printed
        turn(to: "two")
        tail.passTime(seconds: 11)
        tail.lookEverywhere()
        #expect(tail.printed.count == 10)
        folder.append(lines(21...22), to: "two/new")
        folder.rename("two/a.log", to: "two/a.log.2")
        folder.rename("two/new", to: "two/a.log")
        tail.attend()
        tail.drain()
        #expect(tail.printed.count == 2)
    }

    @Test("A link in the folder that it leads to, and both names of that folder")
    func twoNames() throws {
        folder.link("two/log", to: folder["two/a.log"])
        folder.link("names", to: folder["two"])
        var tail = try LiveTail(folder["names/log"])
        #expect(tail.printed.count == 10)
        folder.append(lines(21...22), to: "two/b.log")
        folder.link("two/turned", to: folder["two/b.log"])
        folder.rename("two/turned", to: "two/log")
        tail.attend()
        tail.drain()
        #expect(tail.printed.count == 2)
    }
}
