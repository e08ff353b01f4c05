import Records

/// A decimal integer of any length times a power of ten: what an `ExactSum` holds that does not fit 128 bits.
///
/// Limbs of 18 digits stand at fixed places of the decimal system, so adding a number touches at most four of them and
/// nothing is ever rescaled: Kulisch's long accumulator ("Computer Arithmetic and Validity", 2008) in base 10^18. Each
/// limb has a sign of its own and is less than 10^18 in magnitude; carries are done at once.
@usableFromInline
struct DecimalAccumulator: Sendable {
    private static let limbDigits = 18
    private static let base: Int64 = 1_000_000_000_000_000_000

    private(set) var limbs: [Int64] = []
    /// The place of the first limb: it counts `10^(18 × lowest)`.
    private(set) var lowest = 0

    init() {}

    /// Adds `±magnitude × 10^exponent`. The exponent must be bounded by the caller: memory grows with it.
    mutating func add(_ magnitude: UInt128, isNegative: Bool, exponent: Int) {
        let shift = exponent.modulo(Self.limbDigits)
        var place = (exponent - shift) / Self.limbDigits
        // The lowest limb takes only so many digits as stand above its shift.
        let split = UInt128(PowersOfTen.word(Self.limbDigits - shift))
        let (rest, low) = magnitude.quotientAndRemainder(dividingBy: split)
        addLimb(Int64(low) * Int64(PowersOfTen.word(shift)), isNegative, at: place)
        var left = rest
        while left != 0 {
            place += 1
            let (rest, low) = left.quotientAndRemainder(dividingBy: UInt128(Self.base.magnitude))
            addLimb(Int64(low), isNegative, at: place)
            left = rest
        }
    }

    mutating func add(_ other: DecimalAccumulator, negated: Bool = false) {
        for (offset, limb) in other.limbs.enumerated() {
            addLimb(abs(limb), (limb < 0) != negated, at: other.lowest + offset)
        }
    }

    private mutating func addLimb(_ magnitude: Int64, _ isNegative: Bool, at place: Int) {
        guard magnitude != 0 else { return }
        reach(place)
        var index = place - lowest
        var carry = isNegative ? -magnitude : magnitude
        while carry != 0 {
            if index == limbs.count { limbs.append(0) }
            let sum = limbs[index] + carry
            carry = sum >= Self.base ? 1 : sum <= -Self.base ? -1 : 0
            limbs[index] = sum - carry * Self.base
            index += 1
        }
    }

    private mutating func reach(_ place: Int) {
        if limbs.isEmpty { lowest = place }
        if place < lowest {
            limbs.insert(contentsOf: repeatElement(0, count: lowest - place), at: 0)
            lowest = place
        } else if place - lowest >= limbs.count {
            limbs.append(contentsOf: repeatElement(0, count: place - lowest - limbs.count + 1))
        }
    }

    /// The exact product. The exponents of both must be bounded by the caller.
    func multiplied(by other: DecimalAccumulator) -> DecimalAccumulator {
        var product = DecimalAccumulator()
        for (offset, limb) in limbs.enumerated() where limb != 0 {
            for (otherOffset, otherLimb) in other.limbs.enumerated() where otherLimb != 0 {
                let magnitude = UInt128(limb.magnitude) * UInt128(otherLimb.magnitude)
                let place = lowest + offset + other.lowest + otherOffset
                product.add(magnitude, isNegative: (limb < 0) != (otherLimb < 0), exponent: place * Self.limbDigits)
            }
        }
        return product
    }

    /// The digits of the whole, which do not depend on how it was put together.
    var digits: LongDecimal {
        guard let top = limbs.last(where: { $0 != 0 }) else { return LongDecimal() }
        // The limbs below the top one weigh less than one of its units, so its sign is the sign of the whole.
        let isNegative = top < 0
        var digits: [UInt8] = []
        digits.reserveCapacity(limbs.count * Self.limbDigits)
        var borrow: Int64 = 0
        for limb in limbs {
            var value = (isNegative ? -limb : limb) - borrow
            borrow = value < 0 ? 1 : 0
            value += borrow * Self.base
            for _ in 0..<Self.limbDigits {
                digits.append(UInt8(value % 10))
                value /= 10
            }
        }
        return LongDecimal(
            isNegative: isNegative, reversed: digits, exponent: lowest * Self.limbDigits)
    }
}

extension Int {
    /// The remainder of a division that rounds down: never negative.
    @inline(__always)
    fileprivate func modulo(_ divisor: Int) -> Int {
        let remainder = self % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }
}
