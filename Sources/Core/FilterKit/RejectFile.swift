import Bytes
import Records
import System

/// A line that was not understood, as `--rejects` keeps it (weir-record(5)).
struct Reject {
    let line: Slice
    let origin: Origin
    let reason: DropReason
    let pattern: String?
    /// Bytes of the line where `line` is only its beginning.
    let trueLength: Int?
}

/// The file of rejects: records again, so that they can be looked at with the same filters.
struct RejectFile: ~Copyable {
    private var writer: LineWriter
    private let stage: String

    init(path: String, stage: String) throws(Failure) {
        do throws(SystemError) { writer = LineWriter(try .open(appending: path)) } catch {
            throw Failure(.inputOutput, "--rejects \(error)")
        }
        self.stage = stage
    }

    var failure: SystemError? { writer.failure }

    mutating func write(_ reject: Reject, _ record: borrowing Record) {
        writer.buffer.append("{\"_raw\":\"")
        let isUTF8 = writer.buffer.append(escaping: record.store.buffer, reject.line)
        writer.buffer.append("\"")
        if !isUTF8 {
            writer.buffer.append(",\"_raw64\":\"")
            writer.buffer.append(base64: record.store.buffer, reject.line)
            writer.buffer.append("\"")
        }
        member("_file", PathText.shown(reject.origin.source))
        writer.buffer.append(",\"_offset\":")
        writer.buffer.append(integer: reject.origin.offset)
        member("stage", stage)
        member("reason", reject.reason.rawValue)
        if let pattern = reject.pattern { member("pattern", pattern) }
        if let length = reject.trueLength {
            writer.buffer.append(",\"length\":")
            writer.buffer.append(integer: Int64(length))
        }
        writer.buffer.append("}")
        writer.endLine()
    }

    private mutating func member(_ name: StaticString, _ value: String) {
        writer.buffer.append(",\"")
        writer.buffer.append(name)
        writer.buffer.append("\":\"")
        writer.buffer.append(escaping: value)
        writer.buffer.append("\"")
    }

    mutating func flush() { writer.flush() }
}
