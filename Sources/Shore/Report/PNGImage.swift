import Bytes
import Decompression
import Hashing

/// A picture of at most 256 colours (PNG, W3C Recommendation, third edition): for mail, whose readers show no SVG.
struct PNGImage {
    let width: Int
    let height: Int
    /// 0xRRGGBB; the first one is the ground.
    let palette: [UInt32]
    private var pixels: [UInt8]

    init(width: Int, height: Int, palette: [UInt32]) {
        self.width = width
        self.height = height
        self.palette = palette
        pixels = Array(repeating: 0, count: width * height)
    }

    subscript(x: Int, y: Int) -> UInt8 { pixels[y * width + x] }

    /// What lies outside is not drawn.
    mutating func fill(x: Double, y: Double, width: Double, height: Double, _ color: UInt8) {
        guard x.isFinite, y.isFinite, width.isFinite, height.isFinite else { return }
        let left = Int(max(0, min(x.rounded(), Double(self.width))))
        let right = Int(max(0, min((x + width).rounded(), Double(self.width))))
        let top = Int(max(0, min(y.rounded(), Double(self.height))))
        let bottom = Int(max(0, min((y + height).rounded(), Double(self.height))))
        guard left < right, top < bottom else { return }
        for row in top..<bottom {
            for column in left..<right { pixels[row * self.width + column] = color }
        }
    }

    /// A line with round ends, in steps of a pixel.
    mutating func line(from a: (x: Double, y: Double), to b: (x: Double, y: Double), thickness: Double, _ color: UInt8)
    {
        let steps = max(1, Int(max(abs(b.x - a.x), abs(b.y - a.y)).rounded(.up)))
        for step in 0...steps {
            let share = Double(step) / Double(steps)
            dot(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share, thickness / 2, color)
        }
    }

    private mutating func dot(_ x: Double, _ y: Double, _ radius: Double, _ color: UInt8) {
        let reach = Int(radius.rounded(.up))
        let (column, row) = (Int(x.rounded()), Int(y.rounded()))
        for dy in -reach...reach {
            for dx in -reach...reach where Double(dx * dx + dy * dy) <= radius * radius + 0.25 {
                let (px, py) = (column + dx, row + dy)
                if px >= 0, px < width, py >= 0, py < height { pixels[py * width + px] = color }
            }
        }
    }

    var encoded: [UInt8] {
        var lines: [UInt8] = []
        lines.reserveCapacity((width + 1) * height)
        for row in 0..<height {
            // No filter: neighbours of a chart are the same anyway.
            lines.append(0)
            lines += pixels[(row * width)..<((row + 1) * width)]
        }
        let colors = palette.flatMap { [UInt8($0 >> 16 & 0xFF), UInt8($0 >> 8 & 0xFF), UInt8($0 & 0xFF)] }
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + Self.chunk("IHDR", Self.bytes(width) + Self.bytes(height) + [8, 3, 0, 0, 0])
            + Self.chunk("PLTE", colors) + Self.chunk("IDAT", ZlibStream.compress(lines)) + Self.chunk("IEND", [])
    }

    private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + content
        var buffer = ByteBuffer(capacity: body.count)
        buffer.append(body)
        let sum = CRC32.checksum(buffer, Slice(start: 0, count: body.count))
        return bytes(content.count) + body + bytes(Int(sum))
    }

    private static func bytes(_ number: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}
