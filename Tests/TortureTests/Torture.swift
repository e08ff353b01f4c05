import Foundation
import TestSupport

/// Kills a pipeline again and again while a log is written, and holds what was committed in the end against what a run that
/// nobody disturbs makes of the same log.
struct Torture {
    /// What is done to the lines between weir-tail and weir-commit.
    enum Work: Equatable {
        /// Records, one for each line.
        case lines
        /// Counts and sums of windows of event time.
        case windows
        /// States of windows, kept in a store.
        case store
    }

    /// Whom a kill hits.
    enum Victim {
        /// A stage by chance; half the time only that one, and the others must leave by themselves.
        case random
        /// One stage after the other, and only that one.
        case inTurn
        /// All stages, with a signal that asks them to stop, as a terminal or a supervisor sends it.
        case toldToStop(Int32)
    }

    var cycles: Int
    var seed: UInt64
    var work = Work.windows
    var victim = Victim.random
    var rotates = true
    /// How long a run lasts before the kill, in milliseconds.
    var lifetimes = 5...500

    private static let markEvery = "20ms"
    /// After so many cycles one ends well, and the rotated files are deleted: a run that merely read everything again would
    /// be found out.
    private static let cyclesToCleanEnd = 8
    private static let patience = 5.0

    /// - Returns: how many lines were written.
    func run(in folder: String) throws -> Int {
        var generator = SeededGenerator(seed: seed)
        let writer = LogWriter(in: folder, seed: seed &+ 1, rotates: rotates)
        defer { writer.stop() }
        for cycle in 1...cycles {
            let pipeline = try Pipeline(stages(), in: folder, state: "state")
            if cycle == 1 {
                try waitForBeginning(folder)
                writer.resume()
            }
            usleep(UInt32(Int.random(in: lifetimes, using: &generator)) * 1000)
            if cycle % Self.cyclesToCleanEnd == 0 {
                writer.pause()
                try end(pipeline, cycle, folder)
                writer.deleteRotated()
                writer.resume()
            } else if case .toldToStop(let signal) = victim {
                try stop(pipeline, signal, cycle, folder)
            } else {
                try kill(pipeline, cycle, &generator, folder)
            }
            if work == .store { try check(cycle, folder) }
        }
        writer.stop()
        try compare(lines: writer.lines, in: folder)
        return writer.lines
    }

    /// What is put aside before the first run has begun is none of its business. That it has shows in what weir-tail saves.
    private func waitForBeginning(_ folder: String) throws {
        let deadline = Date.now + Self.patience
        while !((try? FileManager.default.contentsOfDirectory(atPath: folder + "/state")) ?? [])
            .contains(where: { $0.wholeMatch(of: /weir-tail\.\d+/) != nil })
        {
            guard Date.now < deadline else { throw trouble("weir-tail has not begun", 1, folder) }
            usleep(1000)
        }
    }

    // MARK: The pipeline

    private func stages(once: Bool = false, flushes: Bool = false) -> [Pipeline.Stage] {
        let tail =
            once
            ? Pipeline.Stage("weir-tail", "--once", "app.log")
            : Pipeline.Stage("weir-tail", "-F", "--mark-every", Self.markEvery, "app.log")
        let sink =
            work == .store
            ? Pipeline.Stage(Checkout.shore, "store", "add", "--origin", "here", "metrics.db")
            : Pipeline.Stage("weir-commit", "committed")
        return [flushes ? tail.adding("--flush") : tail] + work(flushes: flushes) + [sink]
    }

    /// The store is whole, whoever was killed.
    private func check(_ cycle: Int, _ folder: String) throws {
        guard FileManager.default.fileExists(atPath: folder + "/metrics.db") else { return }
        let check = try Pipeline(
            [Pipeline.Stage(Checkout.shore, "store", "check", "metrics.db")], in: folder, state: nil)
        // Killed before there were tables, it is no store yet.
        guard check.waitForAll(seconds: 30), [0, 78].contains(check.statuses[0]) else {
            throw trouble("the store is damaged: \(check.statuses)", cycle, folder)
        }
    }

    private func work(flushes: Bool) -> [Pipeline.Stage] {
        let stages =
            switch work {
            case .lines: [Self.parse, Pipeline.Stage("weir-enrich", "--keep", "seq")]
            case .windows: [Self.parse, Self.aggregate]
            case .store: [Self.parse, Self.aggregate.adding("--partial")]
            }
        return flushes ? stages.map { $0.adding("--flush") } : stages
    }

    private static let parse = Pipeline.Stage(
        "weir-parse", "--pattern", "^(?<time>\\S+) (?<seq>\\d+) (?<path>\\S+) (?<bytes>\\d+)$", "--types",
        "seq:integer,bytes:integer")

    private static let aggregate = Pipeline.Stage(
        "weir-aggregate", "--every", "1s", "--lateness", "5s", "--by", "path", "count", "sum(seq)", "p95(bytes)")

    // MARK: How a cycle ends

