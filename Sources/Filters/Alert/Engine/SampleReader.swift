import Bytes
import Records

/// Takes from a metric record what it brings along of the events behind it: the lists that the function `values` of
/// weir-aggregate makes, and sums up as `…_values`.
enum SampleReader {
    /// As members of a JSON object, `"message_values":["a","b"]`; empty where there are none.
    static func members(of record: borrowing Record) -> [UInt8] {
        var text = ByteBuffer(capacity: 64)
        for position in 0..<record.count where record[position].kind == .array {
            let name = record[position].name
            guard name.count > 7, record.store.buffer.equal(Slice(start: name.end - 7, count: 7), "_values") else {
                continue
            }
            if text.count > 0 { text.append(0x2C) }
            text.append(0x22)
            text.append(record.store.buffer, name)
            text.append("\":" as StaticString)
            record.writeValue(at: position, to: &text)
        }
        return text.contents
    }
}
