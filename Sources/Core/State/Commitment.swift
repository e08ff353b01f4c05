import Bytes

/// The last mark whose output is durable: the file `commit`. Replacing it is the moment at which a mark is committed.
package struct Commitment: Equatable, Sendable {
    package var mark: UInt64 = 0
    /// The run that committed it.
    package var epoch: UInt64 = 0
    /// The stages that had a snapshot of it, in the order of the pipe, the sink last.
    package var stages: [String] = []
    /// What the sink has to know of its output at the mark; only the sink can read it.
    package var receipt: [UInt8]?

    static let name = "commit"

    package init() {}

    package init(mark: UInt64, epoch: UInt64, stages: [String], receipt: [UInt8]?) {
        self.mark = mark
        self.epoch = epoch
        self.stages = stages
        self.receipt = receipt
    }

    var bytes: [UInt8] {
        var snapshot = SnapshotWriter()
        snapshot.append(mark)
        snapshot.append(epoch)
        snapshot.append(UInt64(stages.count))
        for stage in stages { snapshot.append(stage) }
        snapshot.append(receipt != nil)
        snapshot.append(receipt ?? [])
        return snapshot.contents
    }

    init(_ bytes: [UInt8]) throws(SnapshotError) {
        var snapshot = SnapshotReader(bytes)
        mark = try snapshot.unsigned()
        epoch = try snapshot.unsigned()
        for _ in 0..<(try snapshot.count()) { stages.append(try snapshot.text()) }
        let hasReceipt = try snapshot.flag()
        let receipt = try snapshot.run()
        self.receipt = hasReceipt ? receipt : nil
    }
}
