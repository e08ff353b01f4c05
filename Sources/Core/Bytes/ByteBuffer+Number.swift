extension ByteBuffer {
    /// A decimal integer, `-?[0-9]+`, the whole slice; nil where it is none or beyond 64 bits.
    @inlinable package func integer(_ slice: Slice) -> Int64? {
        check(slice)
        var position = slice.start
        let end = slice.end
        let isNegative = position < end && self[position] == 0x2D
        if isNegative { position &+= 1 }
        guard position < end else { return nil }
        var value: UInt64 = 0
        while position < end {
            let digit = self[position] &- 0x30
            guard digit < 10 else { return nil }
            let (product, tooLarge) = value.multipliedReportingOverflow(by: 10)
            let (sum, over) = product.addingReportingOverflow(UInt64(digit))
            guard !tooLarge, !over else { return nil }
            value = sum
            position &+= 1
        }
        if !isNegative { return Int64(exactly: value) }
        if value == 1 << 63 { return .min }
        return value < 1 << 63 ? -Int64(bitPattern: value) : nil
    }

    /// A fixed number of digits at a position, as in a time stamp; nil where one is no digit.
    @inlinable @inline(__always) package func digits(at position: Int, width: Int) -> Int? {
        var value = 0
        var offset = 0
        while offset < width {
            let digit = self[position &+ offset] &- 0x30
            guard digit < 10 else { return nil }
            value = value &* 10 &+ Int(digit)
            offset &+= 1
        }
        return value
    }
}
