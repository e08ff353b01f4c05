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

    private var answers = Answers()
    private var entries: [UInt32: Answers.Run] = [:]
    private var recent = [Recent](repeating: Recent(), count: slots)
    private var damage: String?
    private var damagedLookUps = 0

    private static let slots = 1 << 12
    /// Bytes of texts that are kept before all are forgotten.
    private static let mostTexts = 16 << 20

    private struct Recent {
        var address: IPAddress?
        var answer = Answers.Run()
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
        answers.put(recent[slot].answer, named: names, into: &record)
        return true
    }

    // MARK: Looking up

    private func lookUp(_ address: IPAddress, in run: FilterRun) -> Recent {
        do throws(GeoIPError) {
            guard let entry = try database.entry(of: address) else { return Recent(address: address) }
            if let known = entries[entry] { return Recent(address: address, answer: known) }
            if answers.size > Self.mostTexts { forget() }
            let first = answers.count
            for (index, field) in GeoIPField.all.enumerated() {
                if let value = try database.value(of: entry, at: field.path) { keep(value, of: index) }
            }
            let answer = Answers.Run(first: first, end: answers.count)
            entries[entry] = answer
            return Recent(address: address, answer: answer)
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
        switch value {
        case .text(let text): answers.append(name, .text) { $0.append(text) }
        case .integer(let number): answers.append(name, .integer) { $0.append(integer: number) }
        case .double(let number):
            guard number.isFinite else { return }
            answers.append(name, .number) { texts in _ = DoubleText.write(number) { texts.append($0) } }
        case .flag(let flag):
            answers.append(name, flag ? .true : .false) { $0.append(flag ? "true" as StaticString : "false") }
        }
    }

    private func forget() {
        answers.removeAll()
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
