import Bytes
import Records

func fuzzTime(_ bytes: [UInt8]) {
    let parts = bytes.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
    let stamp = Array(parts.count > 1 ? parts[1] : parts[0])
    var buffer = ByteBuffer(capacity: stamp.count)
    buffer.append(stamp)
    let slice = Slice(start: 0, count: stamp.count)
    if parts.count > 1, let layout = try? TimeLayout(String(decoding: parts[0], as: UTF8.self)) {
        check(layout, buffer, slice)
    }
    for name in TimeLayout.names {
        guard let layout = try? TimeLayout(name) else { fatalError("a layout that has a name is one") }
        check(layout, buffer, slice)
    }
    if let (_, length) = TimeLayout.recognise(buffer, slice) {
        hold(length > 0 && length <= stamp.count, "what was recognised lies within the text")
    }
}

private let zone = try? TimeZoneRules(named: "Europe/Berlin")

private func check(_ layout: TimeLayout, _ buffer: borrowing ByteBuffer, _ slice: Slice) {
    for zone in [TimeZoneRules.utc, zone ?? .utc] {
        var context = TimeContext(zone: zone, reference: 1_768_003_200_000_000_000)
        let time = layout.parse(buffer, slice, context: &context)
        // Remembered the second time.
        hold(layout.parse(buffer, slice, context: &context) == time, "a stamp read twice is the same instant")
        guard let time else { continue }
        var text = ByteBuffer(capacity: 40)
        time.append(to: &text)
        let again = Timestamp(rfc3339: text, Slice(start: 0, count: text.count))
        hold(again == time, "an instant survives being written")
        if let (prefix, length) = layout.parsePrefix(buffer, slice, context: &context) {
            hold(length <= slice.count, "a stamp ends where its text does")
            _ = prefix
        }
    }
}
