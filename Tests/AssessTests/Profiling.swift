import Bytes
import Records

@testable import Assess

/// What is said of fields of records that are given as JSON.
struct Profiling {
    private(set) var fields: [String: FieldProfile] = [:]
    private(set) var records = 0
    private var values: [String: Set<String>] = [:]
    private var counts: [String: Int] = [:]

    init(_ lines: [String]) throws {
        let detector = try SensitiveData()
        for line in lines {
            var record = Record()
            try record.scan(record.store.load(Array(line.utf8)))
            records += 1
            for position in 0..<record.count {
                let name = record.nameText(at: position)
                var field = fields[name] ?? FieldProfile(name: name)
                field.observe(record[position], at: position, &record, detector)
                fields[name] = field
                values[name, default: []].insert(record.store.text(record[position].value))
                if record[position].kind != .null { counts[name, default: 0] += 1 }
            }
        }
    }

    func judgement(of name: String) -> FieldJudgement? {
        fields[name].map {
            FieldJudgement(
                $0, present: counts[name] ?? 0, records: records, distinct: UInt64(values[name]?.count ?? 0))
        }
    }

    func unit(of name: String) -> UnitGuess? { fields[name].flatMap { UnitGuess.guess($0, in: []) } }
}
