import Bytes

extension IPAddress {
    package var version: Int { isV4 ? 4 : 6 }

    /// As RFC 5952 writes it: lower case, no needless zeros, the longest run of two or more zero groups as `::`.
    package func append(to buffer: inout ByteBuffer) {
        if isV4 {
            for shift in [24, 16, 8, 0] as [UInt64] {
                buffer.append(integer: Int64(low >> shift & 0xFF))
                if shift > 0 { buffer.append(0x2E) }
            }
            return
        }
        let gap = longestGap
        var index = 0
        while index < 8 {
            if let gap, index == gap.lowerBound {
                buffer.append("::" as StaticString)
                index = gap.upperBound
                continue
            }
            if index > 0, index != gap?.upperBound { buffer.append(0x3A) }
            let group = self.group(index)
            var isLeading = true
            for shift in [12, 8, 4, 0] as [UInt64] {
                let digit = UInt8(truncatingIfNeeded: group >> shift & 15)
                if digit == 0, isLeading, shift > 0 { continue }
                isLeading = false
                buffer.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
            }
            index += 1
        }
    }

    private func group(_ index: Int) -> UInt64 {
        (index < 4 ? high >> UInt64(48 - 16 * index) : low >> UInt64(112 - 16 * index)) & 0xFFFF
    }

    private var longestGap: Range<Int>? {
        var best = 0..<0
        var start = 0
        for index in 0...8 where index == 8 || group(index) != 0 {
            if index - start > best.count { best = start..<index }
            start = index + 1
        }
        return best.count >= 2 ? best : nil
    }
}
