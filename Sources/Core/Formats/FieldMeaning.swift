import Bytes
import Records

/// What a format says about its time and level. What must be remembered from line to line to read a time (the year of
/// yearless stamps, the second read last) is the stream's: a `TimeContext`.
final class FieldMeaning {
    /// The layout tried first stands by itself: most formats have but one, and an array would be retained for each line.
    private let layout: TimeLayout?
    let stamp: TimeLayout.Stamp?
    private let others: [TimeLayout]
    /// The layout tried first is RFC 3339's, so that what looks like it was read by it.
    private let isISOFirst: Bool
    private let levels: LevelWords

    init(_ format: LogFormat, _ record: inout Record) throws(FormatError) {
        let layouts = try Self.layouts(format.timeLayouts, of: format.name)
        layout = layouts.first
        stamp = layout?.stamp
        isISOFirst = layout?.isRFC3339 ?? false
        others = Array(layouts.dropFirst())
        levels = LevelWords(own: format.levels, &record)
    }

    /// The same words for levels, and other layouts of time.
    init(_ other: FieldMeaning, layouts texts: [String], of format: String) throws(FormatError) {
        let layouts = try Self.layouts(texts, of: format)
        layout = layouts.first
        stamp = layout?.stamp
        isISOFirst = layout?.isRFC3339 ?? false
        others = Array(layouts.dropFirst())
        levels = other.levels
    }

    private static func layouts(_ texts: [String], of format: String) throws(FormatError) -> [TimeLayout] {
        var layouts: [TimeLayout] = []
        for text in texts {
            do throws(TimeLayoutError) { layouts.append(try TimeLayout(text)) } catch {
                throw FormatError(format: format, message: "time layout \"\(text)\": \(error)")
            }
        }
        return layouts
    }

    /// Some layout leaves the zone to `--timezone`.
    var mayLackZone: Bool { ([layout].compactMap(\.self) + others).contains(where: \.mayLackZone) }

    /// Some layout leaves the year to the order of the lines.
    var isYearless: Bool { ([layout].compactMap(\.self) + others).contains(where: \.isYearless) }

    /// The time in UTC as RFC 3339 text, put into scratch, or the slice itself where it is that already; nil where no layout
    /// fits.
    func time(_ slice: Slice, _ record: inout Record, _ context: inout TimeContext) -> Slice? {
        let first = layout?.parse(record.store.buffer, slice, context: &context)
        if isISOFirst, let first, first.isWritten(in: record.store.buffer, slice) { return slice }
        guard let time = first ?? parseOtherwise(slice, record.store.buffer, &context) else { return nil }
        let start = record.store.buffer.count
        context.append(time, to: &record.store.buffer)
        return Slice(from: start, to: record.store.buffer.count)
    }

    /// Whether some layout fits; nothing is remembered of it.
    func isTime(_ slice: Slice, _ buffer: borrowing ByteBuffer, _ context: TimeContext) -> Bool {
        var context = context
        return layout?.parse(buffer, slice, context: &context) != nil || parseOtherwise(slice, buffer, &context) != nil
    }

    /// Appends what `time` gives; false where no layout fits.
    @inline(__always)
    func rewrite(
        _ slice: Slice, _ buffer: borrowing ByteBuffer, _ context: inout TimeContext, to output: inout ByteBuffer
    ) -> Bool {
        if let stamp, context.rewrite(buffer, slice, of: stamp, to: &output) { return true }
        return rewriteAnew(slice, buffer, &context, to: &output)
    }

    @inline(never)
    private func rewriteAnew(
        _ slice: Slice, _ buffer: borrowing ByteBuffer, _ context: inout TimeContext, to output: inout ByteBuffer
    ) -> Bool {
        if let layout, layout.rewriteAnew(buffer, slice, &context, to: &output) { return true }
        guard let time = parseOtherwise(slice, buffer, &context) else { return false }
        context.append(time, to: &output)
        return true
    }

    private func parseOtherwise(
        _ slice: Slice, _ buffer: borrowing ByteBuffer, _ context: inout TimeContext
    ) -> Timestamp? {
        for layout in others {
            if let time = layout.parse(buffer, slice, context: &context) {
                // What another layout stumbled over was none.
                _ = context.takeUnclearZone()
                return time
            }
        }
        return nil
    }

    func level(_ slice: Slice, _ buffer: borrowing ByteBuffer) -> Slice? { levels.level(of: slice, in: buffer) }
}
