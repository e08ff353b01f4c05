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

    @Test(
        "The queue of events overflows: everything is looked at again, each line once",
        .enabled(if: isTorture && Setting.queuedEvents.isOurs, "needs make torture, and the right to change fs.inotify")
    )
    func overflow() throws {
        try Setting.queuedEvents.with("16") {
            try withScratchDirectory { folder in
                try FileManager.default.createDirectory(atPath: folder + "/logs", withIntermediateDirectories: true)
                let pipeline = try Pipeline(
                    [.init("weir-tail", "-F", "--raw", "--include", "*.log", "logs")], in: folder, state: nil,
                    output: folder + "/out")
                try append("0|first\n", to: folder + "/logs/0.log")
                try wait("nothing came") { try count(folder + "/out") == 1 }
                pipeline.send(SIGSTOP, to: 0)
                for number in 1..<10_000 { try append("\(number)|line\n", to: folder + "/logs/\(number).log") }
                pipeline.send(SIGCONT, to: 0)
                try expectEachOnce(10_000, in: folder + "/out")
                pipeline.send(SIGTERM, to: 0)
                #expect(pipeline.waitForAll(seconds: 5))
            }
        }
    }

    @Test(
        "No watches left: it polls, says so once, and each line comes once",
        .enabled(if: isTorture && Setting.watches.isOurs, "needs make torture, and the right to change fs.inotify"))
    func noWatches() throws {
        try Setting.watches.with("1") {
            try withScratchDirectory { folder in
                for number in 0..<10 { try append("\(number)|line\n", to: folder + "/\(number).log") }
                let pipeline = try Pipeline(
                    [.init("weir-tail", "-F", "--raw", "*.log")], in: folder, state: nil, output: folder + "/out")
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
        try wait("not all lines came") { try count(path) >= lines }
        var counts = [Int](repeating: 0, count: lines)
        for line in try Data(contentsOf: URL(filePath: path)).split(separator: UInt8(ascii: "\n")) {
            let number = line.prefix { $0 != UInt8(ascii: "|") }.reduce(0) { $0 * 10 + Int($1 - 0x30) }
            counts[number] += 1
        }
        #expect(
            counts.allSatisfy { $0 == 1 }, "\(counts.count { $0 == 0 }) missing, \(counts.count { $0 > 1 }) doubled")
    }

    private func wait(_ trouble: String, until isTrue: () throws -> Bool) throws {
        let deadline = Date.now + 20
        while try !isTrue() {
            guard Date.now < deadline else { throw Trouble(trouble) }
            usleep(20_000)
        }
    }
}

/// A setting of the kernel's, put back after the test.
private struct Setting {
    static let queuedEvents = Setting(path: "/proc/sys/fs/inotify/max_queued_events")
    static let watches = Setting(path: "/proc/sys/fs/inotify/max_user_watches")

    let path: String

    var isOurs: Bool { access(path, W_OK) == 0 }

    func with(_ value: String, _ body: () throws -> Void) throws {
        let before = try String(contentsOfFile: path, encoding: .utf8)
        try value.write(toFile: path, atomically: false, encoding: .utf8)
        defer { try? before.write(toFile: path, atomically: false, encoding: .utf8) }
        try body()
    }
}
