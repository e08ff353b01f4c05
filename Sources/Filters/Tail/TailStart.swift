import Bytes
import Records
import System

/// Where reading begins in a file that is new to weir.
enum TailStart: Equatable {
    /// At its first byte.
    case whole
    case lines(LineCount)
    case bytes(ByteCount)
    /// At the first line whose time is not before it, in nanoseconds since 1970; the zone is that of stamps without one.
    case since(Int64, TimeZoneRules)

    /// Whether the beginning is found by reading on, which a pipe can do, and not by going back from the end.
    var isFromFront: Bool {
        switch self {
        case .whole, .lines(.from), .bytes(.from), .since: true
        case .lines(.last), .bytes(.last): false
        }
    }
}

/// Finds the place in a file, without reading more of it than needed.
enum StartSearch {
    private static let size = 1 << 16

    /// The offset of the first byte wanted.
    static func offset(of start: TailStart, in descriptor: Descriptor, size: Int64) throws(SystemError) -> Int64 {
        switch start {
        case .whole: 0
        case .lines(.from(let first)): first <= 1 ? 0 : try forward(past: first - 1, descriptor, size)
        case .lines(.last(let lines)): lines == 0 ? size : try backward(lines, descriptor, size)
        case .bytes(.from(let first)): min(size, max(0, first - 1))
        case .bytes(.last(let count)): max(0, size - count)
        case .since(let time, let zone): try SinceSearch(descriptor, size: size, zone).offset(of: time)
        }
    }

    /// Behind the first `lines` newlines, or the end.
    private static func forward(past lines: Int, _ descriptor: Descriptor, _ size: Int64) throws(SystemError) -> Int64 {
        var block = ByteBuffer(capacity: Self.size)
        var position: Int64 = 0
        var left = lines
        while position < size {
            let count = try block.read(descriptor, at: position)
            if count == 0 { break }
            var from = 0
            while let newline = block.find(0x0A, from: from, to: count) {
                from = newline + 1
                left -= 1
                if left == 0 { return position + Int64(from) }
            }
            position += Int64(count)
        }
        return size
    }

    /// Behind the newline before the last `lines` lines; a last line without newline counts as one.
    private static func backward(_ lines: Int, _ descriptor: Descriptor, _ size: Int64) throws(SystemError) -> Int64 {
        var block = ByteBuffer(capacity: Self.size)
        var end = size
        // The newline that ends the last line does not begin another.
        var left = lines
        var isLast = true
        while end > 0 {
            let start = max(0, end - Int64(Self.size))
            let count = min(try block.read(descriptor, at: start), Int(end - start))
            if count == 0 { break }
            var to = count
            while let newline = block.findLast(0x0A, from: 0, to: to) {
                to = newline
                let position = start + Int64(newline)
                if isLast, position == size - 1 {
                    isLast = false
                    continue
                }
                isLast = false
                left -= 1
                if left == 0 { return position + 1 }
            }
            end = start
        }
        return 0
    }
}
