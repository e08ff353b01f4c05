import Bytes
import Records

/// Finds the labels of a metric record: the fields that `_by` names, or without it the text fields but time and window.
///
/// Their JSON object is the key of the series. A record whose `_by` is that of the record before costs no more than the
/// copying; nothing is allocated for it.
struct LabelReader: ~Copyable {
    private let by, time, window, labels, name: FieldName
    /// The fields that a rule says are the labels.
    private let chosen: [FieldName]?
    private var key = ByteBuffer(capacity: 512)

    // The last `_by`, and the names in it.
    private var lastBy = ByteBuffer(capacity: 256)
    private var names = ByteBuffer(capacity: 256)
    private var named = Slab<Slice>(capacity: 8)
    private var isKnown = false

    init(by chosen: [String]?, _ record: inout Record) {
        by = record.name("_by")
        time = record.name("time")
        window = record.name("window")
        labels = record.name("labels")
        name = record.name("name")
        var names: [FieldName]?
        if let chosen {
            names = []
            for field in chosen { names?.append(record.name(field)) }
        }
        self.chosen = names
    }

    /// Reads the labels of a record; `withKey` gives them.
    mutating func read(_ record: borrowing Record) {
        key.removeAll()
        key.append(0x7B)
        if let chosen {
            for name in chosen {
                if let position = record.position(of: name), record[position].kind != .null { append(position, record) }
            }
        } else if let position = record.position(of: labels), record[position].kind == .object {
            appendLabels(position, record)
        } else if let position = record.position(of: by), record[position].kind == .array {
            learn(record.store.buffer, record[position].value)
            for position in 0..<record.count where isNamed(record, position) { append(position, record) }
        } else {
            for position in 0..<record.count
            where record[position].kind.isText && !record.isNamed(time, at: position)
                && !record.isNamed(window, at: position)
            {
                append(position, record)
            }
        }
        key.append(0x7D)
    }

    private mutating func append(_ position: Int, _ record: borrowing Record) {
        if key.count > 1 { key.append(0x2C) }
        key.append(0x22)
        key.append(record.store.buffer, record[position].name)
        key.append("\":" as StaticString)
        record.writeValue(at: position, to: &key)
    }

    /// A record of one metric (`weir-aggregate --metrics`) has its labels in an object; its name tells it from the others.
    private mutating func appendLabels(_ position: Int, _ record: borrowing Record) {
        let object = record[position].value
        key.append(record.store.buffer, Slice(from: object.start + 1, to: object.end - 1))
        if let position = record.position(of: name) { append(position, record) }
    }

    private mutating func learn(_ buffer: borrowing ByteBuffer, _ value: Slice) {
        if isKnown, buffer.equal(value, lastBy, Slice(start: 0, count: lastBy.count)) { return }
        isKnown = true
        lastBy.removeAll()
        lastBy.append(buffer, value)
        names.removeAll()
        named.removeAll()
        guard let tree = try? JSONTree(parsing: buffer.copy(value)) else { return }
        for name in tree.elements.compactMap(\.string) {
            let start = names.count
            names.append(escaping: name)
            named.append(Slice(from: start, to: names.count))
        }
    }

    @inline(__always) private func isNamed(_ record: borrowing Record, _ position: Int) -> Bool {
        let name = record[position].name
        for index in 0..<named.count where record.store.buffer.equal(name, names, named[index]) { return true }
        return false
    }

    @inline(__always) func withKey<Result>(_ body: (RawSpan) -> Result) -> Result {
        key.withSpan(Slice(start: 0, count: key.count), body)
    }
}

/// Remembers what the text of a record's `time` and `window` say: in a window, all have the same.
struct TimeReader: ~Copyable {
    private let time, window: FieldName
    private var lastTime = ByteBuffer(capacity: 64)
    private var lastNanoseconds: Int64?
    private var lastWindow = ByteBuffer(capacity: 32)
    private var lastWidth: Int64?

    enum Outcome { case none, wrong, time(Int64) }

    init(_ record: inout Record) {
        time = record.name("time")
        window = record.name("window")
    }

    @inline(__always) mutating func time(of record: borrowing Record) -> Outcome {
        guard let position = record.position(of: time) else { return .none }
        guard record[position].kind == .string else { return .wrong }
        let value = record[position].value
        if let lastNanoseconds, record.store.buffer.equal(value, lastTime, Slice(start: 0, count: lastTime.count)) {
            return .time(lastNanoseconds)
        }
        guard let nanoseconds = Timestamp(rfc3339: record.store.buffer, value)?.nanoseconds else { return .wrong }
        lastTime.removeAll()
        lastTime.append(record.store.buffer, value)
        lastNanoseconds = nanoseconds
        return .time(nanoseconds)
    }

    /// The width of the record's window in nanoseconds; nil where it has none.
    @inline(__always) mutating func width(of record: borrowing Record) -> Int64? {
        guard let position = record.position(of: window), record[position].kind == .string else { return nil }
        let value = record[position].value
        if record.store.buffer.equal(value, lastWindow, Slice(start: 0, count: lastWindow.count)) { return lastWidth }
        lastWindow.removeAll()
        lastWindow.append(record.store.buffer, value)
        lastWidth = try? DurationText.parse(record.store.text(value))
        if lastWidth == 0 { lastWidth = nil }
        return lastWidth
    }
}
