import Testing

@testable import Tail

/// All files of a log may begin with the names of columns, or a banner: none is known by how it begins alone.
@Suite("Files of a log that begin alike, for longer than a fingerprint")
struct AlikeFilesTests {
    private let folder = Folder()

    @Test("Files that begin alike, rotated twice while nobody looked: none is taken for a copy of another")
    func beginAlike() {
        folder.append(longBanner + lines(1...15), to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]])
        tail.restart {
            folder.append(lines(16...20), to: "a.log")
            folder.rename("a.log", to: "a.log.2")
            folder.append(longBanner + lines(21...30), to: "a.log.1")
            folder.append(longBanner + lines(31...50), to: "a.log")
        }
        tail.settle()
        #expect(tail.log.texts.filter { !$0.hasPrefix("#") } == texts(1...50))
        tail.close()
    }

    @Test(
        "An inode that is used again by a file that begins alike: it is read from its first byte",
        arguments: [true, false])
    func inodeReusedAlike(isDown: Bool) {
        folder.append(longBanner + lines(1...10), to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]])
        // The same inode with another content, as if it had been freed and taken again.
        let replace = { [folder] in
            folder.truncate("a.log")
            folder.append(longBanner + lines(11...60), to: "a.log")
        }
        if isDown { tail.restart(while: replace) } else { replace() }
        tail.settle()
        #expect(tail.log.texts.filter { !$0.hasPrefix("#") } == texts(1...60))
        tail.close()
    }

    @Test("A copy that was truncated goes on in the copy, not in another file that begins alike")
    func copyBeginsAlike() {
        folder.append(longBanner + lines(1...10), to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]])
        tail.restart {
            folder.append(lines(11...20), to: "a.log")
            folder.copy("a.log", to: "a.log.2")
            folder.append(longBanner + lines(21...50), to: "a.log.1")
            folder.truncate("a.log")
            folder.append(longBanner + lines(51...60), to: "a.log")
        }
        tail.settle()
        #expect(tail.log.texts.filter { !$0.hasPrefix("#") } == texts(1...60))
        tail.close()
    }

    @Test(
        "Packed files that begin alike and came while nobody looked: each is told from what is read",
        arguments: [true, false])
    func packedAlike(keepsTime: Bool) {
        folder.append(longBanner, to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]])
        tail.restart {
            for generation in 1...4 {
                folder.append(lines((generation * 10)...(generation * 10 + 9)), to: "a.log")
                folder.rename("a.log", to: "a.log.\(9 - generation)")
                folder.gzip("a.log.\(9 - generation)", keepsTime: keepsTime)
                folder.append(longBanner, to: "a.log")
            }
        }
        tail.settle()
        #expect(tail.log.texts.filter { !$0.hasPrefix("#") } == texts(10...49))
        tail.close()
    }

    @Test(
        "Read to the end, packed at once, and another packed file that begins alike and is as long",
        arguments: [true, false])
    func packedAlikeAndAsLong(keepsTime: Bool) {
        folder.append(longBanner + lines(10...19), to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]])
        tail.restart {
            folder.rename("a.log", to: "a.log.2")
            folder.gzip("a.log.2", keepsTime: keepsTime)
            folder.append(longBanner + lines(20...29), to: "a.log.1")
            folder.gzip("a.log.1", keepsTime: keepsTime)
            folder.append(longBanner + lines(30...39), to: "a.log")
        }
        tail.settle()
        #expect(tail.log.texts.filter { !$0.hasPrefix("#") } == texts(10...39))
        tail.close()
    }
}
