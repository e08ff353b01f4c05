import Glibc

/// The signals a filter listens to. Handlers only store a number; the run loop looks between reads, which a signal
/// interrupts (no SA_RESTART).
package enum Signals {
    // Invariant: written by the handlers and read by the run loop as single aligned words, on one thread.
    nonisolated(unsafe) private static var interrupts: Int32 = 0
    nonisolated(unsafe) private static var terminated: Int32 = 0

    nonisolated(unsafe) private static var hangUps: Int32 = 0
    nonisolated(unsafe) private static var questions: Int32 = 0

    /// Has SIGUSR1 kept for `takeQuestion`, where a filter answers it.
    package static func answerQuestions() { handle(SIGUSR1) { _ in unsafe Signals.questions = 1 } }

    /// Has SIGHUP kept for `takeHangUp`, unless it is ignored, as nohup(1) has it.
    package static func answerHangUps() {
        var before = sigaction()
        _ = unsafe sigaction(SIGHUP, nil, &before)
        if unsafe unsafeBitCast(before.__sigaction_handler.sa_handler, to: Int.self) == 1 { return }
        handle(SIGHUP) { _ in unsafe Signals.hangUps = 1 }
    }

    /// Whether SIGHUP came since the last look: names are to be looked at again.
    package static func takeHangUp() -> Bool {
        defer { unsafe hangUps = 0 }
        return unsafe hangUps != 0
    }

    /// Whether SIGUSR1 came since the last look: somebody wants to know how it goes.
    package static func takeQuestion() -> Bool {
        defer { unsafe questions = 0 }
        return unsafe questions != 0
    }

    /// Whether there is such a process.
    package static func isRunning(_ process: Int32) -> Bool { kill(process, 0) == 0 || errno == EPERM }

    /// - Parameter isSource: the filter reads the source itself. The first Ctrl-C stops the source only, and the
    ///   filters behind it drain to the end of their input; the second one quits.
    package static func install(isSource: Bool) {
        unsafe Self.isSource = isSource
        handle(SIGINT) { _ in
            unsafe Signals.interrupts &+= 1
            if unsafe Signals.interrupts > 1 {
                _ = signal(SIGINT, SIG_DFL)
                _ = raise(SIGINT)
            }
        }
        handle(SIGTERM) { _ in unsafe Signals.terminated = 1 }
        // A closed reader is found by write(2)'s EPIPE, so that the ledger can still be written.
        _ = signal(SIGPIPE, SIG_IGN)
    }

    /// The filter reads the source itself.
    package static var readsSource: Bool { unsafe isSource }

    nonisolated(unsafe) private static var isSource = false

    /// The filter should stop reading and finish what it has.
    package static var stopRequested: Bool {
        unsafe terminated != 0 || (isSource && interrupts > 0)
    }

    /// As if SIGTERM had come: somebody has told the filter itself to stop.
    package static func requestStop() { unsafe terminated = 1 }

    /// Ends the process as a Unix filter does whose reader has gone: by SIGPIPE, quietly.
    package static func dieOfClosedPipe() -> Never {
        _ = signal(SIGPIPE, SIG_DFL)
        _ = raise(SIGPIPE)
        exit(128 + SIGPIPE)
    }

    private static func handle(_ number: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) {
        var action = sigaction()
        unsafe action.__sigaction_handler.sa_handler = handler
        action.sa_flags = 0
        _ = unsafe sigaction(number, &action, nil)
    }
}
