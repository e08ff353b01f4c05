import Bytes

extension TimeLayout {
    /// Which layout the bytes at the beginning of the slice are in, and how many they are: the longest fit among the
    /// known ones, with no letter or digit behind. Nil where they are no time that can be told without more of the log:
    /// `01/02/2015` has two readings, and a word behind a time need not be a zone. A bare number counts as an epoch only
    /// between 2000 and 2100.
    /// - Parameter namesZones: a word behind the time may be its zone.
    package static func recognise(
        _ buffer: borrowing ByteBuffer, _ slice: Slice, namesZones: Bool = true
    ) -> (layout: TimeLayout, length: Int)? {
        // Every layout is longer than this.
        guard slice.count >= 10 else { return nil }
        let first = buffer[slice.start]
        let candidates = first &- 0x30 < 10 ? digitsFirst : first & 0xDF &- 0x41 < 26 ? lettersFirst : []
        var best: (index: Int, end: Int)?
        for index in candidates.indices {
            let layout = candidates[index]
            guard let stamp = layout.scan(buffer, from: slice.start, to: slice.end, zone: .utc),
                stamp.end > best?.end ?? 0, stamp.end == slice.end || !isWord(buffer[stamp.end])
            else { continue }
            // A word that may be a zone is one only if a year behind it says so.
            if !stamp.zone.isEmpty, stamp.zone.end == stamp.end,
                !namesZones || stamp.offset == ZoneName.unclear || stamp.offset == ZoneName.named
            {
                continue
            }
            if case .epoch = layout.kind, stamp.local < 946_684_800 || stamp.local >= 4_102_444_800 { continue }
            best = (index, stamp.end)
        }
        guard let best else { return nil }
        return (candidates[best.index], best.end - slice.start)
    }

    /// The layout with a suffix, ` %p`, ` %Z` or the like, and how many bytes of the slice it then reads; nil where it reads none.
    package func extended(
        by suffix: String, _ buffer: borrowing ByteBuffer, _ slice: Slice
    ) -> (layout: TimeLayout, length: Int, suffixStart: Int)? {
        let isHalfOfDay = suffix == " %p"
        guard let text = text(of: slice, buffer),
            let longerText = isHalfOfDay ? Self.withTwelveHours(text) : text + suffix,
            let longer = try? TimeLayout(longerText)
        else { return nil }
        guard let stamp = longer.scan(buffer, from: slice.start, to: slice.end, zone: .utc),
            stamp.end == slice.end || !Self.isWord(buffer[stamp.end])
        else { return nil }
        if stamp.offset == ZoneName.named {
            let name = buffer.text(stamp.zone)
            guard (try? TimeZoneRules(named: name)) != nil else { return nil }
        }
        let suffixStart = isHalfOfDay ? stamp.end &- 2 : stamp.zone.isEmpty ? stamp.end : stamp.zone.start
        return (longer, stamp.end &- slice.start, suffixStart)
    }

    private static func withTwelveHours(_ text: String) -> String? {
        let parts = text.split(separator: "%H", omittingEmptySubsequences: false)
        return parts.count == 2 ? parts[0] + "%I" + parts[1] + " %p" : nil
    }

    /// The layout as a text with directives, as far as one can go on behind it.
    private func text(of slice: Slice, _ buffer: borrowing ByteBuffer) -> String? {
        switch description {
        case "rfc3339":
            let separator = buffer[slice.start &+ 10]
            return "%Y-%m-%d\(Character(UnicodeScalar(separator)))%H:%M:%S%.f"
        case "go": return "%Y/%m/%d %H:%M:%S%.f"
        case "rfc3164": return "%b %e %H:%M:%S%.f"
        case "apache_error", "ctime": return "%a %b %e %H:%M:%S%.f %Y"
        case "java_medium": return "%b %e, %Y %I:%M:%S %p"
        default:
            let hasEnd = !description.contains("%") || description.hasSuffix("%z") || description.contains("%Z")
            return hasEnd ? nil : description
        }
    }

    private static func isWord(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || byte & 0xDF &- 0x41 < 26 || byte >= 0x80 }

    private static let digitsFirst = compile([
        "rfc3339", "%Y-%m-%d %H:%M:%S%.f %z", "%Y-%m-%d %H:%M:%S%.f %Z", "clf", "go", "%d %b %Y %H:%M:%S%.f",
        "%d-%b-%Y %H:%M:%S%.f", "%y/%m/%d %H:%M:%S%.f", "%y%m%d %H%M%S", "%y%m%d %H:%M:%S", "%m-%d %H:%M:%S%.f",
        "%Y-%m-%d-%H.%M.%S%.f", "%Y%m%d-%H:%M:%S", "%Y%m%dT%H%M%S%z", "epoch", "epoch_ms", "epoch_us", "epoch_ns",
    ])

    private static let lettersFirst = compile([
        "rfc3164", "apache_error", "%a %b %e %H:%M:%S %Z %Y", "%a, %d %b %Y %H:%M:%S %z", "%a, %d %b %Y %H:%M:%S %Z",
        "%b %e %Y %H:%M:%S%.f", "java_medium",
    ])

    /// Texts of our own; one that were wrong would be missing, and a test counts them.
    private static func compile(_ texts: [String]) -> [TimeLayout] { texts.compactMap { try? TimeLayout($0) } }
}
