import Bytes
import Metrics
import Records

/// The labels of a record as one key: their JSON texts, each ended by a newline, which no JSON text has in it. The key
/// is the same for the same text whatever its escapes (numbers count as they are written), and gives the labels back at the output.
struct SeriesKey: ~Copyable {
    private var labels: Slab<FieldPlace>
    private var bytes = ByteBuffer(capacity: 512)

    init(_ labels: [FieldName]) { self.labels = Slab(labels.map { FieldPlace($0) }) }

    /// Without labels there is one series.
    var isSingle: Bool { labels.count == 0 }

    /// Builds the record's key; a label that it does not have is null.
    @inline(__always) mutating func build(_ record: inout Record) -> Slice {
        bytes.removeAll()
        var index = 0
        while index < labels.count {
            if let position = labels[index].find(in: &record) {
                append(position, &record)
            } else {
                bytes.append("null" as StaticString)
            }
            bytes.append(0x0A)
            index &+= 1
        }
        return Slice(start: 0, count: bytes.count)
    }

    @inline(__always) private mutating func append(_ position: Int, _ record: inout Record) {
        let field = record[position]
        switch field.kind {
        case .string:
            bytes.append(0x22)
            bytes.append(record.store.buffer, field.value)
            bytes.append(0x22)
        case .escapedString, .text: appendAnew(position, &record)
        default: bytes.append(record.store.buffer, field.value)
        }
    }

    private mutating func appendAnew(_ position: Int, _ record: inout Record) {
        guard record[position].kind == .escapedString else { return record.writeValue(at: position, to: &bytes) }
        // Escapes that need not be there would make two series of one value.
        guard case .text(let text) = record.value(at: position) else { return }
        bytes.append(0x22)
        bytes.append(escaping: record.store.buffer, text)
        bytes.append(0x22)
    }

    @inline(__always) func withSpan<Result>(_ slice: Slice, _ body: (RawSpan) -> Result) -> Result {
        bytes.withSpan(slice, body)
    }

    /// The label that has the most different values in a table of such keys.
    static func mostVaried(_ labels: [String], _ table: SeriesTable) -> String {
        var values = labels.map { _ in DistinctState() }
        for index in 0..<table.count {
            for (position, value) in table.key(at: index).split(separator: 0x0A).enumerated()
            where position < values.count {
                values[position].insert(SeriesHash.hash(RawSpan(_elements: Array(value).span)))
            }
        }
        let most = values.indices.max { values[$0].estimate < values[$1].estimate }
        return most.map { labels[$0] } ?? ""
    }
}
