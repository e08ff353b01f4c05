import Bytes
import Records

/// The lines that weir puts between records when a checkpoint was asked for: `{"_weir":"mark",…}`.
///
/// A stream carries them only if its very first line is a `begin`; every later one must show the nonce of that
/// `begin`. Anything else that looks like one is somebody's log being clever.
package struct ControlGate: Sendable {
    package enum Verdict: Equatable, Sendable {
        case record
        case control(Kind)
        case forged
    }

    package enum Kind: String, Sendable { case begin, mark, end }

    private var nonce: [UInt8]?
    private var sawFirstLine = false
    /// The stream announced marks, and its end has not come by.
    package private(set) var isOpen = false

    /// Only standard input can carry control records. What looks like one in a file is part of a log.
    private let isObeying: Bool

    package init(isObeying: Bool = true) { self.isObeying = isObeying }

    /// Eight bytes that no other line begins with: `{"_weir"`.
    private static let prefix: UInt64 = 0x2272_6965_775F_227B

    @inline(__always) package mutating func judge(_ line: Slice, _ record: inout Record) -> Verdict {
        guard line.count > 8, record.store.buffer.word(at: line.start) == Self.prefix else {
            sawFirstLine = true
            return .record
        }
        return judgeControl(line, &record)
    }

    private mutating func judgeControl(_ line: Slice, _ record: inout Record) -> Verdict {
        defer { sawFirstLine = true }
        guard isObeying, (try? record.scan(line)) != nil, record.count > 0, record[0].kind == .string,
            let kind = Kind(rawValue: record.store.text(record[0].value)), let shown = Self.nonce(of: record)
        else { return .forged }
        switch (kind, nonce) {
        case (.begin, nil) where !sawFirstLine:
            nonce = shown
            isOpen = true
        case (.mark, shown), (.end, shown):
            guard isOpen else { return .forged }
            isOpen = kind != .end
        default: return .forged
        }
        return .control(kind)
    }

    private static func nonce(of record: borrowing Record) -> [UInt8]? {
        for position in 0..<record.count where record.nameText(at: position) == "nonce" {
            let field = record[position]
            guard field.kind == .string, field.value.count >= 16 else { return nil }
            return record.store.buffer.copy(field.value)
        }
        return nil
    }
}
