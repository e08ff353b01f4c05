import FilterKit
import Records

/// Puts each record into the store, many in one transaction.
package struct PointFilter: Filter, ~Copyable {
    private let connection: Connection
    private let path: String
    private var points: PointWriter
    private let alerts: AlertWriter
    /// The store is where the stream ends: its marks are committed here.
    package let commits: Bool

    private var hasWarned = false

    /// As many are lost at most, and have to be added again, if we are killed.
    private static let most = 100_000

    package init(_ connection: Connection, path: String, origin: String, commits: Bool, _ record: inout Records.Record)
        throws
    {
        let alerts = try AlertWriter(connection.database, &record)
        points = try PointWriter(connection, origin: origin, &record)
        self.connection = connection
        self.path = path
        self.alerts = alerts
        self.commits = commits
    }

    package mutating func process<S: RecordSink & ~Copyable>(
        _ record: inout Records.Record, in run: FilterRun, into sink: inout S
    ) {
        do {
            try connection.begin()
            if alerts.takes(record) {
                if let complaint = try alerts.add(&record, origin: points.originNumber()) {
                    return run.reject(.badType, record.line, record, complaint)
                }
                run.ledger.absorbed &+= 1
                return
            }
            switch try points.add(&record) {
            case .written:
                run.ledger.absorbed &+= 1
                if !hasWarned, let quantile = points.lostQuantile { warn(of: quantile, run) }
                if points.waiting >= Self.most { try commit() }
            case .refused(let reason, let message): run.reject(reason, record.line, record, message)
            }
        } catch {
            run.refuse(MetricDatabase.failure(error, path))
        }
    }

    /// Said when it comes, for what was thrown away cannot be added later. A report of a stream keeps nothing.
    private mutating func warn(of quantile: String, _ run: FilterRun) {
        hasWarned = true
        guard commits else { return }
        run.diagnostics.warning(
            "\(quantile) comes without a state, and quantiles cannot be merged to hours and days by themselves; "
                + "weir-aggregate --partial writes states")
    }

    /// What comes next is of another origin.
    package mutating func turn(to origin: String, in run: FilterRun) {
        do { try points.turn(to: origin) } catch { run.refuse(MetricDatabase.failure(error, path)) }
    }

    /// What has come is there for readers as soon as the input pauses.
    package mutating func tick<S: RecordSink & ~Copyable>(now: Int64, in run: FilterRun, into sink: inout S) {
        settle(run)
    }

    package mutating func finish<S: RecordSink & ~Copyable>(in run: FilterRun, into sink: inout S) { settle(run) }

    package var wantsTick: TickWish? { .silence(200) }

    private mutating func settle(_ run: FilterRun) {
        do { try commit() } catch { run.refuse(MetricDatabase.failure(error, path)) }
    }

    private mutating func commit() throws {
        try points.flush()
        try connection.commit()
        points.didCommit()
    }

    // MARK: Marks

    /// What lies behind the mark need not be taken back: it comes again, and replaces what is there.
    package mutating func resume(from receipt: [UInt8]?, in run: FilterRun) throws(Failure) -> [UInt8] {
        let own = try receiptOfStore()
        guard let receipt, receipt != own else { return own }
        throw Failure(
            .inputOutput,
            "\(path): is not the store that was committed to; put that one back, or begin anew with 'weir state reset'")
    }

    package mutating func makeDurable(at mark: UInt64, in run: FilterRun) throws(Failure) -> [UInt8] {
        do { try commit() } catch { throw MetricDatabase.failure(error, path) }
        return try receiptOfStore()
    }

    private func receiptOfStore() throws(Failure) -> [UInt8] {
        do { return Array("weir-store 1 \(try connection.id())".utf8) } catch {
            throw MetricDatabase.failure(error, path)
        }
    }
}
