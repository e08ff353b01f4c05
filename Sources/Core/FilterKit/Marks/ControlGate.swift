import Bytes
import Records

/// Tells the stream's own control records from what only looks like one.
///
/// A stream carries them only if its very first line is a `begin`; every later one must show the nonce of that
/// `begin`. Anything else that looks like one is somebody's log being clever.
package struct ControlGate: Sendable {
    package enum Verdict: Equatable, Sendable {
        case record
        case control(ControlRecord.Kind)
        case forged
    }

    /// The stream's `begin`; nil in a stream without marks.
    package private(set) var stream: ControlRecord?
    /// The control record that was let through last.
    package private(set) var last: ControlRecord?
    /// A line has come: no begin can come any more.
    package private(set) var sawFirstLine = false
    /// The stream announced marks, and its end has not come by.
    package private(set) var isOpen = false

    /// Only standard input can carry control records. What looks like one in a file is part of a log.
    private let isObeying: Bool

    package init(isObeying: Bool = true) { self.isObeying = isObeying }

    /// Eight bytes that no other line begins with: `{"_weir"`.
    private static let prefix: UInt64 = 0x2272_6965_775F_227B

    /// Whether a line may be a control record, or an envelope: their names begin with an underscore, in the third byte.
    @inline(__always) package static func mayBeOurs(_ line: Slice, _ buffer: borrowing ByteBuffer) -> Bool {
        buffer.word(at: line.start) & 0xFF_FFFF == prefix & 0xFF_FFFF
    }

    @inline(__always) package mutating func judge(_ line: Slice, _ record: inout Record) -> Verdict {
        guard line.count > 8, record.store.buffer.word(at: line.start) == Self.prefix else {
            sawFirstLine = true
            return .record
        }
        return judgeControl(line, &record)
    }

    private mutating func judgeControl(_ line: Slice, _ record: inout Record) -> Verdict {
        defer { sawFirstLine = true }
        guard isObeying, (try? record.scan(line)) != nil, let control = ControlRecord(record) else { return .forged }
        switch control.kind {
        case .begin:
            guard stream == nil, !sawFirstLine else { return .forged }
            stream = control
            isOpen = true
        case .mark, .end:
            guard isOpen, let stream, control.nonce == stream.nonce, control.epoch ?? stream.epoch == stream.epoch
            else {
                return .forged
            }
            isOpen = control.kind != .end
        }
        last = control
        return .control(control.kind)
    }
}
