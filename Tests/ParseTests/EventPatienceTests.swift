import Testing

@testable import Parse

@Suite("An event waits for its next line")
struct EventPatienceTests {
    private static let first = "2026-11-24 10:00:00,000 [main] ERROR shop.Orders - failed"
    private static let next = "2026-11-24 10:00:01,000 [main] INFO shop.Orders - next"

    private func envelope(_ line: String, _ file: String) -> String { #"{"_raw":"\#(line)","_file":"\#(file)"}"# }

    @Test("A pause of 200 ms ends it")
    func pipe() throws {
        var run = try ParseRun(["--format", "log4j"])
        run.take(Self.first)
        run.pass(seconds: 0.15)
        run.take("java.io.IOException: timeout")
        run.pass(seconds: 0.15)
        #expect(run.records.isEmpty)
        run.pass(seconds: 0.25)
        #expect(run.records.count == 1)
        #expect(run.records[0].contains(#"failed\njava.io.IOException: timeout"#))
    }

    @Test("A pause of its own log ends it, though others go on")
    func noisyNeighbour() throws {
        var run = try ParseRun(["--format", "log4j"])
        run.take(envelope(Self.first, "quiet.log"))
        for _ in 0..<10 {
            run.take(envelope(Self.next, "noisy.log"))
            run.pass(seconds: 0.1)
        }
        #expect(run.records.contains { $0.contains("quiet.log") })
    }

    @Test("A stack trace split by a kill -9 is one event, however long the pipeline was down")
    func killed() throws {
        var killed = try ParseRun(["--format", "log4j"])
        killed.take(Self.first)
        killed.take("java.io.IOException: timeout")
        var run = try ParseRun(["--format", "log4j"])
        try run.restore(killed.saved())
        // Till the stages before it are there as well, and have found what was written meanwhile.
        run.pass(seconds: 4)
        #expect(run.records.isEmpty)
        run.take(#"\tat shop.Store.read(Store.java:7)"#)
        run.pass(seconds: 4)
        #expect(run.records.isEmpty)
        run.take(Self.next)
        #expect(run.records.count == 1)
        #expect(run.records[0].contains(#"failed\njava.io.IOException: timeout\n\\tat shop.Store.read(Store.java:7)"#))
    }

    @Test("A log that stays silent behind a restart does not keep its last event for ever")
    func silent() throws {
        var before = try ParseRun(["--format", "log4j"])
        before.take(Self.first)
        var run = try ParseRun(["--format", "log4j"])
        try run.restore(before.saved())
        run.pass(seconds: 10)
        #expect(run.records.count == 1)
        let wantsNoTick = run.wantsNoTick
        #expect(wantsNoTick)
    }
}
