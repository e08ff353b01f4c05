import Records

extension ExponentialHistogram {
    /// An estimate of the quantile `q`, within 0.55 % of it; nil if there are no values or `q` is outside of 0...1.
    ///
    /// The definition is the nearest rank: the ⌈q·n⌉-th smallest value (the first for q = 0), so it is always near a
    /// value that occurred, never between two. The rank is computed in decimal: 0.07 of 100 values is the 7th, though
    /// the `Double` 0.07 is a little more than 7/100. The first and the last rank are exact, the others are clamped to
    /// them.
    package func quantile(_ q: Decimal) -> Double? {
        guard count > 0, let minimum, let maximum, let rank = rank(of: q) else { return nil }
        if rank <= 1 { return minimum }
        if rank >= count { return maximum }
        return min(max(estimate(ofRank: rank), minimum), maximum)
    }

    /// As above; `q` is taken as the shortest decimal that reads as this `Double`.
    package func quantile(_ q: Double) -> Double? {
        Decimal(shortest: q).flatMap { quantile($0) }
    }

    /// `⌈q·n⌉`, at least 1.
    private func rank(of q: Decimal) -> UInt64? {
        if let rank = shortRank(of: q) { return rank }
        guard q >= .zero, q <= Decimal(1) else { return nil }
        let count = Decimal(significand: Int128(count), exponent: 0)
        // More digits of q than fit beside the count are beyond any meaning; they are cut to 18.
        guard let exact = count.multiplied(by: q) ?? count.multiplied(by: q.rounded(significantDigits: 18)) else {
            return 1
        }
        let (digits, exponent) = (exact.significand, Int(exact.exponent))
        if exponent >= 0 {
            return exact.significand(at: 0).flatMap { UInt64(exactly: $0) }.map { max($0, 1) }
        }
        // With more places than any power in range, what is left is a fraction.
        guard let power = PowersOfTen.signed(-exponent) else { return 1 }
        let (whole, rest) = digits.quotientAndRemainder(dividingBy: power)
        return max(UInt64(clamping: whole) + (rest > 0 ? 1 : 0), 1)
    }

    /// The same where a word is enough for `q·n`, as for all but quantiles of many digits.
    private func shortRank(of q: Decimal) -> UInt64? {
        guard q.exponent <= 0, q.exponent >= -9, let digits = UInt32(exactly: q.significand), count < 1 << 32 else {
            return nil
        }
        let power = PowersOfTen.word(Int(0 - q.exponent))
        guard UInt64(digits) <= power else { return nil }
        let product = UInt64(digits) &* count
        return max(product / power + (product % power > 0 ? 1 : 0), 1)
    }

    /// The estimate of the bucket that holds the value of this rank, counted from 1 at the smallest.
    private func estimate(ofRank rank: UInt64) -> Double {
        var left = rank
        var result = 0.0
        forEachBucket { bucket in
            if left <= bucket.count {
                result = bucket.estimate
                return false
            }
            left -= bucket.count
            return true
        }
        return result
    }
}
