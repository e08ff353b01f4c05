import Advice
import Bytes
import FilterKit
import Metrics
import Records

/// What the records of a log, or of a sample of it, say when one looks closely.
final class LogProfile {
    private(set) var fields: [FieldProfile] = []
    private(set) var windows = WindowCounts()
    private(set) var probes: [SignalProbe] = []
    private(set) var records = 0
    /// Fields beyond the most that are told apart.
    private(set) var hasMoreFields = false
    /// Bytes of the records as weir-parse would write them.
    private(set) var recordBytes: Int64 = 0

    private var places: [UInt64: Int] = [:]
    private let timeName: FieldName
    let detector: SensitiveData
    let templates: MessageTemplates
    private(set) var requests: RequestEvidence
    let library: AdviceLibrary
    /// Positions of the probes for the format that is read.
    private var active: [Int] = []
    private var activeFormat: String?
    private var written = ByteBuffer(capacity: 1 << 12)

    /// A log of records with more fields is looked at, but not told in full.
    private static let mostFields = 256

    init(_ library: AdviceLibrary, _ record: inout Record) throws(Failure) {
        self.library = library
        timeName = record.name("time")
        guard let detector = try? SensitiveData() else {
            throw Failure(.badConfiguration, "the expressions for personal data do not compile")
        }
        self.detector = detector
        templates = MessageTemplates(detector, &record)
        requests = RequestEvidence(&record)
        for derivation in SignalProbe.standard {
            probes.append(try SignalProbe(derivation.expression, .derivation(derivation), of: nil, &record))
        }
        for program in library.programs + [library.general] {
            if let evidence = program.evidence {
                probes.append(try SignalProbe(evidence, .evidence, of: program, &record))
            }
            for derivation in program.derivations {
                probes.append(try SignalProbe(derivation.expression, .derivation(derivation), of: program, &record))
            }
        }
    }

    /// Another log begins.
    func begin() { activeFormat = nil }

    /// The records that come are of a log of this format.
    /// - Parameter carriesOthers: the format is a transport of other programs' messages.
    func begin(format: String, carriesOthers: Bool, formatsCarried: Set<String>) {
        guard format != activeFormat else { return }
        activeFormat = format
        active = probes.indices.filter { index in
            guard let program = probes[index].program, program.name != library.general.name else { return true }
            return program.formats.contains(format)
                || carriesOthers && !formatsCarried.isDisjoint(with: program.formats)
        }
    }

    func observe(_ record: inout Record) {
        records += 1
        written.removeAll()
        record.write(to: &written)
        recordBytes += Int64(written.count) + 1
        var second: Int64?
        if let position = record.position(of: timeName), record[position].kind.isText,
            let stamp = Timestamp(rfc3339: record.store.buffer, record[position].value)
        {
            windows.add(stamp.seconds)
            second = stamp.seconds
        }
        templates.observe(&record)
        requests.observe(&record, second: second, detector)
        for position in 0..<record.count { observe(record[position], at: position, &record) }
        for index in active { probes[index].observe(&record, second: second) }
    }

    private func observe(_ field: Field, at position: Int, _ record: inout Record) {
        let hash = record.store.buffer.withSpan(field.name) { SeriesHash.hash($0) }
        guard let place = places[hash] ?? add(position, hash, record) else { return }
        fields[place].observe(field, at: position, &record, detector)
    }

    private func add(_ position: Int, _ hash: UInt64, _ record: borrowing Record) -> Int? {
        guard fields.count < Self.mostFields else {
            hasMoreFields = true
            return nil
        }
        fields.append(FieldProfile(name: record.nameText(at: position)))
        places[hash] = fields.count - 1
        return fields.count - 1
    }

    /// Nearly all that has been looked at are warnings or worse: whoever writes such a log writes nothing while all goes well.
    var hasOnlyTrouble: Bool {
        guard records >= 20, let levels = field("level")?.values.ranked else { return false }
        let trouble = levels.filter { ["warn", "error", "fatal"].contains($0.text) }.reduce(0) { $0 + $1.count }
        return trouble * 20 >= records * 19
    }

    func field(_ name: String) -> FieldProfile? { fields.first { $0.name == name } }
}
