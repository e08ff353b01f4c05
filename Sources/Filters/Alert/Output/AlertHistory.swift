import Bytes
import FilterKit
import Records
import System

/// The file of `--history`: a line for each alert, and one for each program that was run for one, on the disk before anything
/// else is done about it.
final class AlertHistory: Sendable {
    private let monitor: Monitor<SystemError?>
    private let file: Descriptor

    init(path: String) throws(Failure) {
        do throws(SystemError) { file = try Descriptor.open(appending: path) } catch {
            throw Failure(.inputOutput, "--history \(error)")
        }
        monitor = Monitor(nil)
    }

    /// What could not be written, if something could not.
    var failure: SystemError? { monitor.change { $0 } }

    func add(_ line: [UInt8]) {
        monitor.change { failure in
            do throws(SystemError) {
                try file.writeAll(String(decoding: line, as: UTF8.self))
                try file.synchronize()
            } catch {
                // A pipe or a terminal has no disk to be on.
                if error.call != "fsync" { failure = error }
            }
        }
    }

    /// How a program ended: its exit status, or a text where it has none.
    func add(execution program: String, _ fingerprint: [UInt8], status: String) {
        let time = Timestamp(nanoseconds: SystemClock().now).text
        let fingerprint = String(decoding: fingerprint, as: UTF8.self)
        let line =
            "{\"time\":\"\(time)\",\"exec\":\(JSONTree.text(program).json),\"status\":\(status),\"fingerprint\":\"\(fingerprint)\"}\n"
        add(Array(line.utf8))
    }
}
