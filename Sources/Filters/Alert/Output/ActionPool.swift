import FilterKit
import Records
import System

/// Runs the program of `--exec` for alerts, a few at a time, while the stream goes on. Those of one alert run one after the
/// other, in the order in which they came: nobody is told first that it is over, and then that it burns.
final class ActionPool {
    /// Programs that run at the same time.
    static let width = 4
    /// Alerts that wait for a program; beyond, the stream waits.
    static let mostWaiting = 256

    private struct Job: Sendable {
        let process: Subprocess
        let input: [UInt8]
        let history: [UInt8]
    }

    private struct State {
        var queues: [[Job]]
        var running = 0
        var isOver = false
        var hasFailed = false

        var isIdle: Bool { running == 0 && queues.allSatisfy(\.isEmpty) }
        var waiting: Int { queues.reduce(0) { $0 + $1.count } }
    }

    private let program: String
    private let arguments: [String]
    private let diagnostics: Diagnostics
    private let history: AlertHistory?
    private let monitor: Monitor<State>
    private var threads: [Thread] = []

    private static let timeout = 10_000

    init(_ program: String, _ arguments: [String], history: AlertHistory?, _ diagnostics: Diagnostics) {
        self.program = program
        self.arguments = arguments
        self.diagnostics = diagnostics
        self.history = history
        monitor = Monitor(State(queues: Array(repeating: [], count: Self.width)))
    }

    deinit {
        monitor.change { $0.isOver = true }
        for thread in threads { thread.join() }
    }

    /// Has the program run for an alert. What comes from data goes in as JSON, and in variables, never as an argument.
    func run(_ rule: AlertRule, _ event: AlertEvent, fingerprint: String, json: [UInt8]) {
        let severity = ((try? JSONTree(parsing: event.labels))?["severity"]).map { $0.string ?? $0.json } ?? ""
        let process = Subprocess(
            program: program, arguments: arguments,
            environment: [
                ("WEIR_ALERT", Self.line(rule.name)), ("WEIR_ALERT_STATE", event.isFiring ? "firing" : "resolved"),
                ("WEIR_FINGERPRINT", fingerprint), ("WEIR_SEVERITY", Self.line(severity)),
                ("WEIR_VALUE", Self.line(String(decoding: event.value, as: UTF8.self))),
            ])
        let job = Job(process: process, input: json, history: Array(fingerprint.utf8))
        let lane = fingerprint.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF } % Self.width
        startThreads()
        guard !threads.isEmpty else { return finish(job, Self.perform(job)) }
        monitor.wait { state -> Void? in
            guard state.waiting < Self.mostWaiting else { return nil }
            state.queues[lane].append(job)
            return ()
        }
    }

    /// A variable has no NUL in it, or the system would take half of it.
    private static func line(_ text: String) -> String { text.filter { $0 != "\0" } }

    /// Waits until all have ended.
    /// - Returns: whether one has failed since this was asked last.
    func settle() -> Bool {
        monitor.wait { state in
            guard state.isIdle else { return nil }
            defer { state.hasFailed = false }
            return state.hasFailed
        }
    }

    /// Waits until all have ended; that one failed is still to be asked.
    func finishBeforeMark() { monitor.wait { $0.isIdle ? () : nil } }

    private func startThreads() {
        guard threads.isEmpty else { return }
        for lane in 0..<Self.width {
            let worker = Worker(
                lane: lane, monitor: monitor, program: program, diagnostics: diagnostics, history: history)
            if let thread = try? Thread.start({ worker.work() }) { threads.append(thread) } else { break }
        }
        // With fewer threads than lanes some would wait for ever: then the stream does it itself.
        if threads.count < Self.width {
            monitor.change { $0.isOver = true }
            for thread in threads { thread.join() }
            threads = []
        }
    }

    private static func perform(_ job: Job) -> Subprocess.Outcome {
        job.process.run(input: job.input, timeout: timeout)
    }

    private func finish(_ job: Job, _ outcome: Subprocess.Outcome) {
        let isDone = Worker.tell(outcome, of: job.history, program, diagnostics, history)
        if !isDone { monitor.change { $0.hasFailed = true } }
    }

    private struct Worker: Sendable {
        let lane: Int
        let monitor: Monitor<State>
        let program: String
        let diagnostics: Diagnostics
        let history: AlertHistory?

        func work() {
            while let job = next() {
                let isDone = Self.tell(ActionPool.perform(job), of: job.history, program, diagnostics, history)
                monitor.change { state in
                    state.running -= 1
                    if !isDone { state.hasFailed = true }
                }
            }
        }

        private func next() -> Job? {
            let found: Job?? = monitor.wait { state in
                if !state.queues[lane].isEmpty {
                    state.running += 1
                    return state.queues[lane].removeFirst()
                }
                return state.isOver ? .some(nil) : nil
            }
            return found ?? nil
        }

        /// Says how it ended.
        static func tell(
            _ outcome: Subprocess.Outcome, of fingerprint: [UInt8], _ program: String, _ diagnostics: Diagnostics,
            _ history: AlertHistory?
        ) -> Bool {
            let status: String
            switch outcome {
            case .exited(let code):
                status = String(code)
                if code != 0 { diagnostics.warning("--exec \(program): ended with status \(code)") }
            case .killed(let signal):
                status = "\"signal \(signal)\""
                diagnostics.warning("--exec \(program): ended by signal \(signal)")
            case .timedOut:
                status = "\"timeout\""
                diagnostics.warning("--exec \(program): took longer than 10 s and was killed")
            case .notStarted(let error):
                status = "\"not started\""
                diagnostics.error("--exec \(error)")
            }
            history?.add(execution: program, fingerprint, status: status)
            return outcome == .exited(0)
        }
    }
}
