import Testing

@testable import Tail

/// logrotate(8) makes `.2` of `.1`; Log4j 2 and many a script give each file the next number. Both are read oldest first.
@Suite("Which of two numbers is the older generation")
struct OrderTests {
    private let folder = Folder()

    private func dated(_ range: ClosedRange<Int>) -> String { range.map { Self.line($0) + "\n" }.joined() }
    private static func line(_ number: Int) -> String {
        "\(number) 2026-11-24T10:\(String(100 + number).dropFirst()):00Z came"
    }

    @Test(
        "Numbers that rise: what was written to when we looked last is older than what came up since", arguments: 1...3)
    func rising(known: Int) {
        for number in 1...known { folder.append(lines((number * 10)...(number * 10 + 9)), to: "a.log") }
        var tail = ManualTail(named: [folder["a.log"]])
        let start = known * 10 + 10
        tail.restart {
            folder.rename("a.log", to: "a.log.\(known)")
            for later in 0..<3 {
                folder.append(lines((start + later * 10)...(start + later * 10 + 9)), to: "a.log.\(known + later + 1)")
            }
            folder.append(lines((start + 30)...(start + 39)), to: "a.log")
        }
        tail.settle()
        #expect(tail.log.texts == texts(10...(start + 39)))
        tail.close()
    }

    @Test("Numbers that fall, and nothing else that tells: the higher is the older")
    func falling() {
        folder.append(lines(1...9), to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]])
        tail.restart {
            folder.delete("a.log")
            folder.append(lines(10...19), to: "a.log.3")
            folder.append(lines(20...29), to: "a.log.2")
            folder.append(lines(30...39), to: "a.log.1")
            folder.append(lines(40...49), to: "a.log")
            for name in ["a.log.1", "a.log.2", "a.log.3", "a.log"] { folder.setTime(of: name, to: 1_790_000_000) }
        }
        tail.settle()
        #expect(tail.log.texts == texts(1...49))
        tail.close()
    }

    @Test("A direction that was found is kept till something speaks against it")
    func kept() {
        folder.append(lines(1...9), to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]])
        folder.rename("a.log", to: "a.log.1")
        folder.append(lines(10...19), to: "a.log.2")
        folder.append(lines(20...29), to: "a.log")
        tail.look()
        // All that is known is gone, so nothing tells.
        for name in ["a.log", "a.log.1", "a.log.2"] { folder.delete(name) }
        folder.append(lines(30...39), to: "a.log.3")
        folder.append(lines(40...49), to: "a.log.4")
        folder.append(lines(50...59), to: "a.log")
        for name in ["a.log.3", "a.log.4", "a.log"] { folder.setTime(of: name, to: 1_790_000_000) }
        tail.settle()
        #expect(tail.log.texts == texts(1...59))
        tail.close()
    }

    @Test(
        "Where nothing was known, the times that lines bear tell, whatever those of the files say",
        arguments: [true, false])
    func byLines(rises: Bool) {
        let numbers = rises ? [1, 2, 3] : [3, 2, 1]
        for (place, number) in numbers.enumerated() {
            folder.append(dated((place * 10)...(place * 10 + 9)), to: "a.log.\(number)")
            folder.setTime(of: "a.log.\(number)", to: 1_790_000_000 - place)
        }
        folder.append(dated(30...39), to: "a.log")
        let tail = ManualTail(patterns: [folder["a.log*"]])
        #expect(tail.log.texts == (0...39).map(Self.line))
        tail.close()
    }

    @Test("The same inside packed files")
    func packed() {
        for number in 1...3 {
            folder.append(dated((number * 10)...(number * 10 + 9)), to: "a.log.\(number)")
            folder.gzip("a.log.\(number)")
        }
        folder.append(dated(40...49), to: "a.log")
        var tail = ManualTail(patterns: [folder["a.log*"]])
        tail.settle()
        #expect(tail.log.texts == (10...49).map(Self.line))
        tail.close()
    }

    @Test("Where lines bear no times, those of the files tell, if the file that is written to is the newest")
    func byFiles() {
        for number in 1...3 {
            folder.append(lines((number * 10)...(number * 10 + 9)), to: "a.log.\(number)")
            folder.setTime(of: "a.log.\(number)", to: 1_790_000_000 + number)
        }
        folder.append(lines(40...49), to: "a.log")
        let tail = ManualTail(patterns: [folder["a.log*"]])
        #expect(tail.log.texts == texts(10...49))
        tail.close()
    }

    @Test("Copies that were made in the order of their names are no generations that rise")
    func copied() {
        folder.append(lines(40...49), to: "a.log")
        folder.setTime(of: "a.log", to: 1_790_000_000)
        for number in 1...3 {
            folder.append(lines((40 - number * 10)...(49 - number * 10)), to: "a.log.\(number)")
            folder.setTime(of: "a.log.\(number)", to: 1_790_000_000 + number)
        }
        let tail = ManualTail(patterns: [folder["a.log*"]])
        #expect(tail.log.texts == texts(10...49))
        tail.close()
    }

    @Test("What was packed is not read again for one that was lost and began alike, be it ever so long ago")
    func packedLongAgo() {
        folder.append(longBanner + lines(1...9), to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]])
        folder.rename("a.log", to: "a.log.1")
        folder.append(longBanner, to: "a.log")
        tail.settle()
        tail.restart {
            folder.gzip("a.log.1")
            folder.delete("a.log")
        }
        tail.settle()
        #expect(tail.log.texts.filter { !$0.hasPrefix("#") } == texts(1...9))
        tail.close()
    }

    @Test("A packed file of the same log that has got the inode of a plain one that began alike is not taken for it")
    func packedInode() {
        folder.append(longBanner, to: "a.log")
        var tail = ManualTail(named: [folder["a.log"]])
        folder.append(longBanner + lines(1...9), to: "a.log.1")
        tail.look()
        tail.restart {
            folder.append(lines(10...19), to: "a.log")
            folder.copy("a.log", to: "a.log.2")
            folder.gzip("a.log.2")
            // As if it had been freed and taken again.
            let packed = Folder.gzipped(Array((longBanner + lines(1...9)).utf8))
            folder.delete("a.log.1")
            folder.truncate("a.log")
            folder.append(packed, to: "a.log")
            folder.rename("a.log", to: "a.log.1.gz")
            folder.append(longBanner + lines(20...29), to: "a.log")
        }
        tail.settle()
        #expect(tail.log.texts.filter { !$0.hasPrefix("#") }.sorted() == texts(1...29).sorted())
        tail.close()
    }
}
