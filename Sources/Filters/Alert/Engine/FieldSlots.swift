import Bytes
import Expressions
import Records

/// The fields that the rules look at, each read once for a record, however many rules ask.
///
/// A slot has the number as a double, which decides nearly every comparison: where two doubles differ, the exact numbers
/// differ in the same way. Where they are equal the expression itself is asked.
struct FieldSlots: ~Copyable {
    /// What is in a slot.
    enum Content: UInt8, BitwiseCopyable {
        /// Nothing, or null: no comparison holds.
        case absent
        case number
        /// Text or anything else, which the expression itself must judge.
        case other
    }

    private var names = Slab<FieldName>(capacity: 16)
    private var texts: [String] = []
    private(set) var contents = Slab<Content>(capacity: 16)
    private(set) var numbers = Slab<Double>(capacity: 16)
    /// A bit for each of the first 64 slots whose field is there.
    private(set) var present: UInt64 = 0

    var count: Int { names.count }

    /// The slot of a field.
    mutating func slot(of field: String, _ record: inout Record) -> Int {
        if let known = texts.firstIndex(of: field) { return known }
        texts.append(field)
        names.append(record.name(field))
        contents.append(.absent)
        numbers.append(.nan)
        return texts.count - 1
    }

    /// The bits of fields; 0, which asks for nothing, where one of them is beyond the 64.
    mutating func bits(of fields: [String], _ record: inout Record) -> UInt64 {
        var bits: UInt64 = 0
        for field in fields {
            let slot = slot(of: field, &record)
            guard slot < 64 else { return 0 }
            bits |= 1 << UInt64(slot)
        }
        return bits
    }

    mutating func read(_ record: borrowing Record) {
        present = 0
        for slot in 0..<names.count {
            let content = read(slot, record)
            contents[slot] = content
            if content == .absent { numbers[slot] = .nan }
        }
    }

    @inline(__always) private mutating func read(_ slot: Int, _ record: borrowing Record) -> Content {
        guard let place = record.position(of: names[slot]) else { return .absent }
        if slot < 64 { present |= 1 &<< UInt64(slot) }
        let field = record[place]
        switch field.kind {
        case .integer, .number:
            let number = PlainNumber.read(record.store.buffer, field.value) ?? Self.longNumber(record, field.value)
            numbers[slot] = number
            return number.isFinite ? .number : .other
        case .null: return .absent
        default:
            numbers[slot] = .nan
            return .other
        }
    }

    /// The nearest double to a number of more digits, or with an exponent; none where it has too many.
    private static func longNumber(_ record: borrowing Record, _ slice: Slice) -> Double {
        record.store.buffer.withSpan(slice) { Decimal(parsing: $0)?.doubleValue } ?? .nan
    }
}

/// Numbers of up to 15 digits as doubles, the nearest ones: both the digits and the power of ten are exact, and one division is
/// rounded once (Clinger, "How to read floating point numbers accurately", 1990).
enum PlainNumber {
    /// Nil for what has an exponent or more digits.
    static func read(_ buffer: borrowing ByteBuffer, _ slice: Slice) -> Double? {
        var position = slice.start
        let end = slice.end
        let isNegative = position < end && buffer[position] == 0x2D
        if isNegative { position &+= 1 }
        guard end &- position <= 16 else { return nil }
        var digits: Int64 = 0
        var places = 0
        var isBehind = false
        var count = 0
        while position < end {
            let byte = buffer[position]
            if byte == 0x2E {
                isBehind = true
            } else {
                guard byte &- 0x30 < 10 else { return nil }
                digits = digits &* 10 &+ Int64(byte &- 0x30)
                count &+= 1
                if isBehind { places &+= 1 }
            }
            position &+= 1
        }
        guard count <= 15 else { return nil }
        let value = places == 0 ? Double(digits) : Double(digits) / Self.power(places)
        return isNegative ? -value : value
    }

    @inline(__always) private static func power(_ places: Int) -> Double {
        switch places {
        case 1: 1e1
        case 2: 1e2
        case 3: 1e3
        case 4: 1e4
        case 5: 1e5
        case 6: 1e6
        case 7: 1e7
        case 8: 1e8
        case 9: 1e9
        case 10: 1e10
        case 11: 1e11
        case 12: 1e12
        case 13: 1e13
        case 14: 1e14
        default: 1e15
        }
    }
}
