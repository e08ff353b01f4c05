import Bytes

extension TimeLayout {
    /// Which layout the bytes at the beginning of the slice are in, and how many they are: the longest fit among the
    /// known ones, with no letter or digit behind. Nil where they are no time that can be told without more of the log:
    /// `01/02/2015` has two readings. A bare number counts as an epoch only between 2000 and 2100.
    package static func recognise(_ buffer: borrowing ByteBuffer, _ slice: Slice) -> (layout: TimeLayout, length: Int)?
    {
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
            if case .epoch = layout.kind, stamp.local < 946_684_800 || stamp.local >= 4_102_444_800 { continue }
            best = (index, stamp.end)
        }
        guard let best else { return nil }
        return (candidates[best.index], best.end - slice.start)
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
