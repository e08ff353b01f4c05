import Foundation
import TestSupport
import Testing

private let isTorture = ProcessInfo.processInfo.environment["WEIR_TORTURE_CYCLES"] != nil

@Suite("Storms of rotations and of files", .serialized)
struct StormTests {
    @Test(
        "Rotate 1,000 files, 1.1 M lines in all, as fast as it can be done: each line once",
        arguments: 0..<(isTorture ? 20 : 1))
    func rotations(run: Int) throws {
        try withScratchDirectory { folder in
            try append("", to: folder + "/app.log")
            let pipeline = try Pipeline(
                [.init("weir-tail", "-F", "--raw", "-n", "+1", "app.log")], in: folder, state: nil,
                output: folder + "/out")
            let generations = 1000
            let linesEach = 1100
            for generation in 0..<generations {
                let lines = (0..<linesEach).map { "\(generation * linesEach + $0)|padding of a line of a log\n" }
                    .joined()
                try append(lines, to: folder + "/app.log")
                // What was there before weir-tail began would be left alone.
                if generation == 0 { try wait("nothing came") { try count(folder + "/out") > 0 } }
                if generation < generations - 1 {
                    rename(folder + "/app.log", folder + "/app.log.\(generations - generation)")
                    try append("", to: folder + "/app.log")
                }
            }
            try expectEachOnce(generations * linesEach, in: folder + "/out")
            pipeline.send(SIGTERM, to: 0)
            #expect(pipeline.waitForAll(seconds: 5))
            try expectEachOnce(generations * linesEach, in: folder + "/out")
        }
    }

    @Test("The queue of events overflows: everything is looked at again, each line once")
    func overflow() throws {
        try withScratchDirectory { folder in
            try FileManager.default.createDirectory(atPath: folder + "/logs", withIntermediateDirectories: true)
            let pipeline = try Pipeline(
                [.init("weir-tail", "-F", "--raw", "--include", "*.log", "logs")], in: folder, state: nil,
                output: folder + "/out")
            try append("0|first\n", to: folder + "/logs/0.log")
            try wait("nothing came") { try count(folder + "/out") == 1 }
            pipeline.send(SIGSTOP, to: 0)
            // Names that come and go fill the queue, so that nothing is told of what comes then.
            for number in 0..<(try Self.queuedEvents() / 2 + 1) {
                let name = folder + "/logs/\(number % 2)"
                try append("", to: name)
                unlink(name)
            }
            for number in 1..<10_000 { try append("\(number)|line\n", to: folder + "/logs/\(number).log") }
            pipeline.send(SIGCONT, to: 0)
            try expectEachOnce(10_000, in: folder + "/out")
            pipeline.send(SIGTERM, to: 0)
            #expect(pipeline.waitForAll(seconds: 5))
        }
    }

    @Test(
        "The queue of events overflows with max_queued_events=16 and 10,000 creates: looked at again, each line once",
        .enabled(if: isTorture && access(StormTests.queueLimit, W_OK) == 0, "needs make torture, and to be root"))
    func shortQueue() throws {
        try withScratchDirectory { folder in
            try FileManager.default.createDirectory(atPath: folder + "/logs", withIntermediateDirectories: true)
            try append("0|first\n", to: folder + "/logs/0.log")
            let usual = try Self.queuedEvents()
            // A queue has the limit that was there when it was made, so the machine has it for a moment only.
            defer { try? append("\(usual)", to: Self.queueLimit) }
            try append("16", to: Self.queueLimit)
            let pipeline = try Pipeline(
                [.init("weir-tail", "-F", "--raw", "--include", "*.log", "-n", "+1", "logs")], in: folder, state: nil,
                output: folder + "/out")
            try wait("nothing came") { try count(folder + "/out") == 1 }
            try append("\(usual)", to: Self.queueLimit)
            for number in 1..<10_000 { try append("\(number)|line\n", to: folder + "/logs/\(number).log") }
            try expectEachOnce(10_000, in: folder + "/out")
            for number in 10_000..<20_000 {
                try append("\(number)|line\n", to: folder + "/logs/\(number - 10_000).log")
            }
            try expectEachOnce(20_000, in: folder + "/out")
            pipeline.send(SIGTERM, to: 0)
            #expect(pipeline.waitForAll(seconds: 5))
        }
    }

    private static let queueLimit = "/proc/sys/fs/inotify/max_queued_events"

    private static func queuedEvents() throws -> Int {
        let text = try String(contentsOfFile: queueLimit, encoding: .utf8)
        return Int(text.filter(\.isNumber)) ?? 0
    }

