import Bytes
import Records

extension TextFormat {
    /// The value as the directive says, in scratch; null for null, and for what the directive cannot write.
    func write(_ value: Value, _ record: inout Record, _ tally: inout Tally) -> Value {
        switch conversion {
        case .text:
            guard case .text(let text) = value else { return .null }
            let shown = precision.map { record.store.buffer.scalars(text, from: 1, count: Int64($0)) } ?? text
            return padded(shown, columns: record.store.buffer.scalarCount(shown), &record)
        case .fixed: return fixed(value, &record)
        case .whole, .hexadecimal, .upperHexadecimal, .octal:
            guard case .integer(let number) = Rounding.towardsZero.integer(value, &tally) else { return .null }
            return digits(number, &record)
        }
    }

    private func digits(_ number: Int64, _ record: inout Record) -> Value {
        let radix = conversion == .whole ? 10 : conversion == .octal ? 8 : 16
        let text = String(number.magnitude, radix: radix, uppercase: conversion == .upperHexadecimal)
        let zeros = max(0, (precision ?? 1) - text.utf8.count)
        return signed(isNegative: number < 0, &record) { buffer in
            for _ in 0..<zeros { buffer.append(0x30) }
            buffer.append(text)
        }
    }

    private func fixed(_ number: Value, _ record: inout Record) -> Value {
        let places = precision ?? 6
        let rounded = Rounding.nearest.rounded(number, digits: Int64(places))
        var text: [UInt8] = []
        switch rounded {
        case .integer(let integer): text = Array("\(integer.magnitude)".utf8)
        case .decimal(let decimal): (decimal.absolute ?? decimal).write { text.append($0) }
        case .double(let double): guard DoubleText.write(double.magnitude, { text.append($0) }) else { return .null }
        default: return .null
        }
        let isNegative = rounded.nearestDouble < 0
        let point = text.firstIndex(of: 0x2E)
        // A number with an exponent is too large for digits behind a point to mean anything.
        let zeros = text.contains(0x65) ? 0 : places - (point.map { text.count - $0 - 1 } ?? 0)
        return signed(isNegative: isNegative, &record) { buffer in
            buffer.append(text)
            if point == nil, zeros > 0 { buffer.append(0x2E) }
            for _ in 0..<max(0, zeros) { buffer.append(0x30) }
        }
    }

    /// A number's digits behind its sign, filled up to the width.
    private func signed(isNegative: Bool, _ record: inout Record, _ write: (inout ByteBuffer) -> Void) -> Value {
        let sign: UInt8? = isNegative ? 0x2D : sign
        let start = record.store.buffer.count
        write(&record.store.buffer)
        let body = Slice(from: start, to: record.store.buffer.count)
        let columns = body.count + (sign == nil ? 0 : 1)
        let fill = max(0, width - columns)
        return record.made { buffer in
            let isZeroPadded = isZeroPadded && !isLeft
            if !isLeft, !isZeroPadded { for _ in 0..<fill { buffer.append(0x20) } }
            if let sign { buffer.append(sign) }
            if isZeroPadded { for _ in 0..<fill { buffer.append(0x30) } }
            buffer.appendCopy(of: body)
            if isLeft { for _ in 0..<fill { buffer.append(0x20) } }
        }
    }

    private func padded(_ text: Slice, columns: Int, _ record: inout Record) -> Value {
        let fill = width - columns
        guard fill > 0 else { return .text(text) }
        return record.made { buffer in
            if !isLeft { for _ in 0..<fill { buffer.append(0x20) } }
            buffer.appendCopy(of: text)
            if isLeft { for _ in 0..<fill { buffer.append(0x20) } }
        }
    }
}
