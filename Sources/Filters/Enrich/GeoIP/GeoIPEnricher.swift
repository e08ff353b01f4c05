import Bytes
import FilterKit
import GeoIP
import Records

/// Adds what a MaxMind database knows of an address. Logs have the same addresses again and again, so the answers of the
/// last few thousand are kept, and what an entry says is read once, however many networks it is for.
final class GeoIPEnricher: Enricher {
    private var database: GeoIPDatabase
    private var file: WatchedFile
    private let field: FieldName
    private let names: [FieldName]

    /// The texts of values, ready to be copied.
    private var texts = ByteBuffer(capacity: 1 << 12)
    private var values = Slab<Answer>(capacity: 64)
    private var entries: [UInt32: Range<Int>] = [:]
    private var recent = [Recent](repeating: Recent(), count: slots)
    private var damage: String?
    private var damagedLookUps = 0

    private static let slots = 1 << 12
    /// Bytes of texts that are kept before all are forgotten.
    private static let mostTexts = 16 << 20

    /// One field of an entry.
    private struct Answer: BitwiseCopyable {
        let name: Int
        let text: Slice
        let kind: Field.Kind
    }

    /// An address, and which of `values` are its.
    private struct Recent {
        var address: IPAddress?
        var first = 0
        var end = 0
    }

    init(_ database: GeoIPDatabase, at path: String, field: String, _ record: inout Record) {
        self.database = database
        file = WatchedFile(path)
        self.field = record.name(field)
        let prefix = field == GeoIPOption.usualField ? "" : field + "_"
        var names: [FieldName] = []
        for field in GeoIPField.all { names.append(record.name(prefix + field.name)) }
        self.names = names
    }

    func enrich(_ record: inout Record, in run: FilterRun) -> Bool {
        guard let text = record.textInput(of: field), let address = IPAddress(record.store.buffer, text) else {
            return true
        }
        let slot = Int(truncatingIfNeeded: (address.high ^ address.low &* 0x9E37_79B9_7F4A_7C15) &>> 52)
        if recent[slot].address != address { recent[slot] = lookUp(address, in: run) }
        for index in recent[slot].first..<recent[slot].end {
            let answer = values[index]
            let start = record.store.buffer.count
            record.store.buffer.append(texts, answer.text)
            record.set(names[answer.name], Slice(from: start, to: record.store.buffer.count), answer.kind)
        }
        return true
    }

    // MARK: Looking up

    private func lookUp(_ address: IPAddress, in run: FilterRun) -> Recent {
        do throws(GeoIPError) {
            guard let entry = try database.entry(of: address) else { return Recent(address: address) }
            if let known = entries[entry] {
                return Recent(address: address, first: known.lowerBound, end: known.upperBound)
            }
            if texts.count > Self.mostTexts { forget() }
            let first = values.count
            for (index, field) in GeoIPField.all.enumerated() {
                if let value = try database.value(of: entry, at: field.path) { keep(value, of: index) }
            }
            entries[entry] = first..<values.count
            return Recent(address: address, first: first, end: values.count)
        } catch {
            if damagedLookUps == 0 { run.diagnostics.error("--geoip \(file.path): \(error)") }
            damage = error.description
            damagedLookUps += 1
            // What cannot be read is not known; the status says that something was wrong.
            run.hasFailedActions = true
            return Recent()
        }
    }

    private func keep(_ value: GeoIPDatabase.Value, of name: Int) {
        let start = texts.count
        let kind: Field.Kind
        switch value {
        case .text(let text):
            texts.append(text)
            kind = .text
        case .integer(let number):
            texts.append(integer: number)
            kind = .integer
        case .double(let number):
            guard DoubleText.write(number, { texts.append($0) }) else { return }
            kind = .number
        case .flag(let flag):
            texts.append(flag ? "true" as StaticString : "false")
            kind = flag ? .true : .false
        }
        values.append(Answer(name: name, text: Slice(from: start, to: texts.count), kind: kind))
    }

    private func forget() {
        texts.removeAll()
        values.removeAll()
        entries.removeAll()
        recent = [Recent](repeating: Recent(), count: Self.slots)
    }

    // MARK: A new database

    var looksAtFiles: Bool { true }

    func look(in run: FilterRun) {
        guard file.hasChanged() else { return }
        do throws(GeoIPError) {
            database = try GeoIPDatabase(file.path)
            forget()
            run.diagnostics.note("--geoip \(file.path): has changed and was read again")
        } catch {
            run.diagnostics.warning("--geoip \(error); the one before stays in use")
        }
    }

    func finish(in run: FilterRun) {
        if let damage {
            run.diagnostics.warning("--geoip \(file.path): \(damagedLookUps) addresses not looked up: \(damage)")
        }
    }
}
