import Testing

@testable import State

@Suite("Saving state")
struct SaveTests {
    private let old = Array("the old state".utf8)
    private let new = Array("the new state, which is longer".utf8)
    /// open, write, fsync, rename, fsync of the directory.
    private let calls = 5

    private func diskWithOld() throws -> CrashingDisk {
        let disk = CrashingDisk()
        try StateDirectory(path: "state", disk: disk).save(old, as: "commit")
        return disk
    }

    private func content(_ disk: CrashingDisk) throws -> [UInt8]? {
        try StateDirectory(path: "state", disk: disk).load("commit")
    }

    @Test("Failed or killed at each system call, there is the old state or the new one, never an empty or torn one")
    func crash() throws {
        for fate in [CrashingDisk.Fate.refused, .killed] {
            for call in 0..<calls {
                let disk = try diskWithOld()
                disk.fate = (disk.calls + call, fate)
                #expect(throws: StateError.self) {
                    try StateDirectory(path: "state", disk: disk).save(new, as: "commit")
                }
                for after in disk.afterEachCrash() {
                    let content = try content(after)
                    #expect(content == old || content == new, "\(fate) at call \(call)")
                }
            }
        }
    }

    @Test("What was saved is there after each crash")
    func durability() throws {
        let disk = try diskWithOld()
        let before = disk.calls
        try StateDirectory(path: "state", disk: disk).save(new, as: "commit")
        #expect(disk.calls == before + calls)
        for after in disk.afterEachCrash() { #expect(try content(after) == new) }
    }

    @Test("The disk of these tests does lose what was not synchronized")
    func losses() throws {
        let disk = try diskWithOld()
        let file = try disk.create("commit")
        try disk.write(StateFile.encode(new), to: file)
        let damaged = disk.afterEachCrash().filter { (try? content($0)) == nil || (try? content($0)) == .some(nil) }
        #expect(!damaged.isEmpty)
    }

    @Test("A save that fails says why and leaves nothing behind, and the next one goes through")
    func recovery() throws {
        let disk = try diskWithOld()
        let state = StateDirectory(path: "state", disk: disk)
        disk.fate = (disk.calls + 1, .refused)
        #expect(throws: StateError(.failed, "state: write: No space left on device")) {
            try state.save(new, as: "commit")
        }
        #expect(try disk.names() == ["commit"])
        try state.save(new, as: "commit")
        #expect(try content(disk) == new)
    }

    @Test(
        "A torn, NUL-filled or newer state file is set aside, and nothing goes on until it is reset",
        arguments: ["torn", "nulls", "newer"])
    func damage(kind: String) throws {
        var file = StateFile.encode(old)
        switch kind {
        case "torn": file.removeLast(7)
        case "nulls": file = Array(repeating: 0, count: file.count)
        default: file[8] = 9
        }
        let disk = CrashingDisk()
        disk.put(file, "commit")
        let state = StateDirectory(path: "state", disk: disk)
        #expect { try state.commitment() } throws: { error in
            guard let error = error as? StateError, error.kind == .unusable else { return false }
            return error.message.contains("weir state reset state")
                && error.message.contains(kind == "newer" ? "version 9" : "damaged")
        }
        #expect(try disk.names() == ["commit.broken"])
        #expect(throws: StateError.self) { try state.refuseBroken() }
        #expect(throws: StateError.self) { try state.requireCommitment() }
    }
}
