import Bytes
import FilterKit
import Records

/// Hides personal data and secrets in the texts of a record: in strings, also within objects and lists, in names within those, and
/// in whole numbers that are long enough for a card's.
///
/// Fails closed: a record that could not be looked through is dropped, and never written anywhere.
final class RedactEnricher: Enricher {
    private let redactor: Redactor
    /// Empty: all fields.
    private let fields: [FieldName]
    private var json = ByteBuffer(capacity: 1 << 10)
    private var text = ByteBuffer(capacity: 1 << 10)
    /// Whether a field of the name holds a secret, by the name's hash.
    private var secretNames: [UInt64: Bool] = [:]
    private var failures = 0

    private static let leastDigits = 13
    private static let mostNames = 4096

    init(_ redactor: Redactor, fields: [FieldName]) {
        self.redactor = redactor
        self.fields = fields
    }

    func enrich(_ record: inout Record, in run: FilterRun) -> Bool {
        var position = record.count - 1
        while position >= 0 {
            let isWanted = fields.isEmpty || fields.contains { record.isNamed($0, at: position) }
            switch isWanted ? redact(&record, at: position) : .unchanged {
            case .unchanged: break
            case .changed: break
            case .dropped: record.remove(at: position)
            case .failed: return drop(in: run)
            }
            position -= 1
        }
        return true
    }

    private func drop(in run: FilterRun) -> Bool {
        run.ledger.drop(.notRedacted)
        failures += 1
        if failures == 1 {
            run.diagnostics.warning("\(run.origin.place): a pattern of --redact-pattern gave up; the record is dropped")
        }
        return false
    }

    private func redact(_ record: inout Record, at position: Int) -> Redactor.Outcome {
        let field = record[position]
        let outcome: Redactor.Outcome
        switch field.kind {
        case .true, .false, .null: return .unchanged
        case .integer, .number:
            if isSecret(record, field.name) {
                outcome = redactor.redactWhole(record.store.buffer, field.value)
            } else {
                guard field.value.count >= Self.leastDigits else { return .unchanged }
                outcome = redactor.redact(record.store.buffer, field.value)
            }
        case .string, .text, .escapedString:
            guard case .text(let plain) = record.value(at: position) else { return .failed }
            guard !plain.isEmpty else { return .unchanged }
            outcome =
                isSecret(record, field.name)
                ? redactor.redactWhole(record.store.buffer, plain) : redactor.redact(record.store.buffer, plain)
        case .object, .array:
            if isSecret(record, field.name) {
                outcome = redactor.redactWhole(record.store.buffer, field.value)
            } else {
                let outcome = redactJSON(record.store.buffer, field.value)
                if outcome == .changed { put(json, &record, at: position, field.kind) }
                return outcome
            }
        }
        if outcome == .changed { put(redactor.output, &record, at: position, .text) }
        return outcome
    }

    private func put(_ text: borrowing ByteBuffer, _ record: inout Record, at position: Int, _ kind: Field.Kind) {
        let start = record.store.buffer.count
        record.store.buffer.append(text, Slice(start: 0, count: text.count))
        record.replace(at: position, Slice(from: start, to: record.store.buffer.count), kind)
    }

    private func isSecret(_ record: borrowing Record, _ name: Slice) -> Bool {
        guard redactor.hidesPasswords else { return false }
        let hash = TextHash.hash(record.store.buffer, name)
        if let known = secretNames[hash] { return known }
        if secretNames.count >= Self.mostNames { secretNames.removeAll() }
        let isSecret = Detector.isSecretName(record.store.buffer, name)
        secretNames[hash] = isSecret
        return isSecret
    }

    // MARK: Texts within objects and lists

    /// Goes through JSON text, which has been checked, from string to string; what it becomes is put into `json`.
    private func redactJSON(_ buffer: borrowing ByteBuffer, _ value: Slice) -> Redactor.Outcome {
        json.removeAll()
        var rest = value.start
        var position = value.start
        var hasChanged = false
        /// The string before was the name of a secret, and its value comes.
        var isSecret = false
        while position < value.end {
            let byte = buffer[position]
            let isNumber = ByteClass.isDigit(byte) || byte == 0x2D
            guard byte == 0x22 || isNumber else {
                if byte == 0x7B || byte == 0x5B || byte == 0x2C { isSecret = false }
                position += 1
                continue
            }
            let start = position
            var inside = Slice.empty
            if isNumber {
                while position < value.end, ByteClass.isWord(buffer[position]) || "+-.".utf8.contains(buffer[position])
                { position += 1 }
                inside = Slice(from: start, to: position)
            } else {
                position += 1
                while buffer[position] != 0x22 { position += buffer[position] == 0x5C ? 2 : 1 }
                inside = Slice(from: start + 1, to: position)
                position += 1
            }
            text.removeAll()
            text.append(unescaping: buffer, inside)
            let whole = Slice(start: 0, count: text.count)
            let outcome: Redactor.Outcome =
                text.count == 0 || isNumber && !isSecret && text.count < Self.leastDigits
                ? .unchanged : isSecret ? redactor.redactWhole(text, whole) : redactor.redact(text, whole)
            let isName = buffer[skippingSpace(buffer, position, value.end)] == 0x3A
            isSecret = !isNumber && isName && redactor.hidesPasswords && Detector.isSecretName(text, whole)
            switch outcome {
            case .unchanged: continue
            case .dropped, .failed: return outcome
            case .changed:
                hasChanged = true
                json.append(buffer, Slice(from: rest, to: start))
                json.append(0x22)
                json.append(escaping: redactor.output, Slice(start: 0, count: redactor.output.count))
                json.append(0x22)
                rest = position
            }
        }
        guard hasChanged else { return .unchanged }
        json.append(buffer, Slice(from: rest, to: value.end))
        return .changed
    }

    private func skippingSpace(_ buffer: borrowing ByteBuffer, _ position: Int, _ end: Int) -> Int {
        var position = position
        while position < end - 1, buffer[position] <= 0x20 { position += 1 }
        return min(position, end - 1)
    }

    // MARK: The end

    func finish(in run: FilterRun) {
        run.ledger.redacted = redactor.counts
        if failures > 0 {
            run.diagnostics.warning("\(failures) records dropped, because they could not be redacted")
        }
    }
}
