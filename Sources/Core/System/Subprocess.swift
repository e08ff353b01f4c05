import Glibc

/// Runs a program with an argument vector (never a shell), bytes on its standard input, and a time-out.
package struct Subprocess {
    package enum Outcome: Equatable, Sendable {
        case exited(Int32)
        case killed(signal: Int32)
        case timedOut
        case notStarted(SystemError)
    }

    package let program: String
    package let arguments: [String]
    package let environment: [(name: String, value: String)]

    package init(program: String, arguments: [String], environment: [(name: String, value: String)]) {
        self.program = program
        self.arguments = arguments
        self.environment = environment
    }

    /// Runs to the end. The program's standard output goes to our stderr: ours belongs to records.
    package func run(input: [UInt8], timeout milliseconds: Int) -> Outcome {
        var ends: [Int32] = [0, 0]
        guard unsafe pipe(&ends) == 0 else {
            return .notStarted(SystemError(call: "pipe", code: errno, subject: program))
        }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let writeEnd = Descriptor(number: ends[1])
        let started = spawn(reading: ends[0])
        Descriptor(number: ends[0]).close()
        switch started {
        case .failure(let error):
            writeEnd.close()
            return .notStarted(error)
        case .success(let process):
            return wait(for: process, input, to: writeEnd, milliseconds)
        }
    }

    private func spawn(reading input: Int32) -> Result<pid_t, SystemError> {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_adddup2(&actions, input, 0)
        unsafe posix_spawn_file_actions_adddup2(&actions, 2, 1)
        // We ignore SIGPIPE, and the program should not have that from us.
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        for signal in [SIGPIPE, SIGINT, SIGTERM] { unsafe sigaddset(&signals, signal) }
        unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        // Invariant: strdup's copies are freed below, behind the call that reads them.
        var arguments = unsafe ([program] + self.arguments).map { unsafe strdup($0) } + [nil]
        var variables = unsafe inherited.map { unsafe strdup($0) } + [nil]
        defer { unsafe (arguments + variables).forEach { unsafe free($0) } }
        var process: pid_t = 0
        let code = unsafe posix_spawnp(&process, program, &actions, &attributes, &arguments, &variables)
        return code == 0 ? .success(process) : .failure(SystemError(call: "exec", code: code, subject: program))
    }

    /// Our own environment with the additions.
    private var inherited: [String] {
        var texts: [String] = []
        // Invariant: environ ends with a nil, and nothing here changes the environment.
        var entry = unsafe environ
        while let text = unsafe entry.pointee {
            texts.append(unsafe String(cString: text))
            unsafe entry = entry.advanced(by: 1)
        }
        let names = environment.map { $0.name + "=" }
        return texts.filter { text in !names.contains { text.hasPrefix($0) } }
            + environment.map { "\($0.name)=\($0.value)" }
    }

    /// Feeds the program and waits for its end, neither of them longer than allowed.
    private func wait(for process: pid_t, _ input: [UInt8], to end: Descriptor, _ milliseconds: Int) -> Outcome {
        _ = fcntl(end.number, F_SETFL, O_NONBLOCK)
        let clock = SystemClock()
        let deadline = clock.monotonic &+ Int64(milliseconds) &* 1_000_000
        var fed = 0
        var isOpen = true
        var status: Int32 = 0
        while true {
            if isOpen {
                fed = feed(input, from: fed, to: end)
                // All is said, or the program does not want to hear more, which is its business.
                if fed >= input.count {
                    end.close()
                    isOpen = false
                }
            }
            let done = unsafe waitpid(process, &status, WNOHANG)
            if done == process { break }
            let isLost = done < 0 && errno != EINTR
            if isLost || clock.monotonic >= deadline {
                if isOpen { end.close() }
                if isLost { return .notStarted(SystemError(call: "waitpid", code: errno, subject: program)) }
                kill(process, SIGKILL)
                _ = unsafe waitpid(process, &status, 0)
                return .timedOut
            }
            _ = poll(nil, 0, 5)
        }
        if isOpen { end.close() }
        // wait(2)'s layout of the status word.
        let signal = status & 0x7F
        return signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal: signal)
    }

    /// Writes what the pipe takes now; returns how much of the input has been written in all.
    private func feed(_ input: [UInt8], from start: Int, to end: Descriptor) -> Int {
        unsafe input.withUnsafeBytes { bytes in
            guard start < bytes.count, let base = bytes.baseAddress else { return input.count }
            // Invariant: the array holds that many bytes for the length of the closure.
            let written = unsafe Glibc.write(end.number, base + start, bytes.count - start)
            if written >= 0 { return start + written }
            return errno == EAGAIN || errno == EINTR ? start : input.count
        }
    }
}
