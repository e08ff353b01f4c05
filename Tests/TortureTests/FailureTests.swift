import Foundation
import TestSupport
import Testing

@Suite("What must not break a pipeline with state", .serialized)
struct FailureTests {
    @Test(
        "SIGTERM or SIGINT in mid-burst: drained within 5 s, and after a restart each line once",
        arguments: [SIGTERM, SIGINT])
    func toldToStop(signal: Int32) throws {
        let torture = Torture(
            cycles: 6, seed: 27, work: .lines, victim: .toldToStop(signal), rotates: false, lifetimes: 100...250)
        _ = try withScratchDirectory { try torture.run(in: $0) }
    }

    @Test("The sink does not commit for long: offsets frozen, memory and state bounded, one warning")
    func noCommit() throws {
        try withScratchDirectory { folder in
            let writer = LogWriter(in: folder, seed: 32, rotates: false)
            defer { writer.stop() }
            writer.resume()
            // A foreign program swallows the marks: `sed` deletes them.
            let pipeline = try Pipeline(
                [
                    .init("weir-tail", "-F", "--raw", "--mark-every", "1ms", "app.log"),
                    .init("/bin/sed", "/^{\"_weir\"/d"),
                ], in: folder, state: "state")
            let snapshots = {
                try FileManager.default.contentsOfDirectory(atPath: folder + "/state").filter {
                    $0.hasPrefix("weir-tail.")
                }
            }
            let messages = { (try? String(contentsOfFile: folder + "/messages", encoding: .utf8)) ?? "" }
            try wait("no warning came") { messages().contains("no mark is being committed") }
            // Where it began, and 64 marks on their way.
            #expect(try snapshots().count == 65)
            #expect(try pipeline.peakMemory(of: 0) < 64 << 10)
            pipeline.send(SIGTERM, to: 0)
            #expect(pipeline.waitForAll(seconds: 5))
            #expect(messages().split(separator: "\n").count == 1)
            #expect(try shown(folder).contains("committed: mark 0"))
        }
    }

    @Test(
        "State directory on a full 1 MiB tmpfs: the commit never advances, and recovers when space is freed",
        .enabled(if: FailureTests.canMount, "needs the right to mount a file system"))
    func fullDisk() throws {
        try withScratchDirectory { folder in
            try Self.fullDisk.write(toFile: folder + "/script", atomically: false, encoding: .utf8)
            let script = try Pipeline(
                [.init("/usr/bin/unshare", "-rm", "/bin/sh", "-e", "script", Checkout.bin)], in: folder, state: nil,
                output: folder + "/result")
            let isDone = script.waitForAll(seconds: 20)
            let messages = (try? String(contentsOfFile: folder + "/messages", encoding: .utf8)) ?? ""
            try #require(isDone && script.statuses[0] == 0, "\(messages)")
            let result = try String(contentsOfFile: folder + "/result", encoding: .utf8).split(separator: " ")
            try #require(result.count == 3, "\(result)")
            #expect(result[0] == result[1], "the commit advanced on a full disk")
            #expect(result[2] == "each\n")
            #expect(messages.contains("No space left on device"))
            #expect(messages.contains("the state can be saved again"))
        }
    }

    /// In a name space of its own, where it may mount, and which is gone with it. Prints the mark that was committed when the disk
    /// was full, the one a while later, and `each` if each line came once in the end.
    private static let fullDisk = #"""
        PATH=$1:$PATH; WEIR_STATE=disk/state; export WEIR_STATE
        mkdir disk; mount -t tmpfs -o size=1m,mode=700 none disk
        committed() { weir state show disk/state | sed -n 's/^committed: mark \([0-9]*\).*/\1/p'; }
        until_true() { n=0; until eval "$1"; do n=$((n + 1)); [ $n -lt 500 ]; sleep 0.01; done; }
        more() { seq "$1" "$2" >>app.log; until_true "[ \$(wc -l <out) -ge $2 ]"; }
        fill() { cat /dev/zero >>disk/ballast 2>/dev/null || :; }
        : >out; : >app.log
        { weir-tail -F --raw --mark-every 10ms app.log & echo $! >pid; wait; } | weir-commit out &
        more 1 10; until_true '[ "$(committed)" -gt 0 ]'
        fill; more 11 20; until_true 'grep -q "No space left" messages'; fill
        before=$(committed); more 21 30; more 31 40; after=$(committed)
        rm disk/ballast; until_true "[ \"\$(committed)\" -gt $after ]"
        kill "$(cat pid)"; wait
        seq 40 | cmp - out >&2 && printf '%s %s each\n' "$before" "$after"
        """#

    /// Tried, since who may depends on the kernel's settings and on the container.
    private static let canMount: Bool = {
        guard
            let pipeline = try? Pipeline(
                [.init("/usr/bin/unshare", "-rm", "/bin/mount", "-t", "tmpfs", "none", "/mnt")], in: "/tmp", state: nil,
                messages: "/dev/null")
        else { return false }
        return pipeline.waitForAll(seconds: 5) && pipeline.statuses[0] == 0
    }()

    private func shown(_ folder: String) throws -> String {
        let pipeline = try Pipeline(
            [.init("weir", "state", "show", "state")], in: folder, state: nil, output: folder + "/shown")
        #expect(pipeline.waitForAll(seconds: 5))
        return try String(contentsOfFile: folder + "/shown", encoding: .utf8)
    }

    /// Looks until it is so, for ten seconds at most.
    private func wait(_ complaint: String, until condition: () throws -> Bool) throws {
        for _ in 0..<1000 {
            if try condition() { return }
            usleep(10_000)
        }
        throw Trouble(complaint)
    }
}
