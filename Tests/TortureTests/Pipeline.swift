import Foundation

// Glibc's module leaves GNU's own functions out. Without pipe2, the program of a test that runs beside this one could inherit an
// end of the pipe, and nobody would see it close.
@_silgen_name("pipe2")
private func pipe2(_ ends: UnsafeMutablePointer<Int32>, _ flags: Int32) -> Int32
@_silgen_name("posix_spawn_file_actions_addchdir_np")
private func addchdir(_ actions: UnsafeMutablePointer<posix_spawn_file_actions_t>, _ path: UnsafePointer<CChar>)
    -> Int32

/// Programs joined by pipes, each in a process of its own that can be killed.
final class Pipeline {
    struct Stage {
        let program: String
        let arguments: [String]

        init(_ program: String, _ arguments: String...) {
            self.program = program
            self.arguments = arguments
        }

        private init(_ program: String, all arguments: [String]) {
            self.program = program
            self.arguments = arguments
        }

        func adding(_ flag: String) -> Stage { Stage(program, all: arguments + [flag]) }
    }

    private(set) var processes: [pid_t] = []
    /// The exit status of each that has ended, 128 + N for signal N.
    private(set) var statuses: [Int: Int] = [:]

    /// - Parameter state: WEIR_STATE of all stages.
    init(_ stages: [Stage], in folder: String, state: String?, output: String? = nil, messages: String? = nil) throws {
        let messages = messages ?? folder + "/messages"
        var input = open("/dev/null", O_RDONLY | O_CLOEXEC)
        for (index, stage) in stages.enumerated() {
            var ends: [Int32] = [-1, -1]
            let isLast = index == stages.count - 1
            if isLast {
                ends[1] = open(output ?? "/dev/null", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
            } else {
                guard pipe2(&ends, O_CLOEXEC) == 0 else { throw Trouble("no pipe") }
            }
            processes.append(try Self.spawn(stage, input, ends[1], in: folder, state: state, messages))
            close(input)
            close(ends[1])
            input = ends[0]
        }
    }

    deinit {
        for (index, process) in processes.enumerated() where statuses[index] == nil {
            kill(process, SIGKILL)
            waitpid(process, nil, 0)
        }
    }

    func send(_ signal: Int32, to stage: Int) { if statuses[stage] == nil { kill(processes[stage], signal) } }

    /// Kilobytes that a stage had at most so far.
    func peakMemory(of stage: Int) throws -> Int {
        let status = try String(contentsOfFile: "/proc/\(processes[stage])/status", encoding: .utf8)
        guard let peak = status.firstMatch(of: /VmHWM:\s+(\d+) kB/).flatMap({ Int($0.output.1) }) else {
            throw Trouble("the kernel does not say how much memory stage \(stage) has")
        }
        return peak
    }

    /// Waits until all have ended; false when the time is over before.
    func waitForAll(seconds: Double) -> Bool {
        let deadline = Date.now + seconds
        while true {
            collect()
            if statuses.count == processes.count { return true }
            if Date.now > deadline { return false }
            usleep(1000)
        }
    }

    func waitForEnd(of stage: Int) {
        while statuses[stage] == nil {
            collect()
            usleep(1000)
        }
    }

    private func collect() {
        for (index, process) in processes.enumerated() where statuses[index] == nil {
            var status: Int32 = 0
            guard waitpid(process, &status, WNOHANG) == process else { continue }
            let signal = Int(status & 0x7F)
            statuses[index] = signal == 0 ? Int(status >> 8 & 0xFF) : 128 + signal
        }
    }

    private static func spawn(
        _ stage: Stage, _ input: Int32, _ output: Int32, in folder: String, state: String?, _ messages: String
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        _ = addchdir(&actions, folder)
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_addopen(&actions, 2, messages, O_WRONLY | O_CREAT | O_APPEND, 0o600)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        for signal in [SIGPIPE, SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        let program = stage.program.hasPrefix("/") ? stage.program : Checkout.bin + "/" + stage.program
        let switches = ProcessInfo.processInfo.environment["WEIR_FAST_PATH"].map { ["WEIR_FAST_PATH=\($0)"] } ?? []
        let environment = ["LC_ALL=C.UTF-8", "TZ=UTC"] + switches + (state.map { ["WEIR_STATE=\($0)"] } ?? [])
        let argv = ([program] + stage.arguments).map { strdup($0) }
        let envp = environment.map { strdup($0) }
        defer { (argv + envp).forEach { free($0) } }
        var process: pid_t = 0
        guard posix_spawn(&process, program, &actions, &attributes, argv + [nil], envp + [nil]) == 0 else {
            throw Trouble("\(program) cannot be started: run `make build` first")
        }
        return process
    }
}

/// A sentence for the person who reads the failed test.
struct Trouble: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

/// Where this checkout is. What is tested is the product that `make build` left.
enum Checkout {
    /// The cold filters of the tests' own build: nobody waits for their release.
    static let shore = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "weir-shore").path

    static let bin = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../bin").standardized.path
}
