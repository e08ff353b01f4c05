/// OpenTelemetry's exponential scale 6: 64 buckets for each doubling, so a bucket is 1.09 % wide.
///
/// Bucket `i` holds the values in `(2^(i/64), 2^((i+1)/64)]`, upper bound included, as the OpenTelemetry metrics data
/// model ("ExponentialHistogram") says. The index comes from the bits of the `Double` and a table of exact boundaries:
/// a logarithm from a C library may differ in its last bit from machine to machine, and then merged states would too.
enum BucketScale {
    /// All indices that a positive finite `Double` can have, subnormal numbers included.
    static let indices = -68_737...65_535

    /// The bucket of a positive, finite value.
    @inline(__always)
    static func index(of value: Double) -> Int {
        let bits = value.bitPattern
        var exponent = Int(truncatingIfNeeded: bits >> 52) - 1023
        var significand = bits & 0xF_FFFF_FFFF_FFFF
        if exponent == -1023 {
            // Subnormal: no leading one is implied, the highest bit set takes that role.
            let shift = significand.leadingZeroBitCount - 11
            significand = (significand << UInt64(shift)) & 0xF_FFFF_FFFF_FFFF
            exponent = -1022 - shift
        }
        // A power of two is the upper bound of the bucket below it.
        if significand == 0 { return exponent &* 64 &- 1 }
        let guess = Int(guesses[Int(truncatingIfNeeded: significand >> 45)])
        return exponent &* 64 &+ guess &+ (significand >= boundaries[guess &+ 1] ? 1 : 0)
    }

    /// The value that stands for a bucket, the harmonic mean of its bounds: at most (γ−1)/(γ+1) = 0.5416 % from any
    /// value in it, the least that one value can be (Masson, Rim & Lee, "DDSketch", VLDB 2019).
    static func estimate(of index: Int) -> Double {
        let significand = Double(bitPattern: 0x3FF0_0000_0000_0000 | estimates[index & 63])
        return Double(sign: .plus, exponent: index >> 6, significand: significand)
    }
}
