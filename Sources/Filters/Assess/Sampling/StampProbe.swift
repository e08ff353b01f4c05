import Bytes
import Formats
import Records

/// Finds out what a log's stamps leave unsaid: an event is parsed once more as if this were another zone and another year,
/// and what does not change was said.
struct StampProbe {
    /// The stamps name their zone; nil before one was seen.
    private(set) var namesZone: Bool?
    private(set) var namesYear: Bool?
    /// Most digits that a second had.
    private var elsewhere: ParseContext
    private var earlier: ParseContext
    private var looks = 0
    private let time = Array("time".utf8)

    /// More events say no more.
    private static let mostLooks = 4

    init(reference: Int64) {
        elsewhere = ParseContext(zone: TimeZoneRules(offset: 3600), reference: reference)
        // Three years and a day: neither is a leap year's day lost, nor does a yearless stamp stay in its year.
        earlier = ParseContext(reference: reference &- 1096 &* 86_400 &* 1_000_000_000)
    }

    /// - Parameters:
    ///   - record: what the parser made of the event; it is as before when this returns.
    ///   - context: that the event was parsed in, for the header of a table.
    mutating func look(at event: Slice, _ parser: FormatParser, of record: inout Record, after context: ParseContext) {
        guard looks < Self.mostLooks, let told = timeText(record) else { return }
        looks += 1
        elsewhere.header = context.header
        earlier.header = context.header
        if parser.parse(event, &record, &elsewhere).isParsed, let text = timeText(record) {
            namesZone = (namesZone ?? true) && text == told
        }
        if parser.parse(event, &record, &earlier).isParsed, let text = timeText(record) {
            namesYear = (namesYear ?? true) && text == told
        }
        var again = context
        _ = parser.parse(event, &record, &again)
    }

    private func timeText(_ record: borrowing Record) -> [UInt8]? {
        for position in 0..<record.count where record.store.buffer.equal(record[position].name, time) {
            return record.store.buffer.copy(record[position].value)
        }
        return nil
    }
}
