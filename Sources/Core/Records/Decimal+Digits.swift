/// The decimal digits of a number without trailing zeros, most significant first, in place: nothing is allocated.
@frozen @usableFromInline
package struct DecimalDigits {
    /// The digits' values (0 to 9), at the end of the array.
    @usableFromInline var storage: InlineArray<40, UInt8>
    @usableFromInline var start: Int
    @usableFromInline let exponent: Int
    @usableFromInline let isNegative: Bool

    @usableFromInline
    package init(_ number: Decimal) {
        let number = number.normalized
        storage = InlineArray(repeating: 0)
        start = 40
        exponent = Int(number.exponent)
        isNegative = number.isNegative
        var magnitude = number.significand.magnitude
        while magnitude > UInt128(UInt64.max) {
            let (quotient, remainder) = magnitude.quotientAndRemainder(dividingBy: UInt128(PowersOfTen.word(19)))
            prepend(UInt64(truncatingIfNeeded: remainder), atLeast: 19)
            magnitude = quotient
        }
        prepend(UInt64(truncatingIfNeeded: magnitude), atLeast: 1)
    }

    private mutating func prepend(_ word: UInt64, atLeast minimum: Int) {
        var word = word
        var written = 0
        while word != 0 || written < minimum {
            let (quotient, remainder) = word.quotientAndRemainder(dividingBy: 10)
            start -= 1
            storage[start] = UInt8(truncatingIfNeeded: remainder)
            word = quotient
            written += 1
        }
    }

    @usableFromInline var count: Int {
        @inlinable @inline(__always) get { 40 - start }
    }

    /// How many digits stand before the point; negative: how many zeros follow it.
    @usableFromInline var places: Int {
        @inlinable @inline(__always) get { count + exponent }
    }

    @inlinable @inline(__always)
    func write(scientific: Bool, _ emit: (UInt8) -> Void) {
        DecimalLayout.write(
            count: count, exponent: exponent, isNegative: isNegative, scientific: scientific,
            digit: { storage[start + $0] }, emit: emit)
    }
}

/// How decimal digits are laid out as a JSON number. One rule for all exact numbers of the stream, so that equal
/// numbers are equal bytes.
@usableFromInline
package enum DecimalLayout {
    /// Whether `e` notation is easier to read: more than 20 zeros would have to be written.
    @inlinable @inline(__always)
    package static func isScientific(count: Int, exponent: Int) -> Bool {
        exponent > 20 || count + exponent < -20
    }

    /// Writes `digits × 10^exponent`, where `digit(i)` gives the i-th digit's value, the first and the last one not
    /// zero (or a single 0): plainly (`0.0015`, `1500`) or, if `scientific`, as `1.5e-3`.
    @inlinable @inline(__always)
    package static func write(
        count: Int, exponent: Int, isNegative: Bool, scientific: Bool, digit: (Int) -> UInt8, emit: (UInt8) -> Void
    ) {
        let zero = UInt8(ascii: "0")
        let point = UInt8(ascii: ".")
        if isNegative { emit(UInt8(ascii: "-")) }
        // The point stands after this many digits (or, if negative, before that many zeros).
        let places = count + exponent
        if scientific {
            emit(zero + digit(0))
            if count > 1 { emit(point) }
            for index in 1..<max(count, 1) { emit(zero + digit(index)) }
            emit(UInt8(ascii: "e"))
            writeInteger(places - 1, emit: emit)
        } else if places <= 0 {
            emit(zero)
            emit(point)
            for _ in places..<0 { emit(zero) }
            for index in 0..<count { emit(zero + digit(index)) }
        } else {
            for index in 0..<count {
                if index == places { emit(point) }
                emit(zero + digit(index))
            }
            for _ in 0..<max(exponent, 0) { emit(zero) }
        }
    }

    /// Writes an exponent.
    @inlinable @inline(__always)
    static func writeInteger(_ value: Int, emit: (UInt8) -> Void) {
        if value < 0 { emit(UInt8(ascii: "-")) }
        let magnitude = value.magnitude
        var power: UInt = 1
        while magnitude / power >= 10 { power *= 10 }
        while power > 0 {
            emit(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: magnitude / power % 10))
            power /= 10
        }
    }
}
