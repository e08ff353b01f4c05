import Bytes
import Records

extension SnapshotWriter {
    /// A number in its shortest form, so that `1.0` and `1` are the same bytes.
    package mutating func append(_ number: Decimal) {
        let shortest = number.normalized
        append(Int64(truncatingIfNeeded: shortest.significand >> 64))
        append(UInt64(truncatingIfNeeded: shortest.significand))
        append(Int(shortest.exponent))
    }
}

extension SnapshotReader {
    package mutating func decimal() throws(SnapshotError) -> Decimal {
        let high = Int128(try signed())
        let low = Int128(try unsigned())
        guard let exponent = Int32(exactly: try integer()) else { throw .foreign }
        return Decimal(significand: high << 64 | low, exponent: exponent)
    }

    /// A finite number, as its bits.
    package mutating func double() throws(SnapshotError) -> Double {
        let number = Double(bitPattern: try unsigned())
        guard number.isFinite else { throw .foreign }
        return number
    }
}

extension SnapshotWriter {
    package mutating func append(_ number: Double) { append(number.bitPattern) }
}
