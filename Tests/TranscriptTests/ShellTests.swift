import Foundation
import Testing

@Suite("The shell of the transcripts")
struct ShellTests {
    private func run(_ session: String, deadline: Duration = .seconds(30)) throws -> Transcript.Report {
        let transcript = try Transcript(transcript: session, path: "a.t")
        return try withScratchDirectory { try transcript.run(in: Shell(directory: $0, home: $0, deadline: deadline)) }
    }

    @Test("Variables, files and the working directory last from command to command")
    func memory() throws {
        let session = "  $ a=1; mkdir d; cd d\n  $ echo $a >f\n  $ cat f; ls ..; cat\n  1\n  d\n"
        #expect(try run(session).failures.isEmpty)
    }

    @Test("Both outputs come in order, with the exit status of the last command of a pipeline")
    func outputs() throws {
        let session =
            "  $ echo a; echo b >&2; printf c; exit_with() { return 3; }; exit_with\n  a\n  b\n  c (no-eol)\n  [3]\n"
        #expect(try run(session).failures.isEmpty)
    }

    @Test("The environment is the same for everybody")
    func environment() throws {
        let session = "  $ echo $TZ $LC_ALL $COLUMNS ${NO_COLOR-unset} ${WEIR_NOW-unset} ${USER-unset}\n"
        #expect(try run(session + "  UTC C.UTF-8 80 unset unset unset\n").failures.isEmpty)
    }

    @Test("A difference is a failure that shows it, and the document as it would be right")
    func failure() throws {
        let report = try run("One.\n\n  $ echo a; false\n  b\n\nTwo.\n\n  $ echo c\n  c\n")
        #expect(
            report.failures == [
                "a.t:3: $ echo a; false\n--- expected\n+++ printed\n- b\n+ a\nexit status 1, expected 0"
            ])
        #expect(
            report.lines.joined(separator: "\n") == "One.\n\n  $ echo a; false\n  a\n  [1]\n\nTwo.\n\n  $ echo c\n  c")
    }

    @Test("A command that ends the shell is a failure that names it")
    func earlyEnd() {
        let message = "a.t: `exit 3` ended the shell with status 3"
        #expect { try run("  $ true\n  $ exit 3\n  $ true\n") } throws: { "\($0)" == message }
    }

    @Test("A command that does not end is killed, with what it started")
    func timeOut() {
        let message = "a.t: `echo a; sleep 60` still ran after 0.5 seconds, and was killed; it had printed:\n  a"
        #expect { try run("  $ echo a; sleep 60\n  $ true\n", deadline: .milliseconds(500)) } throws: {
            "\($0)" == message
        }
    }

    @Test("What a transcript leaves running is killed")
    func leftovers() throws {
        let marker = "86399.\(UInt32.random(in: 0..<UInt32.max))"
        #expect(try run("  $ sleep \(marker) &\n").failures.isEmpty)
        // A killed process is gone soon, not at once.
        let deadline = ContinuousClock.now + .seconds(10)
        while try isRunning(marker), ContinuousClock.now < deadline { usleep(10_000) }
        #expect(try !isRunning(marker))
    }

    private func isRunning(_ argument: String) throws -> Bool {
        try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { Int($0) != nil }
            .compactMap { try? String(contentsOfFile: "/proc/\($0)/cmdline", encoding: .utf8) }
            .contains { $0.contains(argument) }
    }
}
