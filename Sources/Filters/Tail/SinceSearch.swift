import Bytes
import Records
import System

/// Finds the first line at or after a time in a file whose lines are dated and in order, by halving: of a file of many gigabytes
/// some dozen blocks are read. Lines without a time belong to the one before them.
struct SinceSearch {
    private let descriptor: Descriptor
    private let size: Int64
    private let time: LineTime

    private static let block = 1 << 16

    /// - Parameter zone: of stamps without one.
    init(_ descriptor: Descriptor, size: Int64, _ zone: TimeZoneRules) {
        self.descriptor = descriptor
        self.size = size
        time = LineTime(reference: (try? FileStatus(of: descriptor))?.modified ?? 0, zone: zone)
    }

    /// The offset of that line, or the size if there is none.
    func offset(of wanted: Int64) throws(SystemError) -> Int64 {
        var buffer = ByteBuffer(capacity: Self.block)
        // Invariant: `low` is where a line begins, and those before it are too early.
        var low: Int64 = 0
        var high = size
        while high - low > Int64(Self.block) {
            let middle = low + (high - low) / 2
            guard let dated = try datedLine(from: middle, to: high, &buffer) else {
                high = middle
                continue
            }
            if dated.time < wanted { low = dated.end } else { high = middle }
        }
        // The rest line by line; `high` may stand in the middle of the line that is wanted.
        var position = low
        while let dated = try datedLine(from: position, to: size, &buffer, atLineStart: true) {
            if dated.time >= wanted { return dated.start }
            position = dated.end
        }
        return size
    }

    private struct DatedLine {
        let start, end, time: Int64
    }

    /// The first line with a time that begins at or behind an offset, and before `end`.
    private func datedLine(
        from offset: Int64, to end: Int64, _ buffer: inout ByteBuffer, atLineStart: Bool = false
    ) throws(SystemError) -> DatedLine? {
        var position = offset
        // In the middle of a line: the next one begins behind its newline.
        var isInside = offset > 0 && !atLineStart
        while position < end {
            let count = try buffer.read(descriptor, at: position)
            if count == 0 { return nil }
            var start = 0
            if isInside {
                guard let newline = buffer.find(0x0A, from: 0, to: count) else {
                    position += Int64(count)
                    continue
                }
                start = newline + 1
                isInside = false
            }
            var next = position + Int64(start)
            while start < count {
                let newline = buffer.find(0x0A, from: start, to: count)
                // A line that goes on behind the block is read again from its beginning, unless it fills the block.
                if newline == nil, start > 0 { break }
                let lineEnd = newline ?? count
                let begins = position + Int64(start)
                if begins >= end { return nil }
                if let stamp = time.find(in: buffer, Slice(from: start, to: lineEnd)) {
                    return DatedLine(start: begins, end: position + Int64(lineEnd) + 1, time: stamp)
                }
                isInside = newline == nil
                start = lineEnd + 1
                next = position + Int64(min(start, count))
            }
            if next == position { return nil }
            position = next
        }
        return nil
    }
}
