import Bytes
import Metrics
import Records

/// What the records that were looked at say about one field. How many values it has is counted in all of them (`FieldCount`).
struct FieldProfile {
    let name: String
    /// Records that have it, with a value that is not null.
    private(set) var present = 0
    private(set) var kinds = KindCounts()
    private(set) var numbers = ExponentialHistogram()
    private(set) var texts = TextShapes()
    /// The values and how often each came, while they are few.
    private(set) var values = FewValues()
    private(set) var sensitive = SensitiveCounts()

    init(name: String) { self.name = name }

    mutating func observe(_ field: Field, at position: Int, _ record: inout Record, _ detector: SensitiveData) {
        guard field.kind != .null else { return }
        present += 1
        kinds.count(field.kind)
        let hash = record.store.buffer.withSpan(field.value) { SeriesHash.hash($0) }
        let known = values.count(hash, field.value, record)
        if field.kind.isNumber {
            if let number = Self.double(record.value(at: position)) { numbers.observe(number) }
        } else if field.kind.isText || field.kind == .object || field.kind == .array {
            texts.observe(field.value, record)
            // A value that came before is not searched again.
            let found = known?.sensitive ?? detector.kinds(in: field.value, of: name, record)
            sensitive.add(found)
            if known != nil, found.isEmpty == false || known?.sensitive == nil { values.note(found, for: hash) }
        }
    }

    private static func double(_ value: Value) -> Double? {
        switch value {
        case .integer(let number): Double(number)
        case .decimal(let number): number.doubleValue
        case .double(let number): number
        default: nil
        }
    }
}

/// Values by the kind they have in JSON.
struct KindCounts {
    var text = 0
    var integer = 0
    var number = 0
    var boolean = 0
    var object = 0
    var array = 0

    mutating func count(_ kind: Field.Kind) {
        switch kind {
        case .string, .escapedString, .text: text += 1
        case .integer: integer += 1
        case .number: number += 1
        case .true, .false: boolean += 1
        case .object: object += 1
        case .array: array += 1
        case .null: break
        }
    }

    var numeric: Int { integer + number }

    /// What it is called: the kind of all values, or `mixed`.
    var name: String {
        let all = text + numeric + boolean + object + array
        if all == 0 { return "null" }
        if integer == all { return "integer" }
        if numeric == all { return "number" }
        if text == all { return "string" }
        if boolean == all { return "boolean" }
        if object == all { return "object" }
        return array == all ? "array" : "mixed"
    }
}
