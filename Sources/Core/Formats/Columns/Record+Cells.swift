import Bytes
import Records

extension Record {
    /// The product, exact, put into scratch; nil where the number has more digits than can be multiplied.
    mutating func scaled(_ number: Slice, by scale: Decimal) -> (Slice, Field.Kind)? {
        guard let value = Decimal(parsing: store.buffer.copy(number)), let product = value.multiplied(by: scale) else {
            return nil
        }
        let start = store.buffer.count
        product.write { store.buffer.append($0) }
        return (Slice(from: start, to: store.buffer.count), .number)
    }

    /// The text that a cell stands for; the cell itself where nothing in it is encoded.
    mutating func decoded(_ cell: Slice, _ decoding: LogFormat.Decoding) -> Slice {
        let mark: UInt8 = decoding == .plus ? 0x2B : 0x25
        guard store.buffer.find(mark, from: cell.start, to: cell.end) != nil else { return cell }
        let start = store.buffer.count
        var position = cell.start
        while position < cell.end {
            let byte = store[position]
            position += 1
            if byte == 0x2B, decoding == .plus {
                store.buffer.append(0x20)
            } else if byte == 0x25, decoding == .percent, position + 1 < cell.end,
                let high = Self.hexDigit(store[position]), let low = Self.hexDigit(store[position + 1])
            {
                store.buffer.append(high << 4 | low)
                position += 2
            } else {
                store.buffer.append(byte)
            }
        }
        return Slice(from: start, to: store.buffer.count)
    }

    /// A cell of TSV cannot hold a tab or a newline: both, and the backslash, are written `\t`, `\n`, `\r`, `\\`
    /// (Linear TSV, and PostgreSQL's COPY).
    mutating func withoutTabEscapes(_ cell: Slice) -> Slice {
        guard store.buffer.find(0x5C, from: cell.start, to: cell.end) != nil else { return cell }
        let start = store.buffer.count
        var position = cell.start
        while position < cell.end {
            let byte = store[position]
            position += 1
            guard byte == 0x5C, position < cell.end, let plain = Self.plain(store[position]) else {
                store.buffer.append(byte)
                continue
            }
            store.buffer.append(plain)
            position += 1
        }
        return Slice(from: start, to: store.buffer.count)
    }

    private static func plain(_ escape: UInt8) -> UInt8? {
        switch escape {
        case 0x74: 0x09
        case 0x6E: 0x0A
        case 0x72: 0x0D
        case 0x5C: 0x5C
        default: nil
        }
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