    @Test(
        "No watches left: it polls, says so once, and each line comes once",
        .enabled(if: StormTests.canLimitWatches, "needs the right to make a user name space"))
    func noWatches() throws {
        try withScratchDirectory { folder in
            for number in 0..<10 { try append("\(number)|line\n", to: folder + "/\(number).log") }
            try "\(Self.limit)exec \"$@\"".write(toFile: folder + "/limited", atomically: false, encoding: .utf8)
            let pipeline = try Pipeline(
                [
                    .init(
                        "/usr/bin/unshare", "-Ur", "/bin/sh", "-e", "limited", Checkout.bin + "/weir-tail", "-F",
                        "--raw",
                        "*.log")
                ], in: folder, state: nil, output: folder + "/out")
            try expectEachOnce(10, in: folder + "/out")
            for number in 10..<20 { try append("\(number)|line\n", to: folder + "/\(number % 10).log") }
            try expectEachOnce(20, in: folder + "/out")
            pipeline.send(SIGTERM, to: 0)
            #expect(pipeline.waitForAll(seconds: 5))
            let messages = try String(contentsOfFile: folder + "/messages", encoding: .utf8)
            #expect(messages.split(separator: "\n").count == 1)
            #expect(messages.contains("no inotify"))
        }
    }

    /// In a name space of its own (user_namespaces(7)), which is gone with the process.
    private static let limit = "echo 1 >/proc/sys/user/max_inotify_watches\n"

    /// Tried, since who may depends on the kernel's settings and on the container.
    private static let canLimitWatches: Bool = {
        guard
            let pipeline = try? Pipeline(
                [.init("/usr/bin/unshare", "-Ur", "/bin/sh", "-ec", limit)], in: "/tmp", state: nil,
                messages: "/dev/null")
        else { return false }
        return pipeline.waitForAll(seconds: 5) && pipeline.statuses[0] == 0
    }()

    @Test(
        "Reader stalled for 60 s: memory flat, then drained, each line once",
        .enabled(if: isTorture, "needs make torture"))
    func stalledReader() throws {
        try withScratchDirectory { folder in
            try append("", to: folder + "/app.log")
            let pipeline = try Pipeline(
                [.init("weir-tail", "-F", "--raw", "-n", "+1", "app.log"), .init("/bin/cat")], in: folder, state: nil,
                output: folder + "/out")
            var written = 0
            func write(_ lines: Int) throws {
                try append(
                    (written..<written + lines).map { "\($0)|padding of a line of a log\n" }.joined(),
                    to: folder + "/app.log")
                written += lines
            }
            try write(1000)
            try wait("nothing came") { try count(folder + "/out") == 1000 }
            pipeline.send(SIGSTOP, to: 1)
            // 10,000 lines a second, as in the other tests; the time is what is tested, so it has to pass.
            var peaks: [Int] = []
            for _ in 0..<60 {
                for _ in 0..<10 {
                    try write(1000)
                    usleep(100_000)
                }
                peaks.append(try pipeline.peakMemory(of: 0))
            }
            #expect(peaks[59] < 64 << 10)
            #expect(peaks[59] - peaks[4] < 1 << 10, "kB: \(peaks)")
            pipeline.send(SIGCONT, to: 1)
            try expectEachOnce(written, in: folder + "/out")
            pipeline.send(SIGTERM, to: 0)
            #expect(pipeline.waitForAll(seconds: 5))
        }
    }

    private func append(_ text: String, to path: String) throws {
        let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw Trouble("\(path) cannot be written") }
        defer { close(file) }
        let bytes = Array(text.utf8)
        guard Foundation.write(file, bytes, bytes.count) == bytes.count else {
            throw Trouble("\(path) cannot be written")
        }
    }

    private func count(_ path: String) throws -> Int {
        try Data(contentsOf: URL(filePath: path)).count { $0 == UInt8(ascii: "\n") }
    }

    private func expectEachOnce(_ lines: Int, in path: String) throws {
        var came = 0
        try wait("not all \(lines) lines came: \(came)") {
            came = try count(path)
            return came >= lines
        }
        var counts = [Int](repeating: 0, count: lines)
        for line in try Data(contentsOf: URL(filePath: path)).split(separator: UInt8(ascii: "\n")) {
            let number = line.prefix { $0 != UInt8(ascii: "|") }.reduce(0) { $0 * 10 + Int($1 - 0x30) }
            counts[number] += 1
        }
        #expect(
            counts.allSatisfy { $0 == 1 }, "\(counts.count { $0 == 0 }) missing, \(counts.count { $0 > 1 }) doubled")
    }

    private func wait(_ trouble: @autoclosure () -> String, until isTrue: () throws -> Bool) throws {
        // Long, for machines that have others to serve besides.
        let deadline = Date.now + 90
        while try !isTrue() {
            guard Date.now < deadline else { throw Trouble(trouble()) }
            usleep(20_000)
        }
    }
}
