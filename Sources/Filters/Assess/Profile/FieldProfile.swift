import Bytes
import Metrics
import Records

/// What the records read say about one field.
struct FieldProfile {
    let name: String
    /// Records that have it, with a value that is not null.
    private(set) var present = 0
    private(set) var kinds = KindCounts()
    /// Values in the chunks with even and odd numbers: how much the two have in common tells how many more there will be in
    /// what was not read.
    private(set) var halves = (DistinctState(), DistinctState())
    private(set) var numbers = ExponentialHistogram()
    private(set) var texts = TextShapes()
    /// The values and how often each came, while they are few.
    private(set) var values = FewValues()
    private(set) var sensitive = SensitiveCounts()

    init(name: String) { self.name = name }

    /// - Parameter half: 0 or 1, by the chunk's number.
    mutating func observe(
        _ field: Field, at position: Int, _ record: inout Record, half: Int, _ detector: SensitiveData
    ) {
        guard field.kind != .null else { return }
        present += 1
        kinds.count(field.kind)
        let hash = record.store.buffer.withSpan(field.value) { SeriesHash.hash($0) }
        if half == 0 { halves.0.insert(hash) } else { halves.1.insert(hash) }
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

    /// Different values in what was read.
    var distinctRead: UInt64 { union.estimate }

    private var union: DistinctState {
        var all = halves.0
        all.merge(halves.1)
        return all
    }

    /// Different values in the whole log, if a part of it was read: the two halves of the sample show how their number grows
    /// with what is read (Heaps' law), and that growth is carried on. A set that is read out does not grow any more.
    /// - Parameter factor: size of the log, in terms of what was read.
    func distinct(timesRead factor: Double) -> UInt64 {
        let whole = Double(union.estimate)
        let half = Double(halves.0.estimate + halves.1.estimate) / 2
        guard factor > 1, half > 0, whole > half else { return UInt64(whole) }
        // Below a growth of 2 % per doubling the sketch's own error is most of it.
        let exponent = Self.log2(whole / half)
        guard exponent > 0.03 else { return UInt64(whole) }
        var estimate = whole
        var rest = factor
        while rest >= 2 {
            estimate *= whole / half
            rest /= 2
        }
        estimate *= 1 + (whole / half - 1) * (rest - 1)
        return UInt64(min(estimate, Double(present) * factor))
    }

    /// Near enough for an exponent: the number's own, and a line between powers of two.
    private static func log2(_ value: Double) -> Double {
        let exponent = Double(value.exponent)
        return exponent + (value.significand - 1)
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
