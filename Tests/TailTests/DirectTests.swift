import Testing

@testable import Tail

@Suite("Lines that leave past everything")
struct DirectTests {
    let folder = Folder()
    /// Lines that a file begins with do not go directly: they are noted one by one (`Trail`).
    private let header = String(repeating: "-\n", count: 8)

    @Test(
        "What comes in the file that grew last leaves directly, and is accounted for: ledger, place, line number, state"
    )
    func direct() throws {
        folder.append(header + "1\n2\n", to: "a.log")
        var tail = try LiveTail(folder["a.log"])
        #expect(tail.printed == headerLines + [line("1", 0), line("2", 2)])
        // From the first event on it is known which file grows.
        #expect(tail.way() == .ordinary)
        folder.append("3\n", to: "a.log")
        tail.attend()
        #expect(tail.way() == .direct)
        folder.append("4\n5\n", to: "a.log")
        #expect(tail.follow() == 2)
        #expect(tail.printed == [line("3", 4), line("4", 6), line("5", 8)])
        let generation = tail.files.logs[0].generations[0]
        #expect(generation.consumed == 26 && generation.readTo == 26 && generation.lineNumber == 13)
        #expect(generation.lastLine == LinePrint(offset: 24, start: Fingerprint(of: Array("5\n".utf8))))
        #expect(tail.run.ledger.taken == 13 && tail.run.ledger.passed == 13)
        #expect(tail.files.bytesRead == 26)
        // It goes on from there, and with the next tick it is looked at.
        #expect(tail.way() == .direct)
        tail.files.tick(&tail.record, into: &tail.emitter)
        #expect(tail.files.hasWork)
        #expect(tail.way() == .ordinary)
        tail.drain()
        #expect(tail.printed.isEmpty)
        #expect(tail.way() == .direct)
    }

    @Test("The rest of a line that has only begun is waited for")
    func beginning() throws {
        var tail = try started()
        #expect(tail.way() == .direct)
        folder.append("3\nhal", to: "a.log")
        #expect(tail.follow() == 1)
        #expect(tail.way() == .ordinary)
        tail.drain()
        folder.append("f\n", to: "a.log")
        tail.attend()
        tail.drain()
        #expect(tail.printed == [line("3", 4), line("half", 6)])
    }

    @Test("After a move the old file's lines come before the new one's, whatever was told of it so far")
    func moved() throws {
        var tail = try started()
        #expect(tail.way() == .direct)
        folder.append("3\n", to: "a.log")
        #expect(tail.follow() == 1)
        // Not told yet: the file that is held is the older one.
        #expect(tail.way() == .direct)
        folder.append("4\n", to: "a.log")
        folder.rename("a.log", to: "a.log.1")
        folder.append(header + "1\n", to: "a.log")
        #expect(tail.follow() == 0)
        tail.attend()
        #expect(tail.way() == .ordinary)
        tail.drain()
        #expect(tail.printed == [line("3", 4), line("4", 6)] + headerLines + [line("1", 0)])
    }

    @Test("Nothing goes directly where something else waits")
    func waiting() throws {
        var tail = try started()
        #expect(tail.way() == .direct)
        tail.files.lookAtNames()
        #expect(tail.way() == .ordinary)
        tail.drain()
        #expect(tail.way() == .direct)
    }

    @Test("Where --max-line is less than what may go directly, nothing does")
    func shortLimit() throws {
        folder.append(header + "1\n", to: "a.log")
        var tail = try LiveTail(folder["a.log"], limit: 100)
        folder.append("2\n", to: "a.log")
        tail.attend()
        tail.drain()
        #expect(tail.printed == headerLines + [line("1", 0), line("2", 2)])
        #expect(tail.way() == .ordinary)
    }

    @Test("Lines that a file begins with do not go directly")
    func beginsWith() throws {
        folder.append("1\n", to: "a.log")
        var tail = try LiveTail(folder["a.log"])
        for line in 2...7 {
            folder.append("\(line)\n", to: "a.log")
            tail.attend()
            #expect(tail.way() == .ordinary)
        }
        folder.append("8\n", to: "a.log")
        tail.attend()
        #expect(tail.way() == .direct)
        #expect(tail.printed.count == 8)
    }

    /// A log with two lines behind the header, of which the second has come as an event.
    private func started() throws -> LiveTail {
        folder.delete("a.log")
        folder.append(header + "1\n", to: "a.log")
        var tail = try LiveTail(folder["a.log"])
        folder.append("2\n", to: "a.log")
        tail.attend()
        tail.drain()
        #expect(tail.printed == headerLines + [line("1", 0), line("2", 2)])
        return tail
    }

    private var headerLines: [String] { (1...8).map { line("-", -header.utf8.count + ($0 - 1) * 2) } }

    /// - Parameter offset: behind the header.
    private func line(_ text: String, _ offset: Int) -> String {
        #"{"_raw":"\#(text)","_file":"\#(folder["a.log"])","_offset":\#(header.utf8.count + offset)}"#
    }
}
