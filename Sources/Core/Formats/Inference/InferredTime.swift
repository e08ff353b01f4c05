import Bytes
import Records

/// Where the time of a line stands, and in which layout it is.
struct InferredTime {
    private(set) var layout: TimeLayout
    private(set) var length: Int
    /// What matches such a time.
    private(set) var mask: String
    /// A word behind it was taken for its zone.
    private(set) var namesZone = false

    /// The time that the slice begins with.
    /// - Parameters:
    ///   - ambiguous: the layout for stamps that have two readings, once the sample has shown which is right.
    ///   - hasZones: a word behind the time may be its zone.
    init?(_ buffer: borrowing ByteBuffer, _ slice: Slice, ambiguous: TimeLayout?, hasZones: Bool) {
        if let (layout, length) = TimeLayout.recognise(buffer, slice, namesZones: false) {
            (self.layout, self.length) = Self.withFraction(layout, length, buffer, slice)
        } else if let ambiguous, let length = Self.length(of: ambiguous, buffer, slice) {
            layout = ambiguous
            self.length = length
        } else {
            return nil
        }
        mask = TimeMask(buffer.copy(Slice(start: slice.start, count: length))).regex
        extend(by: [" %p"], "(?i:[AP]M)", buffer, slice)
        if hasZones, extend(by: [" %Z", " (%Z)"], TimeZoneAbbreviation.regex, buffer, slice) { namesZone = true }
        if length < slice.count { extend(by: [" %z"], "", buffer, slice) }
    }

    /// Takes what stands behind the time if it is a part of it: half of the day, a zone.
    @discardableResult
    private mutating func extend(
        by suffixes: [String], _ regex: String, _ buffer: borrowing ByteBuffer, _ slice: Slice
    ) -> Bool {
        for suffix in suffixes {
            guard let longer = layout.extended(by: suffix, buffer, slice), longer.length > length else { continue }
            // Behind the time, the words that there can be; any other is not the time's.
            let old = slice.start + length
            let between = TimeMask(buffer.copy(Slice(from: old, to: longer.suffixStart))).regex
            mask += between + regex + (suffix.hasSuffix(")") ? "\\)" : "")
            if regex.isEmpty { mask = TimeMask(buffer.copy(Slice(start: slice.start, count: longer.length))).regex }
            layout = longer.layout
            length = longer.length
            return true
        }
        return false
    }

    /// Some write the fraction behind a colon: `20171223-22:15:29:606`.
    private static func withFraction(
        _ layout: TimeLayout, _ length: Int, _ buffer: borrowing ByteBuffer, _ slice: Slice
    ) -> (TimeLayout, Int) {
        let end = slice.start + length
        guard end < slice.end, buffer[end] == UInt8(ascii: ":"),
            let longer = try? TimeLayout(layout.description + ":%f"),
            let longerLength = Self.length(of: longer, buffer, slice)
        else { return (layout, length) }
        return (longer, longerLength)
    }

    private static func length(of layout: TimeLayout, _ buffer: borrowing ByteBuffer, _ slice: Slice) -> Int? {
        var context = TimeContext(reference: 0)
        guard let length = layout.parsePrefix(buffer, slice, context: &context)?.length else { return nil }
        return slice.start + length < slice.end && buffer.isWord(at: slice.start + length) ? nil : length
    }

    /// The layout that reads most of the stamps which can be told only from several lines: `01/02/2015` may be in
    /// January or in February. Of two that read as much of them, the one that has them closest together.
    static func ambiguousLayout(_ buffer: borrowing ByteBuffer, _ slices: [Slice]) -> TimeLayout? {
        var best: (layout: TimeLayout, bytes: Int, span: Int64)?
        for layout in ambiguous {
            var bytes = 0
            var first = Int64.max
            var last = Int64.min
            for slice in slices {
                var context = TimeContext(reference: 0)
                guard let length = length(of: layout, buffer, slice),
                    let time = layout.parsePrefix(buffer, slice, context: &context)?.time
                else { continue }
                bytes += length
                first = min(first, time.seconds)
                last = max(last, time.seconds)
            }
            guard bytes > 0 else { continue }
            if let best, (best.bytes, -best.span) >= (bytes, first - last) { continue }
            best = (layout, bytes, last - first)
        }
        return best?.layout
    }

    /// Texts of our own; one that were wrong would be missing, and a test counts them.
    static let ambiguous = [
        "%m/%d/%Y %I:%M:%S%.f %p", "%m/%d/%Y, %I:%M:%S%.f %p", "%m/%d/%Y %H:%M:%S%.f", "%d/%m/%Y %H:%M:%S%.f",
        "%d/%m/%Y, %H:%M:%S%.f", "%m/%d/%y %H:%M:%S%.f", "%d/%m/%y %H:%M:%S%.f", "%d.%m.%Y %H:%M:%S%.f",
        "%d-%m-%Y %H:%M:%S%.f", "%Y.%m.%d %H:%M:%S%.f", "%Y/%m/%d-%H:%M:%S%.f", "%d/%b/%Y %H:%M:%S%.f",
    ].compactMap { try? TimeLayout($0) }
}

extension ByteBuffer {
    fileprivate func isWord(at position: Int) -> Bool {
        let byte = self[position]
        return byte &- 0x30 < 10 || byte & 0xDF &- 0x41 < 26 || byte >= 0x80
    }
}
