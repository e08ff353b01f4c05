import Bytes
import Records

extension ExactSum: MergeableState {
    /// A sum whose digits fit 64 bits as those and the power of ten, a longer one as its text: both are the same for the
    /// same sum, however it came about.
    package func write(to snapshot: inout SnapshotWriter) {
        snapshot.append(refused)
        if let decimal, let digits = Int64(exactly: decimal.significand) {
            snapshot.append(true)
            snapshot.append(digits)
            snapshot.append(Int(decimal.exponent))
        } else {
            snapshot.append(false)
            snapshot.append(description)
        }
    }

    package mutating func merge(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        let refused = try snapshot.unsigned()
        if try snapshot.flag() {
            let digits = try snapshot.signed()
            let exponent = try snapshot.integer()
            // Twice the reach, for sums of squares.
            guard exponent.magnitude <= 2 * Self.reach + 64 else { throw .foreign }
            merge(ExactSum(significand: Int128(digits), exponent: exponent, refused: refused))
        } else {
            guard let sum = ExactSum(parsing: try snapshot.run(), refused: refused) else { throw .foreign }
            merge(sum)
        }
    }

    private init(significand: Int128, exponent: Int, refused: UInt64) {
        self.init()
        self.refused = refused
        if let scale = Self.narrowScale(exponent) {
            addReachable(Decimal(significand: significand, exponent: scale))
        } else {
            widely { $0.add(significand.magnitude, isNegative: significand < 0, exponent: exponent) }
        }
    }
}

extension ExactSum {
    /// Adds a term as often as `times` says: exact, like that many additions.
    @discardableResult
    package mutating func add(_ term: Decimal, times: UInt64) -> Bool {
        if times == 1 { return add(term) }
        guard let term = reachable(term) else { return refuse() }
        let (product, overflow) = term.significand.multipliedReportingOverflow(by: Int128(times))
        if !overflow {
            addReachable(Decimal(significand: product, exponent: term.exponent))
        } else {
            // Split at 19 digits: each half fits 64 bits, and its product 128.
            let (high, low) = term.significand.magnitude.quotientAndRemainder(
                dividingBy: UInt128(PowersOfTen.word(19)))
            widely { wide in
                wide.add(high * UInt128(times), isNegative: term.isNegative, exponent: Int(term.exponent) + 19)
                wide.add(low * UInt128(times), isNegative: term.isNegative, exponent: Int(term.exponent))
            }
        }
        return true
    }

    /// Adds the square of a number as often as `times` says.
    @discardableResult
    package mutating func addSquare(of number: Decimal, times: UInt64) -> Bool {
        if times == 1 { return addSquare(of: number) }
        var square = ExactSum()
        guard square.addSquare(of: number) else { return refuse() }
        if let decimal = square.decimal, Self.narrowScale(Int(decimal.exponent)) != nil {
            return add(decimal, times: times)
        }
        var factor = DecimalAccumulator()
        factor.add(UInt128(times), isNegative: false, exponent: 0)
        let product = square.accumulator.multiplied(by: factor)
        widely { $0.add(product) }
        return true
    }
}
