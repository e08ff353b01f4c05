import Foundation
import Glibc

/// A program that runs in a process group of its own, with nothing on its standard input and both its outputs, in the order
/// in which they are written, in one file. Whatever it leaves running is killed: no test outlives itself.
struct ChildProcess {
    let arguments: [String]
    let environment: [String: String]
    let deadline: Duration

    enum Outcome: Equatable {
        case exited(Int)
        case timedOut
    }

    func run(writingTo output: String) throws -> Outcome {
        let process = try spawn(output)
        defer { kill(-process, SIGKILL) }
        let start = ContinuousClock.now
        var status: Int32 = 0
        while waitpid(process, &status, WNOHANG) == 0 {
            if ContinuousClock.now - start > deadline {
                kill(-process, SIGKILL)
                waitpid(process, &status, 0)
                return .timedOut
            }
            usleep(2000)
        }
        let signal = Int(status & 0x7F)
        return .exited(signal == 0 ? Int(status >> 8 & 0xFF) : 128 + signal)
    }

    private func spawn(_ output: String) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)

        // The test runner's own signal handling must not be inherited: `yes | head -1` has to meet a real SIGPIPE.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        for signal in [SIGPIPE, SIGINT, SIGTERM, SIGHUP, SIGQUIT] { sigaddset(&signals, signal) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        let argv = arguments.map { strdup($0) }
        let envp = environment.map { strdup("\($0.key)=\($0.value)") }
        defer { (argv + envp).forEach { free($0) } }
        var process: pid_t = 0
        let failure = posix_spawn(&process, arguments[0], &actions, &attributes, argv + [nil], envp + [nil])
        guard failure == 0 else { throw Complaint("\(arguments[0]): \(String(cString: strerror(failure)))") }
        return process
    }
}
