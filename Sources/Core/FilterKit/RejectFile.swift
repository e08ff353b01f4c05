import Bytes
import Records
import System

/// A line that was not understood, as `--rejects` keeps it (weir-record(5)).
struct Reject {
    let line: Slice
    let origin: Origin
    let reason: DropReason
    let pattern: String?
    let detail: RejectDetail?
}

/// What the reason of a reject is about.
package enum RejectDetail: Equatable, Sendable {
    /// The byte of the line at which it could not be read any more, from 0.
    case position(Int)
    /// The field whose text is not what it should be.
    case field(String)
    /// Bytes of the line, of which only the beginning was kept.
    case length(Int)
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
        switch reject.detail {
        case nil: break
        case .position(let position): member("position", position)
        case .field(let name): member("field", name)
        case .length(let length): member("length", length)
        }
        writer.buffer.append("}")
        writer.endLine()
    }

    private mutating func member(_ name: StaticString, _ value: Int) {
        writer.buffer.append(",\"")
        writer.buffer.append(name)
        writer.buffer.append("\":")
        writer.buffer.append(integer: Int64(value))
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