    private func kill(
        _ pipeline: Pipeline, _ cycle: Int, _ generator: inout SeededGenerator, _ folder: String
    ) throws {
        let count = pipeline.processes.count
        var stage = Int.random(in: 0..<count, using: &generator)
        var isAlone = Bool.random(using: &generator)
        // In mid-add; half the time the others with it.
        if work == .store { stage = count - 1 }
        if case .inTurn = victim {
            stage = cycle % count
            isAlone = true
        }
        pipeline.send(SIGKILL, to: stage)
        if !isAlone {
            pipeline.waitForEnd(of: stage)
            for other in 0..<count { pipeline.send(SIGKILL, to: other) }
        }
        guard pipeline.waitForAll(seconds: Self.patience) else {
            throw trouble("stage \(stage) was killed, and others had not left after \(Self.patience) s", cycle, folder)
        }
        // 0: it had done its work before the kill came; 74: the stream broke off; 137: killed; 141: the reader had gone.
        for (index, status) in pipeline.statuses where ![0, 74, 137, 141].contains(status) {
            throw trouble("stage \(index) ended with status \(status)", cycle, folder)
        }
    }

    /// Each stage is told to stop, in the midst of its work.
    private func stop(_ pipeline: Pipeline, _ signal: Int32, _ cycle: Int, _ folder: String) throws {
        for stage in pipeline.processes.indices { pipeline.send(signal, to: stage) }
        guard pipeline.waitForAll(seconds: Self.patience) else {
            throw trouble("signal \(signal) came, and not all had left after \(Self.patience) s", cycle, folder)
        }
        // One that had not begun to listen for signals died of it, and the others of that.
        if pipeline.statuses.values.contains(128 + Int(signal)) { return }
        guard pipeline.statuses.values.allSatisfy({ $0 == 0 }) else {
            throw trouble("told to stop by signal \(signal), the stages ended with \(pipeline.statuses)", cycle, folder)
        }
    }

    /// Lets the pipeline take all there is and end well.
    private func end(_ pipeline: Pipeline, _ cycle: Int, _ folder: String) throws {
        var pipeline = pipeline
        var isListening = false
        while !isListening {
            pipeline.send(SIGTERM, to: 0)
            let haveLeft = pipeline.waitForAll(seconds: 30)
            // weir-tail was so young that it did not listen for signals yet.
            isListening = pipeline.statuses[0] != 128 + Int(SIGTERM)
            guard haveLeft, !isListening || pipeline.statuses.values.allSatisfy({ $0 == 0 }) else {
                throw trouble("told to stop, the pipeline ended with \(pipeline.statuses)", cycle, folder)
            }
            if !isListening {
                pipeline = try Pipeline(stages(), in: folder, state: "state")
                usleep(100_000)
            }
        }
        // A stop gives itself some seconds for what has not been read yet; on a busy machine there may be more. What is deleted
        // after this has to be committed.
        let rest = try Pipeline(stages(once: true), in: folder, state: "state")
        guard rest.waitForAll(seconds: 60), rest.statuses.values.allSatisfy({ $0 == 0 }) else {
            throw trouble("the run to the end of all files ended with \(rest.statuses)", cycle, folder)
        }
    }

    private func trouble(_ what: String, _ cycle: Int, _ folder: String) -> Trouble {
        let messages = (try? String(contentsOfFile: folder + "/messages", encoding: .utf8)) ?? ""
        let last = messages.split(separator: "\n").suffix(12).map { "\n  \($0)" }.joined()
        return Trouble("seed \(seed), cycle \(cycle): \(what)\(last)")
    }

    // MARK: What must have come of it

    private func compare(lines: Int, in folder: String) throws {
        let last = try Pipeline(stages(once: true, flushes: true), in: folder, state: "state")
        guard last.waitForAll(seconds: 60), last.statuses.values.allSatisfy({ $0 == 0 }) else {
            throw trouble("the last run ended with \(last.statuses)", cycles, folder)
        }
        try (0..<lines).map(LogWriter.line).joined().write(
            toFile: folder + "/all.log", atomically: false, encoding: .utf8)
        let whole = [Pipeline.Stage("weir-tail", "--once", "all.log")] + work(flushes: false)
        let undisturbed = try Pipeline(whole, in: folder, state: nil, output: folder + "/expected")
        guard undisturbed.waitForAll(seconds: 60), undisturbed.statuses.values.allSatisfy({ $0 == 0 }) else {
            throw trouble("the run that nobody disturbs ended with \(undisturbed.statuses)", cycles, folder)
        }
        if work == .store {
            let get = [Pipeline.Stage(Checkout.shore, "store", "get", "metrics.db")]
            let kept = try Pipeline(get, in: folder, state: nil, output: folder + "/committed")
            guard kept.waitForAll(seconds: 60), kept.statuses[0] == 0 else {
                throw trouble("the store cannot be read: \(kept.statuses)", cycles, folder)
            }
        }
        let expected = try Self.records(folder + "/expected")
        let committed = try Self.records(folder + "/committed")
        guard expected.count > 0 else { throw trouble("nothing was expected", cycles, folder) }
        if let difference = Self.difference(committed, expected) { throw trouble(difference, cycles, folder) }
    }

    private static func records(_ path: String) throws -> [Substring] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    }

    /// What was lost and what was doubled; nil where nothing was, and all is in its order.
    private static func difference(_ committed: [Substring], _ expected: [Substring]) -> String? {
        if committed == expected { return nil }
        var counts: [Substring: Int] = [:]
        for record in committed { counts[record, default: 0] += 1 }
        for record in expected { counts[record, default: 0] -= 1 }
        let lost = counts.filter { $0.value < 0 }.keys.sorted()
        let added = counts.filter { $0.value > 0 }.keys.sorted()
        guard !lost.isEmpty || !added.isEmpty else { return "all records are there once, but not in their order" }
        return "\(lost.count) records lost (\(lost.prefix(3).joined(separator: " "))), \(added.count) doubled or wrong "
            + "(\(added.prefix(3).joined(separator: " ")))"
    }
}
