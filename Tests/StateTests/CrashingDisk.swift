import System

@testable import State

/// A disk in memory that knows what would be left after a crash: what was written is lost, in part or whole, unless it was
/// synchronized, and so are names that came, went or changed. Any of its calls can be refused, or be the last.
final class CrashingDisk: StateDisk {
    enum Fate { case refused, killed }

    /// What a power failure makes of bytes that were not synchronized yet.
    enum Loss: CaseIterable { case none, all, half, nulls }

    private struct File {
        var content: [UInt8] = []
        var durable: [UInt8]?
    }

    private var files: [File] = []
    private var now: [String: Int] = [:]
    private var durable: [String: Int] = [:]

    /// The call at which something happens, counted from 0, and what.
    var fate: (call: Int, Fate)?
    private(set) var calls = 0
    private var isDead = false

    private func step(_ name: String) throws(SystemError) {
        defer { calls += 1 }
        if isDead { throw SystemError(call: name, code: 5) }
        guard let fate, fate.call == calls else { return }
        isDead = fate.1 == .killed
        throw SystemError(call: name, code: 28 /* ENOSPC */)
    }

    func create(_ name: String) throws(SystemError) -> Descriptor {
        try step("open")
        files.append(File())
        now[name] = files.count - 1
        return Descriptor(number: Int32(files.count - 1))
    }

    func write(_ bytes: [UInt8], to file: Descriptor) throws(SystemError) {
        do throws(SystemError) { try step("write") } catch {
            // A write that fails may have written something.
            files[Int(file.number)].content += bytes.prefix(bytes.count / 2)
            throw error
        }
        files[Int(file.number)].content += bytes
    }

    func synchronize(_ file: Descriptor) throws(SystemError) {
        try step("fsync")
        files[Int(file.number)].durable = files[Int(file.number)].content
    }

    func close(_ file: Descriptor) {}

    func rename(_ name: String, to other: String) throws(SystemError) {
        try step("rename")
        now[other] = now.removeValue(forKey: name)
    }

    func remove(_ name: String) throws(SystemError) {
        try step("unlink")
        now[name] = nil
    }

    func synchronizeNames() throws(SystemError) {
        try step("fsync of the directory")
        durable = now
    }

    func contents(of name: String) throws(SystemError) -> [UInt8]? { now[name].map { files[$0].content } }
    func names() throws(SystemError) -> [String] { now.keys.sorted() }

    /// The disk as the next process finds it: the kernel lived on.
    func afterKill() -> CrashingDisk {
        let disk = CrashingDisk()
        disk.files = files
        disk.now = now
        disk.durable = durable
        return disk
    }

    /// The disk as the next boot finds it.
    /// - Parameter keepsNames: changes of names that were not synchronized had reached the disk all the same.
    func afterPowerFailure(_ loss: Loss, keepsNames: Bool) -> CrashingDisk {
        let disk = afterKill()
        disk.now = keepsNames ? now : durable
        for index in disk.files.indices where disk.files[index].durable != disk.files[index].content {
            let content = disk.files[index].content
            switch loss {
            case .none: break
            case .all: disk.files[index].content = disk.files[index].durable ?? []
            case .half: disk.files[index].content = Array(content.prefix(content.count / 2))
            case .nulls: disk.files[index].content = Array(repeating: 0, count: content.count)
            }
        }
        return disk
    }

    /// What `content` of a name would be after each of the crashes that are possible now.
    func afterEachCrash() -> [CrashingDisk] {
        [afterKill()]
            + Loss.allCases.flatMap { loss in
                [true, false].map { afterPowerFailure(loss, keepsNames: $0) }
            }
    }

    /// A file as somebody else left it.
    func put(_ content: [UInt8], _ name: String) {
        files.append(File(content: content, durable: content))
        now[name] = files.count - 1
        durable = now
    }
}
