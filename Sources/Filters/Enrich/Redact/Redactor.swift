import Bytes
import Hashing
import Records
import Regex

/// Writes texts anew without what is to be hidden in them, and counts by kind what that was.
///
/// One value belongs to one thread. What could not be looked through to the end is never given out.
final class Redactor {
    /// A pattern of the user's.
    struct Pattern {
        let name: String
        let expression: CompiledPattern
        let mode: RedactionMode
    }

    enum Outcome { case unchanged, changed, dropped, failed }

    private let detector: Detector
    private let hasKinds: Bool
    private let modes: [SensitiveKind: RedactionMode]
    private let patterns: [Pattern]
    private let key: HMAC?
    let hidesPasswords: Bool
    private(set) var counts: [String: Int] = [:]

    /// The last text without what was hidden, where it was changed.
    private(set) var output = ByteBuffer(capacity: 1 << 10)
    private var input = ByteBuffer(capacity: 1 << 10)
    private var value = ByteBuffer(capacity: 256)

    /// - Parameter key: for pseudonyms; needed where a mode is `hash`.
    init(_ kinds: [SensitiveKind: RedactionMode], _ patterns: [Pattern], key: HMAC?) {
        detector = Detector(Set(kinds.keys))
        hasKinds = !kinds.isEmpty
        hidesPasswords = kinds[.password] != nil
        modes = kinds
        self.patterns = patterns
        self.key = key
    }

    /// Looks through a text. If it is changed, `output` has the new one.
    func redact(_ buffer: borrowing ByteBuffer, _ text: Slice) -> Outcome {
        var outcome = hasKinds ? hideKinds(buffer, text) : .unchanged
        if outcome == .dropped || patterns.isEmpty { return outcome }
        if outcome == .unchanged {
            output.removeAll()
            output.append(buffer, text)
        }
        for pattern in patterns {
            swap(&input, &output)
            switch hide(pattern) {
            case .changed: outcome = .changed
            case .unchanged: swap(&input, &output)
            case .dropped: return .dropped
            case .failed: return .failed
            }
        }
        return outcome
    }

    /// The whole of a value is a secret, whatever it looks like.
    func redactWhole(_ buffer: borrowing ByteBuffer, _ text: Slice) -> Outcome {
        output.removeAll()
        let mode = modes[.password] ?? .mask
        count(SensitiveKind.password.rawValue)
        if mode == .drop { return .dropped }
        replace(buffer, text, SensitiveKind.password.rawValue, kind: .password, mode)
        return .changed
    }

    private func hideKinds(_ buffer: borrowing ByteBuffer, _ text: Slice) -> Outcome {
        guard var finding = detector.next(buffer, in: text, from: text.start) else { return .unchanged }
        output.removeAll()
        var rest = text.start
        while true {
            let mode = modes[finding.kind] ?? .mask
            count(finding.kind.rawValue)
            if mode == .drop { return .dropped }
            output.append(buffer, Slice(from: rest, to: finding.start))
            replace(
                buffer, Slice(from: finding.start, to: finding.end), finding.kind.rawValue, kind: finding.kind, mode)
            rest = finding.end
            guard let next = detector.next(buffer, in: text, from: rest) else { break }
            finding = next
        }
        output.append(buffer, Slice(from: rest, to: text.end))
        return .changed
    }

    /// From `input` to `output`.
    private func hide(_ pattern: Pattern) -> Outcome {
        output.removeAll()
        var rest = 0
        var from = 0
        var hasChanged = false
        search: while from <= input.count {
            switch pattern.expression.nextMatch(in: input, Slice(start: 0, count: input.count), from: from) {
            case .noMatch:
                output.append(input, Slice(from: rest, to: input.count))
                return hasChanged ? .changed : .unchanged
            case .failed: return .failed
            case .matched:
                guard let match = pattern.expression.capture(0) else { return .failed }
                // A match of nothing hides nothing.
                if match.isEmpty {
                    guard match.end < input.count else { break search }
                    from = match.end + max(1, input.utf8Length(at: match.end, end: input.count))
                    continue
                }
                hasChanged = true
                count(pattern.name)
                if pattern.mode == .drop { return .dropped }
                output.append(input, Slice(from: rest, to: match.start))
                replace(input, match, pattern.name, kind: nil, pattern.mode)
                rest = match.end
                from = match.end
            }
        }
        output.append(input, Slice(from: rest, to: input.count))
        return hasChanged ? .changed : .unchanged
    }

    private func count(_ name: String) { counts[name, default: 0] += 1 }

    // MARK: What is put there

    private func replace(
        _ buffer: borrowing ByteBuffer, _ text: Slice, _ name: String, kind: SensitiveKind?, _ mode: RedactionMode
    ) {
        if mode == .truncate, kind == .ip, let address = IPAddress(buffer, text) { return append(networkOf: address) }
        output.append(0x5B)
        output.append(name)
        if mode == .hash, let key {
            value.removeAll()
            normalise(buffer, text, kind)
            output.append(0x23)
            key.digest(value, Slice(start: 0, count: value.count)).append(hexTo: &output, count: 8)
        }
        output.append(0x5D)
    }

    /// The same person writes in capitals or not, a number with blanks or without: one pseudonym.
    private func normalise(_ buffer: borrowing ByteBuffer, _ text: Slice, _ kind: SensitiveKind?) {
        for position in text.start..<text.end {
            let byte = buffer[position]
            switch kind {
            case .email, .ip, .uuid: value.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
            case .card, .iban, .phone:
                if ByteClass.isWord(byte) || byte == 0x2B { value.append(byte &- 0x61 < 26 ? byte & 0xDF : byte) }
            case .token, .password, nil: value.append(byte)
            }
        }
    }

    /// `192.0.2.0` of 24 bits, `2001:db8:1::` of 48.
    private func append(networkOf address: IPAddress) {
        if address.isV4 {
            for shift: UInt64 in [24, 16, 8] {
                output.append(integer: Int64(address.low >> shift & 0xFF))
                output.append(0x2E)
            }
            return output.append(0x30)
        }
        let groups = [48, 32, 16].map { UInt16(truncatingIfNeeded: address.high >> UInt64($0)) }
        for index in 0..<(groups.lastIndex { $0 != 0 } ?? -1) + 1 {
            output.append(String(groups[index], radix: 16))
            if index < 2, groups[(index + 1)...].contains(where: { $0 != 0 }) { output.append(0x3A) }
        }
        output.append("::" as StaticString)
    }
}
