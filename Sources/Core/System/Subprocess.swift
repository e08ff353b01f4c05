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
        defer { writeEnd.close() }
        switch started {
        case .failure(let error): return .notStarted(error)
        case .success(let process):
            feed(input, to: writeEnd)
            writeEnd.close()
            return wait(for: process, milliseconds)
        }
    }

    private func spawn(reading input: Int32) -> Result<pid_t, SystemError> {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_adddup2(&actions, input, 0)
        unsafe posix_spawn_file_actions_adddup2(&actions, 2, 1)
        // Invariant: strdup's copies are freed below, behind the call that reads them.
        var arguments = unsafe ([program] + self.arguments).map { unsafe strdup($0) } + [nil]
        var variables = unsafe inherited.map { unsafe strdup($0) } + [nil]
        defer { unsafe (arguments + variables).forEach { unsafe free($0) } }
        var process: pid_t = 0
        let code = unsafe posix_spawnp(&process, program, &actions, nil, &arguments, &variables)
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

    /// A program that does not read its input must not hold us up: the pipe takes 64 KiB, and more is not waited for.
    private func feed(_ input: [UInt8], to end: Descriptor) {
        _ = fcntl(end.number, F_SETFL, O_NONBLOCK)
        unsafe input.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return }
            // Invariant: the array holds that many bytes for the length of the closure.
            _ = unsafe Glibc.write(end.number, start, bytes.count)
        }
    }

    private func wait(for process: pid_t, _ milliseconds: Int) -> Outcome {
        let clock = SystemClock()
        let deadline = clock.monotonic &+ Int64(milliseconds) &* 1_000_000
        var status: Int32 = 0
        while true {
            let done = unsafe waitpid(process, &status, WNOHANG)
            if done == process { break }
            if done < 0, errno != EINTR {
                return .notStarted(SystemError(call: "waitpid", code: errno, subject: program))
            }
            if clock.monotonic >= deadline {
                kill(process, SIGKILL)
                _ = unsafe waitpid(process, &status, 0)
                return .timedOut
            }
            _ = poll(nil, 0, 5)
        }
        // wait(2)'s layout of the status word.
        let signal = status & 0x7F
        return signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal: signal)
    }
}
