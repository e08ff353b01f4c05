import Bytes

/// An address of the Internet Protocol. An IPv4 one that is mapped into IPv6, `::ffff:192.0.2.1`, is the IPv4 one.
package struct IPAddress: BitwiseCopyable, Hashable, Sendable {
    /// The address in 128 bits; of IPv4 the lower 32 of `low`.
    package let high: UInt64
    package let low: UInt64
    package let isV4: Bool

    package init(v4 address: UInt32) {
        high = 0
        low = UInt64(address)
        isV4 = true
    }

    package init(high: UInt64, low: UInt64) {
        if high == 0, low >> 32 == 0xFFFF {
            self.init(v4: UInt32(truncatingIfNeeded: low))
        } else {
            self.init(bare: high, low)
        }
    }

    /// Bits of an address: what a prefix may be long.
    package var width: Int { isV4 ? 32 : 128 }

    /// The bit at `index`, counted from the most significant one.
    package func bit(_ index: Int) -> Int {
        if isV4 { return Int(low >> UInt64(31 &- index) & 1) }
        return Int((index < 64 ? high >> UInt64(63 &- index) : low >> UInt64(127 &- index)) & 1)
    }

    /// The address with all bits behind the first `length` ones zero: the network's.
    package func network(_ length: Int) -> IPAddress {
        if isV4 {
            let mask: UInt32 = length <= 0 ? 0 : ~0 << UInt32(max(0, 32 - length))
            return IPAddress(v4: UInt32(truncatingIfNeeded: low) & mask)
        }
        func mask(_ bits: Int) -> UInt64 { bits <= 0 ? 0 : bits >= 64 ? ~0 : ~0 << UInt64(64 - bits) }
        return IPAddress(bare: high & mask(length), low & mask(length - 64))
    }

    /// Without a look for a mapped IPv4 address, which a mask could make of another one.
    private init(bare high: UInt64, _ low: UInt64) {
        self.high = high
        self.low = low
        isV4 = false
    }

    /// Four or sixteen bytes in network order.
    package var bytes: [UInt8] {
        let low = (0..<8).map { UInt8(truncatingIfNeeded: self.low >> UInt64(56 - 8 * $0)) }
        if isV4 { return Array(low[4...]) }
        return (0..<8).map { UInt8(truncatingIfNeeded: high >> UInt64(56 - 8 * $0)) } + low
    }
}

extension IPAddress {
    /// Reads the whole slice as an address: dotted decimals of RFC 6943 §3.1.1's strict form, or RFC 4291 §2.2's texts without
    /// a zone; nil where it is neither.
    package init?(_ buffer: borrowing ByteBuffer, _ text: Slice) {
        guard text.count >= 2, text.count <= 45 else { return nil }
        if let address = Self.dotted(buffer, from: text.start, to: text.end) {
            self.init(v4: address)
        } else {
            guard let (high, low) = Self.colons(buffer, text) else { return nil }
            self.init(high: high, low: low)
        }
    }

    package init?(_ text: String) {
        var buffer = ByteBuffer(capacity: text.utf8.count)
        buffer.append(text)
        self.init(buffer, Slice(start: 0, count: buffer.count))
    }

    private static func dotted(_ buffer: borrowing ByteBuffer, from start: Int, to end: Int) -> UInt32? {
        guard end &- start >= 7, end &- start <= 15 else { return nil }
        var address: UInt32 = 0
        var part: UInt32 = 0
        var digits = 0
        var dots = 0
        var position = start
        while position < end {
            let byte = buffer[position]
            let digit = byte &- 0x30
            if digit < 10 {
                // No leading zeros: some read them as octal.
                guard digits < 3, digits == 0 || part != 0 else { return nil }
                part = part &* 10 &+ UInt32(digit)
                digits &+= 1
            } else {
                guard byte == 0x2E, digits > 0, part < 256, dots < 3 else { return nil }
                address = address << 8 | part
                part = 0
                digits = 0
                dots &+= 1
            }
            position &+= 1
        }
        guard dots == 3, digits > 0, part < 256 else { return nil }
        return address << 8 | part
    }

    private static func colons(_ buffer: borrowing ByteBuffer, _ text: Slice) -> (UInt64, UInt64)? {
        var high: UInt64 = 0
        var low: UInt64 = 0
        var groups = 0
        /// Groups before `::`.
        var gap: Int?
        func shift(_ high: inout UInt64, _ low: inout UInt64, by bits: UInt64, adding value: UInt64) {
            high = high << bits | low >> (64 - bits)
            low = low << bits | value
        }
        var position = text.start
        if buffer[position] == 0x3A {
            guard buffer[position &+ 1] == 0x3A else { return nil }
            gap = 0
            position &+= 2
        }
        while position < text.end {
            var value: UInt64 = 0
            let start = position
            while position < text.end, position &- start < 4, let digit = ByteBuffer.hexValue(buffer[position]) {
                value = value << 4 | UInt64(digit)
                position &+= 1
            }
            if position < text.end, buffer[position] == 0x2E {
                guard groups <= 6, let v4 = dotted(buffer, from: start, to: text.end) else { return nil }
                shift(&high, &low, by: 32, adding: UInt64(v4))
                groups &+= 2
                position = text.end
                break
            }
            guard position > start, groups < 8 else { return nil }
            shift(&high, &low, by: 16, adding: value)
            groups &+= 1
            guard position < text.end else { break }
            guard buffer[position] == 0x3A, position &+ 1 < text.end else { return nil }
            position &+= 1
            if buffer[position] == 0x3A {
                guard gap == nil else { return nil }
                gap = groups
                position &+= 1
            }
        }
        guard let gap else { return groups == 8 ? (high, low) : nil }
        guard groups < 8 else { return nil }
        // What stands behind the gap is at its place; what stands before it goes up by the groups left out.
        let behind = UInt64(groups - gap) * 16
        let up = UInt64(8 - groups) * 16
        let mask = Self.mask(behind)
        let tail = (high & mask.0, low & mask.1)
        let head = Self.up((high & ~mask.0, low & ~mask.1), up)
        return (head.0 | tail.0, head.1 | tail.1)
    }

    /// The lowest `bits` set.
    private static func mask(_ bits: UInt64) -> (UInt64, UInt64) {
        if bits >= 128 { return (~0, ~0) }
        return bits > 64 ? ((1 << (bits - 64)) - 1, ~0) : bits == 64 ? (0, ~0) : (0, (1 << bits) - 1)
    }

    private static func up(_ value: (UInt64, UInt64), _ bits: UInt64) -> (UInt64, UInt64) {
        if bits >= 128 { return (0, 0) }
        if bits >= 64 { return (value.1 << (bits - 64), 0) }
        return bits == 0 ? value : (value.0 << bits | value.1 >> (64 - bits), value.1 << bits)
    }
}
