import Bytes
import Hashing
import Records

/// What some fields of a record say, as 128 bits: two records of a million million that are told for one another would be
/// a surprise.
struct RecordKey: Hashable {
    let high: UInt64
    let low: UInt64
}

extension RecordKey {
    /// Texts count by what they say, however they are escaped; everything else as it is written.
    init(_ names: [FieldName], _ record: inout Record) {
        var high: UInt64 = 0
        var low: UInt64 = 0x9E37_79B9_7F4A_7C15
        for name in names {
            var value = Slice.empty
            var tag: UInt64 = 0
            if let text = record.textInput(of: name) {
                value = text
                tag = 1
            } else if let position = record.position(of: name), record[position].kind != .null {
                value = record[position].value
                tag = 2
            }
            high = XXH64.hash(record.store.buffer, value, seed: high &+ tag)
            low = XXH64.hash(record.store.buffer, value, seed: low &+ tag)
        }
        self.init(high: high, low: low)
    }

    func save(to snapshot: inout SnapshotWriter) {
        snapshot.append(high)
        snapshot.append(low)
    }

    init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        self.init(high: try snapshot.unsigned(), low: try snapshot.unsigned())
    }
}
