import Bytes
import FilterKit
import Records
import System

/// Records whose windows had all left: kept in a file as they came, if there is one, and said once when there are too
/// many of them to be an accident.
final class LateRecords {
    private var count = 0
    private var writer: LineWriter?

    /// - Parameter path: of a file that they are appended to.
    init(path: String?) throws(Failure) {
        guard let path else { return }
        do throws(SystemError) { writer = LineWriter(try .open(appending: path)) } catch {
            throw Failure(.inputOutput, "--late \(error)")
        }
    }

    func add(_ record: borrowing Record, _ run: FilterRun) {
        count += 1
        run.ledger.drop(.late)
        guard var open = writer.take() else { return }
        record.write(to: &open.buffer)
        open.endLine()
        writer = consume open
    }

    func flush() { writer?.flush() }

    /// - Parameter run: what was taken in all is in its ledger.
    func close(_ run: FilterRun) {
        writer?.flush()
        if let failure = writer?.failure {
            run.diagnostics.error("--late: \(failure.reason)")
            run.hasFailedActions = true
        }
        guard count > 0, count * 100 > run.ledger.taken else { return }
        run.diagnostics.warning(
            "\(count) of \(run.ledger.taken) records came after their window had closed; a longer --lateness takes them in, and "
                + "'weir-tail --once LOG* |' reads rotated files in the order of their times"
        )
    }
}
