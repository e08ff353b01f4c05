import Testing

@testable import State

@Suite("Snapshots of a stage")
struct StageSnapshotsTests {
    private let disk = CrashingDisk()

    private func snapshots() throws -> StageSnapshots {
        try StageSnapshots(of: "weir-aggregate", in: StateDirectory(path: "state", disk: disk))
    }

    @Test("A mark's snapshot is its own, or the last one before it")
    func lookUp() throws {
        var snapshots = try snapshots()
        #expect(try snapshots.load(at: 9) == nil)
        try snapshots.save([1], at: 3)
        try snapshots.save([2], at: 10)
        for snapshots in [snapshots, try self.snapshots()] {
            #expect(try snapshots.load(at: 2) == nil)
            #expect(try snapshots.load(at: 3) == [1])
            #expect(try snapshots.load(at: 9) == [1])
            #expect(try snapshots.load(at: 11) == [2])
        }
    }

    @Test("What has not changed is not written again")
    func unchanged() throws {
        var snapshots = try snapshots()
        try snapshots.save([1], at: 1)
        let calls = disk.calls
        try snapshots.save([1], at: 2)
        #expect(disk.calls == calls)
        try snapshots.save([2], at: 3)
        try snapshots.save([1], at: 4)
        #expect(try disk.names() == ["weir-aggregate.1", "weir-aggregate.3", "weir-aggregate.4"])
    }

    @Test("Behind a save that failed, the next one is written though nothing has changed")
    func unchangedAfterFailure() throws {
        var snapshots = try snapshots()
        try snapshots.save([1], at: 1)
        disk.fate = (disk.calls + 4, .refused)
        #expect(throws: StateError.self) { try snapshots.save([2], at: 2) }
        try snapshots.save([1], at: 3)
        #expect(try self.snapshots().load(at: 3) == [1])
    }

    @Test("Old snapshots go once a later mark is committed; the one that a restart needs stays")
    func old() throws {
        var snapshots = try snapshots()
        for mark in 1...5 as ClosedRange<UInt8> { try snapshots.save([mark], at: UInt64(mark) * 10) }
        snapshots.removeOld(committed: 35)
        #expect(try disk.names() == ["weir-aggregate.30", "weir-aggregate.40", "weir-aggregate.50"])
        #expect(try snapshots.load(at: 35) == [3])
        snapshots.removeOld(committed: 9)
        #expect(snapshots.marks == [30, 40, 50])
    }

    @Test("Snapshots of marks that were never committed do not survive into the next run")
    func abandoned() throws {
        var snapshots = try snapshots()
        for mark in 1...3 as ClosedRange<UInt8> { try snapshots.save([mark], at: UInt64(mark)) }
        snapshots.removeAbandoned(after: 1)
        #expect(try disk.names() == ["weir-aggregate.1"])
        #expect(try self.snapshots().load(at: 3) == [1])
    }

    @Test("The snapshots of a second stage of the same name are its own")
    func names() throws {
        let second = "weir-aggregate#2"
        disk.put([], second + ".7")
        disk.put([], "weir-aggregate.lock")
        disk.put([], "weir-aggregate.07")
        #expect(try snapshots().marks == [])
        #expect(StageSnapshots.mark(of: second + ".7", second) == 7)
    }

    @Test("A file that was renamed by hand is not taken for what its name says")
    func renamed() throws {
        var snapshots = try snapshots()
        try snapshots.save([1], at: 1)
        try disk.rename("weir-aggregate.1", to: "weir-aggregate.2")
        #expect(throws: StateError.self) { try self.snapshots().load(at: 2) }
    }
}
