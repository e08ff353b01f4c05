import Bytes

/// Which run a directory is in: the file `run`.
package struct RunIdentity: Equatable, Sendable {
    /// What control records show, so that a log cannot pretend to be one: 32 hexadecimal digits, the same for the life of the
    /// directory.
    package let nonce: String
    /// Counts the runs. A stage of an earlier one finds by it that it is not wanted any more.
    package var epoch: UInt64
    /// The mark of the last run's clean end; nil while it runs, and after it died.
    package var ended: UInt64?

    static let name = "run"

    /// For a new directory.
    static func fresh() -> RunIdentity {
        var random = SystemRandomNumberGenerator()
        let digits = (0..<2).map { _ in
            let half = String(random.next() as UInt64, radix: 16)
            return String(repeating: "0", count: 16 - half.count) + half
        }
        return RunIdentity(nonce: digits.joined(), epoch: 0, ended: nil)
    }

    var bytes: [UInt8] {
        var snapshot = SnapshotWriter()
        snapshot.append(nonce)
        snapshot.append(epoch)
        snapshot.append(ended != nil)
        snapshot.append(ended ?? 0)
        return snapshot.contents
    }

    init(nonce: String, epoch: UInt64, ended: UInt64?) {
        self.nonce = nonce
        self.epoch = epoch
        self.ended = ended
    }

    init(_ bytes: [UInt8]) throws(SnapshotError) {
        var snapshot = SnapshotReader(bytes)
        nonce = try snapshot.text()
        epoch = try snapshot.unsigned()
        let hasEnded = try snapshot.flag()
        let mark = try snapshot.unsigned()
        ended = hasEnded ? mark : nil
    }
}
