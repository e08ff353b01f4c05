import Bytes
import TestSupport
import Testing

@testable import Parse

@Suite("A mark cuts nothing")
struct SnapshotTests {
    @Test("Saved and taken up at random places, a log gives the bytes of an uninterrupted run", arguments: Logs.all)
    func splits(_ log: Logs) throws {
        let whole = try Self.run(log, cutAt: [])
        #expect(!whole.isEmpty)
        var random = SeededGenerator(seed: 5)
        for _ in 0..<5 {
            let cuts = (0..<Int.random(in: 1...4, using: &random)).map { _ in
                Int.random(in: 0...log.lines.count, using: &random)
            }
            #expect(try Self.run(log, cutAt: cuts) == whole, "cut at \(cuts.sorted())")
        }
        #expect(
            try Self.run(log, cutAt: Array(stride(from: 0, through: log.lines.count, by: 7))) == whole,
            "cut at every seventh")
    }

    @Test("The same memory is saved as the same bytes", arguments: Logs.all)
    func stable(_ log: Logs) throws {
        var run = try ParseRun(log.arguments)
        for line in log.lines { run.take(line) }
        var again = try ParseRun(log.arguments)
        try again.restore(run.saved())
        #expect(run.saved() == again.saved())
    }

    @Test("Bytes that are no snapshot are refused or taken, and never a crash", arguments: Logs.all)
    func hostile(_ log: Logs) throws {
        var run = try ParseRun(log.arguments)
        for line in log.lines.prefix(70) { run.take(line) }
        let good = run.saved()
        var random = SeededGenerator(seed: 9)
        for _ in 0..<10 {
            var bytes = good
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
            var other = try ParseRun(log.arguments)
            guard (try? other.restore(bytes)) != nil else { continue }
            for line in log.lines.suffix(5) { other.take(line) }
            other.finish()
        }
        for length in 0..<good.count {
            var other = try ParseRun(log.arguments)
            let isTaken = (try? other.restore(Array(good.prefix(length)))) != nil
            #expect(!isTaken, "cut short to \(length) of \(good.count) bytes")
            if length > 20 { break }
        }
    }

    @Test("What was saved with a format that there is no more is refused")
    func otherOptions() throws {
        var run = try ParseRun(["--format", "access"])
        run.take(#"192.0.2.10 - - [24/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 1043"#)
        var other = try ParseRun(["--format", "json"])
        let saved = run.saved()
        #expect(throws: SnapshotError.foreign) { try other.restore(saved) }
    }

    private static func run(_ log: Logs, cutAt cuts: [Int]) throws -> [String] {
        var records: [String] = []
        var run = try ParseRun(log.arguments)
        for (index, line) in log.lines.enumerated() {
            if cuts.contains(index) {
                records += run.records
                let saved = run.saved()
                run = try ParseRun(log.arguments)
                try run.restore(saved)
            }
            run.take(line)
        }
        run.finish()
        return records + run.records
    }
}
