import Foundation
import TestSupport

/// Writes a log as a busy server does, 10,000 lines a second, and rotates it: the log is renamed and begun anew, at odd moments.
/// A line is sometimes written in two pieces.
final class LogWriter: @unchecked Sendable {
    private let folder: String
    private let lock = NSLock()
    private var generator: SeededGenerator
    private var isPaused = true
    private var isStopped = false
    /// Lines written, whole.
    private var written = 0
    private var generations = 0
    private var untilRotation = 0
    private var thread: Thread?
    private var file: Int32 = -1

    static let linesPerSecond = 10_000
    private static let pause = 0.01

    /// - Parameter rotates: otherwise the log only grows.
    init(in folder: String, seed: UInt64, rotates: Bool) {
        self.folder = folder
        generator = SeededGenerator(seed: seed)
        untilRotation = rotates ? 3000 : .max
        open()
        let thread = Thread { [self] in work() }
        self.thread = thread
        thread.start()
    }

    var lines: Int { lock.withLock { written } }

    func resume() { lock.withLock { isPaused = false } }

    /// Stops between two lines.
    func pause() { lock.withLock { isPaused = true } }

    func stop() { lock.withLock { isStopped = true } }

    /// Deletes the generations that have been read; called while paused.
    func deleteRotated() {
        lock.withLock {
            for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            where name.hasPrefix("app.log.") {
                unlink(folder + "/" + name)
            }
        }
    }

    /// Line number `index`, from 0: event time goes one millisecond a line.
    static func line(_ index: Int) -> String {
        let time = Date(timeIntervalSince1970: 1_790_000_000 + Double(index / 1000))
        let stamp = time.ISO8601Format().dropLast()
        let milliseconds = String(1000 + index % 1000).dropFirst()
        return "\(stamp).\(milliseconds)Z \(index) \(key(index)) \(index % 977)\n"
    }

    static func key(_ index: Int) -> String { "/\(["cart", "checkout", "search", "login"][index % 7 % 4])" }

    private func work() {
        while true {
            usleep(UInt32(Self.pause * 1_000_000))
            let isDone = lock.withLock {
                if !isPaused, !isStopped { writeSome() }
                return isStopped
            }
            if isDone { break }
        }
        close(file)
    }

    private func writeSome() {
        var text = ""
        let count = Int(Double(Self.linesPerSecond) * Self.pause)
        for _ in 0..<count {
            text += Self.line(written)
            written += 1
            untilRotation -= 1
            if untilRotation == 0 {
                put(text)
                text = ""
                rotate()
            }
        }
        put(text)
    }

    private func put(_ text: String) {
        let bytes = Array(text.utf8)
        // Mostly that is in the middle of a line.
        let cut = Bool.random(using: &generator) ? Int.random(in: 0...bytes.count, using: &generator) : 0
        for part in [bytes[..<cut], bytes[cut...]] where !part.isEmpty {
            let part = Array(part)
            guard Foundation.write(file, part, part.count) == part.count else {
                fatalError("the log cannot be written")
            }
        }
    }

    private func rotate() {
        generations += 1
        close(file)
        rename(folder + "/app.log", folder + "/app.log.\(generations)")
        open()
        untilRotation = Int.random(in: 500...20_000, using: &generator)
    }

    private func open() {
        file = Foundation.open(folder + "/app.log", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        precondition(file >= 0)
    }
}
