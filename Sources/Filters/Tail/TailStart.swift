import Bytes
import FilterKit
import System

/// Finds where in a file the wanted lines begin, without reading more of it than needed.
enum TailStart {
    private static let size = 1 << 16

    /// The offset of the first byte of the lines wanted.
    static func offset(
        of count: LineCount, in descriptor: Descriptor, size: Int64
    ) throws(SystemError) -> Int64 {
        switch count {
        case .from(let first):
            return first <= 1 ? 0 : try forward(past: first - 1, descriptor, size)
        case .last(let lines):
            return lines == 0 ? size : try backward(lines, descriptor, size)
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
