import Bytes
import Records

/// The time that a line of a dated log bears, found by its shape wherever it stands at the beginning of a word, since no format
/// is known here. Stamps without a zone are taken for the zone of `--timezone`, those without a year for the latest year that fits.
struct LineTime {
    /// Bytes of a line that are looked through.
    private static let reach = 256

    /// When the file was written last, or now; nanoseconds since 1970.
    let reference: Int64
    let zone: TimeZoneRules

    /// Nanoseconds since 1970; nil where nothing in the line looks like a time.
    func find(in buffer: borrowing ByteBuffer, _ line: Slice) -> Int64? {
        let end = min(line.end, line.start + Self.reach)
        var isInWord = false
        for position in line.start..<end {
            let byte = buffer[position]
            let isWord = byte &- 0x30 < 10 || byte & 0xDF &- 0x41 < 26
            defer { isInWord = isWord }
            guard isWord, !isInWord else { continue }
            let rest = Slice(from: position, to: line.end)
            guard let (layout, _) = TimeLayout.recognise(buffer, rest) else { continue }
            var context = TimeContext(zone: zone, reference: reference)
            if let time = layout.parsePrefix(buffer, rest, context: &context)?.time { return time.nanoseconds }
        }
        return nil
    }
}
