extension ByteBuffer {
    /// A decimal integer, `-?[0-9]+`, the whole slice; nil where it is none or beyond 64 bits.
    @inlinable package func integer(_ slice: Slice) -> Int64? {
        if let short = shortInteger(slice) { return Int64(bitPattern: short) }
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

    /// A decimal integer without a sign, of eight digits at most, the whole slice; nil for others.
    @inlinable @inline(__always) package func shortInteger(_ slice: Slice) -> UInt64? {
        check(slice)
        let word = word(at: slice.start)
        guard slice.count > 0, slice.count <= 8, SWAR.first(SWAR.isNoDigit(word)) >= slice.count else { return nil }
        return SWAR.number(word, digits: slice.count)
    }

    /// A decimal number without a sign, of eight bytes at most with a point between digits, the whole slice; nil for others.
    /// - Returns: its digits as an integer, and how many of them stand behind the point.
    @inlinable @inline(__always) package func shortDecimal(_ slice: Slice) -> (digits: UInt64, places: Int32)? {
        check(slice)
        let word = word(at: slice.start)
        let whole = SWAR.first(SWAR.isNoDigit(word))
        guard slice.count <= 8, whole > 0, whole &+ 1 < slice.count else { return nil }
        let shift = UInt64(truncatingIfNeeded: whole &<< 3)
        // The point and what stands before it are shifted out.
        let rest = (word &>> shift) &>> 8
        guard word &>> shift & 0xFF == 0x2E, SWAR.first(SWAR.isNoDigit(rest)) >= slice.count &- whole &- 1 else {
            return nil
        }
        let digits = SWAR.keep(word, first: whole) | rest &<< shift
        return (
            SWAR.number(digits, digits: slice.count &- 1), Int32(truncatingIfNeeded: slice.count &- whole &- 1)
        )
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
