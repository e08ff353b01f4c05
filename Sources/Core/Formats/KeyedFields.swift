import Bytes
import Records

/// What is made of the keys that a JSON or logfmt line brings itself: standard names for the usual ones, the time in
/// UTC, the level in weir's six words, and `log.…` for keys that weir keeps for itself.
struct KeyedFields {
    private struct Target {
        let name: FieldName
        let sources: [FieldName]
    }

    private let targets: [Target]
    private let required: [FieldName]
    private let time: FieldName
    private let level: FieldName
    private let reserved: [(key: FieldName, replacement: FieldName)]

    init(_ format: LogFormat, _ record: inout Record) {
        var order: [String] = []
        var sources: [String: [FieldName]] = [:]
        for (from, to) in format.rename where from != to {
            if sources[to] == nil { order.append(to) }
            sources[to, default: []].append(record.name(from))
        }
        var targets: [Target] = []
        for name in order { targets.append(Target(name: record.name(name), sources: sources[name] ?? [])) }
        self.targets = targets
        var required: [FieldName] = []
        for key in format.requiredKeys { required.append(record.name(key)) }
        self.required = required
        time = record.name("time")
        level = record.name("level")
        var reserved: [(FieldName, FieldName)] = []
        for key in ReservedKey.all { reserved.append((record.name(key), record.name("log.\(key)"))) }
        self.reserved = reserved
    }

    /// The record has all keys that tell this format from others of its kind.
    func isComplete(_ record: borrowing Record) -> Bool {
        for name in required where record.position(of: name) == nil { return false }
        return true
    }

    /// Works on the fields in their places. A time or level that cannot be read stays as it was: another program's
    /// `time` may well be a duration.
    func normalize(_ record: inout Record, _ meaning: FieldMeaning, _ context: inout TimeContext) {
        freeReservedKeys(&record)
        for target in targets where record.position(of: target.name) == nil {
            for source in target.sources {
                if let position = record.position(of: source) {
                    record.rename(at: position, to: target.name)
                    break
                }
            }
        }
        normalizeTime(&record, meaning, &context)
        normalizeLevel(&record, meaning)
    }

    private func freeReservedKeys(_ record: inout Record) {
        for position in 0..<record.count where record.store[record[position].name.start] == 0x5F {
            for (key, replacement) in reserved where record.isNamed(key, at: position) {
                record.rename(at: position, to: replacement)
            }
        }
    }

    private func normalizeTime(_ record: inout Record, _ meaning: FieldMeaning, _ context: inout TimeContext) {
        guard let position = record.position(of: time), let slice = record.plainText(at: position),
            let text = meaning.time(slice, &record, &context)
        else { return }
        let isSame = record[position].kind == .string && record.store.buffer.equal(slice, text)
        if !isSame { record.replace(at: position, text, .string) }
    }

    private func normalizeLevel(_ record: inout Record, _ meaning: FieldMeaning) {
        guard let position = record.position(of: level), let slice = record.plainText(at: position),
            let word = meaning.level(slice, record)
        else { return }
        let isSame = record[position].kind == .string && record.store.buffer.equal(slice, word)
        if !isSame { record.replace(at: position, word, .string) }
    }
}

extension Record {
    /// The text of a string or number that needs no unescaping; nil for anything else.
    fileprivate func plainText(at position: Int) -> Slice? {
        let field = self[position]
        return field.kind.isNumber || field.kind == .string || field.kind == .text ? field.value : nil
    }
}
