import CVector
import Glibc

extension ByteBuffer {
    /// The position of `byte` at or behind `start`, before `end`; nil where there is none.
    @inlinable @inline(__always) package func find(_ byte: UInt8, from start: Int, to end: Int) -> Int? {
        precondition(start >= 0 && start <= end && end <= capacity)
        guard let found = unsafe memchr(base + start, Int32(byte), end &- start) else { return nil }
        return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// The position of the first line feed before `end`, at or behind `start`; `end` where there is none. And whether what stands
    /// before it is known to be ASCII without controls and backslashes.
    @inlinable @inline(__always) func findLineEnd(from start: Int, to end: Int) -> (place: Int, isPlain: Bool) {
        precondition(start >= 0 && start <= end && end <= capacity)
        // Invariant: the range was checked, and there are 64 bytes of padding behind it.
        let found = unsafe weir_line_end(base, start, end)
        return (found.place, found.plain)
    }

    /// The position of the first `byte` before `end`, at or behind `start`; `end` where there is none. For what is mostly near.
    @inlinable @inline(__always) package func findNear(_ byte: UInt8, from start: Int, to end: Int) -> Int {
        precondition(start >= 0 && start <= end && end <= capacity)
        // Invariant: the range was checked, and there are 64 bytes of padding behind it.
        return unsafe weir_until_byte(base, start, end, byte)
    }

    /// The same of two bytes.
    @inlinable @inline(__always) package func findNear(_ one: UInt8, or other: UInt8, from start: Int, to end: Int)
        -> Int
    {
        precondition(start >= 0 && start <= end && end <= capacity)
        // Invariant: as above.
        return unsafe weir_until_either(base, start, end, one, other)
    }

    /// The position of the last `byte` before `end`, at or behind `start`; nil where there is none.
    package func findLast(_ byte: UInt8, from start: Int, to end: Int) -> Int? {
        precondition(start >= 0 && start <= end && end <= capacity)
        var position = end
        while position > start {
            position &-= 1
            if unsafe base[position] == byte { return position }
        }
        return nil
    }

    @inlinable package func equal(_ a: Slice, _ b: Slice) -> Bool {
        check(a)
        check(b)
        guard a.count == b.count else { return false }
        return unsafe memcmp(base + a.start, base + b.start, a.count) == 0
    }

    /// Byte order, which for UTF-8 is the order of the code points: negative, zero or positive.
    @inlinable package func compare(_ a: Slice, _ b: Slice) -> Int {
        check(a)
        check(b)
        let order = unsafe memcmp(base + a.start, base + b.start, min(a.count, b.count))
        return order != 0 ? Int(order) : a.count &- b.count
    }

    @inlinable package func equal(_ slice: Slice, _ text: StaticString) -> Bool {
        check(slice)
        guard slice.count == text.utf8CodeUnitCount else { return false }
        return unsafe memcmp(base + slice.start, text.utf8Start, slice.count) == 0
    }

    @inlinable package func equal(_ slice: Slice, _ other: borrowing ByteBuffer, _ otherSlice: Slice) -> Bool {
        check(slice)
        other.check(otherSlice)
        guard slice.count == otherSlice.count else { return false }
        return unsafe memcmp(base + slice.start, other.base + otherSlice.start, slice.count) == 0
    }

    package func equal(_ slice: Slice, _ bytes: [UInt8]) -> Bool {
        check(slice)
        guard slice.count == bytes.count else { return false }
        return unsafe bytes.withUnsafeBytes { raw in
            guard let start = raw.baseAddress else { return true }
            return unsafe memcmp(base + slice.start, start, slice.count) == 0
        }
    }

    package func starts(_ slice: Slice, with text: StaticString) -> Bool {
        slice.count >= text.utf8CodeUnitCount && equal(slice.prefix(text.utf8CodeUnitCount), text)
    }

    /// A name's or key's fingerprint: its first eight bytes, and its length mixed in. Equal names have equal tags;
    /// names of up to eight bytes with equal tags and lengths are equal.
    @inlinable @inline(__always) package func tag(_ slice: Slice) -> UInt64 {
        let word = word(at: slice.start)
        let head = slice.count < 8 ? SWAR.keep(word, first: slice.count) : word
        return head ^ (UInt64(truncatingIfNeeded: slice.count) &<< 56)
    }
}
