/// Notices that marks go down the pipe and none is ever committed: a foreign program in between swallows them, or the pipeline
/// ends in something that does not commit. It is said once; the position stays where it was, so nothing is lost by it but time.
struct CommitWatch {
    /// Nanoseconds without a commit after which it is said.
    private let patience: Int64
    private var committed: UInt64
    /// Since when marks have been waiting, on the clock that never goes back.
    private var waitingSince: Int64?
    private var isSaid = false

    /// Marks that may be on their way: beyond that no more are made, for every stage keeps a snapshot of each.
    private static let mostOnTheirWay: UInt64 = 64

    init(committed: UInt64, every: Int64) {
        self.committed = committed
        patience = max(3_000_000_000, every.multipliedReportingOverflow(by: 30).partialValue)
    }

    /// Whether another mark may leave.
    func hasRoom(after mark: UInt64) -> Bool { mark &- committed < Self.mostOnTheirWay }

    /// Takes what is committed now; true when it is time to say that nothing is.
    mutating func look(committed now: UInt64, sent mark: UInt64, at time: Int64) -> Bool {
        if now != committed || now >= mark {
            committed = now
            waitingSince = now < mark ? time : nil
            return false
        }
        let since = waitingSince ?? time
        waitingSince = since
        guard !isSaid, time &- since >= patience else { return false }
        isSaid = true
        return true
    }
}
