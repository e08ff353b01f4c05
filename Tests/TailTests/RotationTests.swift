import Bytes
import Foundation
import Testing

@testable import Tail

@Suite("Rotation: no line lost, none doubled")
struct RotationTests {
    private let folder = Folder()

    @Test("Rename and create while the writer keeps the old file open: 1,000 lines to each, each once")
    func renameAndCreate() {
        folder.append(lines(1...10), to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]])
        let writer = fopen(folder["a.log"], "a")
        folder.rename("a.log", to: "a.log.1")
        for part in 0..<10 {
            fputs(lines((11 + part * 100)...(110 + part * 100)), writer)
            fflush(writer)
            folder.append(lines((1011 + part * 100)...(1110 + part * 100)), to: "a.log")
            tail.look()
        }
        fclose(writer)
        tail.settle()
        #expect(tail.log.texts.sorted() == texts(1...2010).sorted())
        #expect(tail.log.lines.allSatisfy { $0.file == folder["a.log"] })
        tail.close()
    }

    @Test("Generations that came and went between two looks are read, oldest first")
    func unseen() {
        folder.append(lines(1...10), to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]])
        for generation in 1...30 {
            for older in stride(from: generation - 1, to: 0, by: -1) {
                folder.rename("a.log.\(older)", to: "a.log.\(older + 1)")
            }
            folder.rename("a.log", to: "a.log.1")
            folder.append(lines((generation * 10 + 1)...(generation * 10 + 10)), to: "a.log")
        }
        tail.look()
        #expect(tail.log.texts == texts(1...310))
        tail.settle()
        #expect(tail.log.texts == texts(1...310))
        tail.close()
    }

    @Test("Stopped, rotated three times, started: every generation, in order")
    func rotatedWhileDown() {
        folder.append(lines(1...15), to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]])
        tail.restart {
            folder.append(lines(16...20), to: "a.log")
            folder.rename("a.log", to: "a.log.3")
            folder.append(lines(21...30), to: "a.log.2")
            folder.append(lines(31...40), to: "a.log.1")
            folder.append(lines(41...50), to: "a.log")
        }
        tail.settle()
        #expect(tail.log.texts == texts(1...50))
        tail.close()
    }

    @Test("The same with the oldest one gzipped: it is read on inside, at its place")
    func gzippedWhileDown() {
        folder.append(lines(1...15), to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]])
        tail.restart {
            folder.append(lines(16...20), to: "a.log")
            folder.rename("a.log", to: "a.log.3")
            folder.gzip("a.log.3")
            folder.append(lines(21...30), to: "a.log.2")
            folder.append(lines(31...40), to: "a.log.1")
            folder.append(lines(41...50), to: "a.log")
        }
        tail.settle()
        #expect(tail.log.texts == texts(1...50))
        #expect(tail.log.lines[15].offset == Int64(lines(1...15).utf8.count))
        tail.close()
    }

    @Test(
        "Renamed, gzipped, unlinked and made anew until the inode is used again: the new file from 0, the old one where it was left"
    )
    func inodeReusedInFact() throws {
        folder.append(lines(1...10), to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]])
        var isReused = false
        tail.restart {
            folder.append(lines(11...20), to: "a.log")
            let inode = folder.inode("a.log")
            folder.rename("a.log", to: "a.log.1")
            folder.gzip("a.log.1")
            for number in 0..<2000 where !isReused {
                folder.append("", to: "new-\(number)")
                guard folder.inode("new-\(number)") == inode else { continue }
                isReused = true
                folder.rename("new-\(number)", to: "a.log")
            }
            folder.append(lines(21...60), to: "a.log")
        }
        tail.settle()
        #expect(tail.log.texts == texts(1...60))
        tail.close()
        if !isReused { try Test.cancel("this file system does not give an inode out again") }
    }

    @Test("An inode that is used again: the new file is read from its first byte, the packed one where it was left")
    func inodeReused() {
        folder.append(lines(1...10), to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]])
        tail.restart {
            folder.append(lines(11...20), to: "a.log")
            // The same inode with another content, as if it had been freed and taken again.
            folder.copy("a.log", to: "a.log.1")
            folder.gzip("a.log.1")
            folder.truncate("a.log")
            folder.append(lines(21...60), to: "a.log")
        }
        tail.settle()
        #expect(tail.log.texts == texts(1...60))
        tail.close()
    }

    @Test("Files of one byte, and of 1,023: a fingerprint needs no more", arguments: [1, 2, 1023])
    func small(size: Int) {
        folder.append(String(repeating: "x", count: size - 1) + "\n", to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]])
        #expect(tail.log.lines.map(\.text.count) == [size - 1])
        tail.restart { folder.append("more\n", to: "a.log") }
        #expect(tail.log.texts.last == "more")
        #expect(tail.log.lines.count == 2)
        tail.close()
    }

    @Test("A symbolic link that is turned: the old target is read to its end, the new one from its start")
    func symlink() {
        folder.append(lines(1...10), to: "one")
        folder.append(lines(21...30), to: "two")
        folder.link("a.log", to: "one")
        var tail = ManualTail(named: [folder["a.log"]])
        folder.append(lines(11...20), to: "one")
        folder.delete("a.log")
        folder.link("a.log", to: "two")
        tail.look()
        folder.append(lines(31...32), to: "two")
        tail.settle()
        #expect(tail.log.texts == texts(1...32))
        tail.close()
    }

    @Test("A half line waits over a restart, and comes once")
    func halfLine() {
        folder.append("abc", to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]])
        tail.clock.now += 10_000_000_000
        tail.look()
        #expect(tail.log.lines.isEmpty)
        tail.restart { folder.append("def\n", to: "a.log") }
        tail.settle()
        #expect(tail.log.texts == ["abcdef"])
        tail.close()
    }

    @Test("What another version saved is refused, never taken for nothing", arguments: [0, 1, 6])
    func otherVersion(version: Int) {
        folder.append(lines(1...10), to: "a.log")
        let tail = ManualTail(named: [folder["a.log"]])
        defer { tail.close() }
        var snapshot = SnapshotWriter()
        snapshot.append(version)
        snapshot.append(0 as UInt64)
        var reader = SnapshotReader(snapshot.contents)
        #expect(throws: SnapshotError.foreign) { try tail.files.restore(from: &reader) }
    }

    @Test("What a file has that has only grown leaves without a look; what was rewritten or cut off needs one")
    func grown() {
        folder.append(lines(1...10), to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]])
        let file = tail.files.logs[0]
        let generation = file.generations[0]
        folder.append(lines(11...12), to: "a.log")
        #expect(tail.files.readAhead(file, generation, &tail.record, into: &tail.log))
        #expect(!tail.files.hasWork)
        #expect(tail.log.texts == texts(1...12))
        // Nothing more, half a line, and its end.
        #expect(tail.files.readAhead(file, generation, &tail.record, into: &tail.log))
        folder.append("13|line", to: "a.log")
        tail.hear()
        folder.append(" number 13\n", to: "a.log")
        tail.hear()
        #expect(tail.log.texts == texts(1...13))
        folder.truncate("a.log")
        folder.append(lines(21...40), to: "a.log")
        #expect(!tail.files.readAhead(file, generation, &tail.record, into: &tail.log))
        tail.hear()
        tail.settle()
        #expect(tail.log.texts == texts(1...13) + texts(21...40))
        tail.close()
    }

    @Test("A line beyond the limit is not counted again when more comes")
    func tooLongOnce() {
        folder.append(lines(1...2), to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]], limit: 100)
        folder.append(String(repeating: "x", count: 150) + "\n", to: "a.log")
        tail.hear()
        folder.append(lines(3...4), to: "a.log")
        tail.hear()
        #expect(tail.log.tooLong == [150])
        #expect(tail.log.texts == texts(1...4))
        tail.close()
    }

    @Test("More came at once than leaves without a look: the rest has its turn")
    func grownMuch() {
        folder.append(lines(1...10), to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]])
        folder.append(lines(11...50_000), to: "a.log")
        tail.hear()
        #expect(tail.log.texts == texts(1...50_000))
        tail.close()
    }

    @Test("A file that was put aside without a last newline: its last line once, marked")
    func partial() {
        folder.append("one\ntwo", to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]])
        folder.rename("a.log", to: "a.log.1")
        folder.append("three\n", to: "a.log")
        tail.look()
        #expect(tail.log.texts == ["one", "three"])
        tail.settle()
        #expect(tail.log.texts == ["one", "three", "two"])
        #expect(tail.log.lines.map(\.isPartial) == [false, false, true])
        tail.close()
    }

    @Test("A writer that wakes up late, after its file was given up")
    func lateWriter() {
        folder.append(lines(1...5), to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]])
        folder.rename("a.log", to: "a.log.1")
        folder.append(lines(6...9), to: "a.log")
        tail.settle()
        folder.append(lines(10...12), to: "a.log.1")
        tail.settle()
        #expect(tail.log.texts == texts(1...12))
        tail.close()
    }

    @Test("Packed later, what was read is not read again")
    func packedLater() {
        folder.append(lines(1...5), to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]])
        folder.rename("a.log", to: "a.log.1")
        folder.append(lines(6...9), to: "a.log")
        tail.settle()
        folder.gzip("a.log.1", keeps: true)
        tail.look()
        folder.delete("a.log.1")
        tail.settle()
        tail.restart { folder.rename("a.log.1.gz", to: "a.log.2.gz") }
        tail.settle()
        #expect(tail.log.texts == texts(1...9))
        tail.close()
    }

    @Test("Generations that were there before are left alone")
    func olderOnes() {
        folder.append(lines(90...95), to: "a.log.2.gz")
        folder.append(lines(80...85), to: "a.log.1")
        folder.append(lines(1...5), to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]])
        folder.rename("a.log.2.gz", to: "a.log.3.gz")
        folder.gzip("a.log.1")
        folder.rename("a.log.1.gz", to: "a.log.2.gz")
        folder.rename("a.log", to: "a.log.1")
        folder.append(lines(6...9), to: "a.log")
        tail.settle()
        #expect(tail.log.texts == texts(1...9))
        tail.close()
    }

    @Test("A pattern that takes generations reads them oldest first, as one log")
    func pattern() {
        folder.append(lines(1...5), to: "a.log.2")
        folder.gzip("a.log.2")
        folder.append(lines(6...8), to: "a.log.1")
        folder.append(lines(9...12), to: "a.log")
        var tail = ManualTail(patterns: [folder["a.log*"]])
        #expect(tail.log.texts == texts(1...12))
        #expect(Set(tail.log.lines.map(\.file)) == [folder["a.log"]])
        folder.rename("a.log.2.gz", to: "a.log.3.gz")
        folder.rename("a.log.1", to: "a.log.2")
        folder.rename("a.log", to: "a.log.1")
        folder.append(lines(13...14), to: "a.log")
        tail.settle()
        #expect(tail.log.texts == texts(1...14))
        tail.close()
    }

    @Test("More files than may be open")
    func fewDescriptors() {
        for number in 0..<50 { folder.append("\(number) first\n", to: "\(number).log") }
        var tail = ManualTail(patterns: [folder["*.log"]])
        tail.files.files = OpenFiles(most: 4)
        for round in 0..<3 {
            for number in 0..<50 { folder.append("\(number) round \(round)\n", to: "\(number).log") }
            tail.look()
        }
        for number in 0..<50 { folder.rename("\(number).log", to: "\(number).log.1") }
        for number in 0..<50 { folder.append("\(number) last\n", to: "\(number).log") }
        tail.settle()
        #expect(tail.log.lines.count == 250)
        #expect(Set(tail.log.texts).count == 250)
        tail.close()
    }

    @Test("Lines beyond the limit, in pieces, are counted once with their true length")
    func tooLong() {
        var tail = ManualTail(named: [folder["a.log"]], limit: 100)
        for _ in 0..<50 {
            folder.append(String(repeating: "x", count: 50), to: "a.log")
            tail.look()
        }
        folder.append("\nshort\n", to: "a.log")
        tail.look()
        #expect(tail.log.tooLong == [2500])
        #expect(tail.log.texts == ["short"])
        tail.close()
    }

    @Test("Who has much to say does not keep the others waiting")
    func fairness() {
        folder.append(String(repeating: lines(1...1000), count: 300), to: "loud.log")
        folder.append("quiet\n", to: "quiet.log")
        let tail = ManualTail(named: [folder["loud.log"], folder["quiet.log"]])
        let place = tail.log.texts.firstIndex(of: "quiet") ?? .max
        #expect(place < 100_000)
        #expect(tail.log.lines.count == 300_001)
        tail.close()
    }
}
