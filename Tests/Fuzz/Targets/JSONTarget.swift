import Bytes
import Records

func fuzzJSON(_ bytes: [UInt8]) {
    var record = Record()
    let point = record.name(".").slice
    let name = record.name("message")
    let line = record.store.load(bytes)
    let isRecord = (try? record.scan(line)) != nil
    let tree = try? JSONTree(parsing: bytes)
    if isRecord {
        hold(written(record) == bytes, "a record that was not changed is written as it came")
        hold(tree != nil, "what is a record is JSON")
        hold(tree?.members.count == record.count, "a record has as many fields as the tree has members")
    }
    // Lines whose reader found them plain have a way of their own, for keys that were met before.
    if record.store.buffer.isPlain(line) {
        var again = Record()
        for _ in 0..<3 {
            let line = again.store.load(bytes)
            let isRecordAgain = (try? again.scan(line, isPlain: true)) != nil
            hold(isRecordAgain == isRecord, "plain lines are read as others are")
            hold(!isRecord || again.count == record.count, "and have the same fields")
        }
    }
    guard isRecord else { return }
    for position in 0..<record.count { _ = record.value(at: position) }
    if let position = record.position(of: name) {
        _ = record.unfold(name, at: position) { text, record in (try? record.scan(text)) != nil }
        hold(isJSON(written(record)), "what was unfolded is JSON")
    }
    record.flatten(separator: point)
    let flat = written(record)
    hold(isJSON(flat), "what was flattened is JSON")
    record.store.clearScratch()
    guard (try? record.scan(record.store.load(flat))) != nil else { fatalError("what was flattened is a record") }
}

private func written(_ record: borrowing Record) -> [UInt8] {
    var output = ByteBuffer(capacity: 64)
    record.write(to: &output)
    return output.contents
}

private func isJSON(_ bytes: [UInt8]) -> Bool {
    var buffer = ByteBuffer(capacity: bytes.count)
    buffer.append(bytes)
    return (try? JSONText.check(buffer, Slice(start: 0, count: bytes.count))) != nil
}
