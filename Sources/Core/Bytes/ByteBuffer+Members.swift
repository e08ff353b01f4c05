import CVector

/// A member of the JSON objects that are written line after line: its name with what stands around it as two vectors,
/// `,"name":"`, and where its value is found.
@frozen @usableFromInline package struct MemberStep: BitwiseCopyable {
    @frozen @usableFromInline package enum Kind: UInt8, BitwiseCopyable, Sendable {
        /// A text without anything to be escaped.
        case text
        /// Digits as JSON writes them.
        case integer
        /// The same with a point between them.
        case decimal
        /// A time, which is written in quotes, and otherwise than it was captured.
        case time
        /// None of these: whoever asks for the members writes it.
        case other
    }

    @usableFromInline let low: SIMD2<UInt64>
    @usableFromInline let high: SIMD2<UInt64>
    /// Bytes before the value, with its quote if that kind has one.
    @usableFromInline let count: UInt8
    /// Bytes before the value and its quote.
    @usableFromInline let length: UInt8
    /// Behind the value: one or none.
    @usableFromInline let quotes: UInt8
    @usableFromInline let kind: Kind
    /// Among the captures.
    @usableFromInline package let place: UInt8
    /// Among the caller's own.
    package let number: UInt16

    /// Bytes of the longest head.
    @inlinable package static var limit: Int { 32 }

    /// The head fits.
    package var isWhole: Bool { Int(length) < Self.limit }

    /// - Parameter head: with its quote, in a buffer: `,"name":"`. One that is longer than `limit` makes the kind `other`.
    package init(
        _ buffer: borrowing ByteBuffer, head: Slice, kind: Kind, isQuoted: Bool, place: UInt8, number: UInt16
    ) {
        buffer.check(head)
        let length = head.count - (isQuoted ? 0 : 1)
        // What lies behind the head in its vectors is overwritten by the value.
        let words = [0, 8, 16, 24].map { buffer.word(at: min(head.start + $0, buffer.capacity)) }
        low = SIMD2(words[0], words[1])
        high = SIMD2(words[2], words[3])
        self.kind = length <= Self.limit ? kind : .other
        count = UInt8(clamping: length)
        self.length = UInt8(clamping: head.count - 1)
        quotes = isQuoted ? 1 : 0
        self.place = place
        self.number = number
    }
}

/// Words that mean "no value", as far as they are looked for while members are written: by their lengths, a bit for each (63 is
/// for all longer ones), and the only one of a single byte; 0 for none.
@frozen @usableFromInline package struct AbsentWords: BitwiseCopyable, Sendable {
    @usableFromInline let lengths: UInt64
    /// Bytes of the longest of them; -1 for none.
    @usableFromInline let longest: Int
    @usableFromInline let byte: UInt8

    package init(_ words: [[UInt8]]) {
        let single = words.filter { $0.count == 1 }
        byte = single.count == 1 ? single[0][0] : 0
        let others = words.filter { $0.count != 1 || single.count > 1 }
        lengths = others.reduce(0) { $0 | 1 << UInt64(min($1.count, 63)) }
        longest = others.map(\.count).max() ?? -1
    }

    /// One of them, but for the single byte, may be as long.
    @inlinable @inline(__always) func hasWord(of length: Int) -> Bool {
        length <= longest && lengths &>> UInt64(truncatingIfNeeded: min(length, 63)) & 1 != 0
    }
}

extension ByteBuffer {
    /// Appends the members of a line in their order, up to one that takes more: it may be no value at all, or no number as JSON
    /// writes it, it is a time that is not expected, it is of another kind, or there is no room for it.
    /// - Parameters:
    ///   - captures: within the line, which lies in the source.
    ///   - stamp: of the kind `time`, what is written, if it is expected. It says afterwards whether it was, and the second.
    /// - Returns: the number of the member that is left, or `end`.
    @inlinable @inline(__always)
    package mutating func append(
        _ steps: borrowing Slab<MemberStep>, from first: Int, to end: Int, _ source: borrowing ByteBuffer,
        _ line: Slice, _ captures: Captures, _ absent: AbsentWords, _ stamp: inout RepeatedStamp, isExpected: Bool
    ) -> Int {
        precondition(first >= 0 && first <= end && end <= steps.count)
        source.check(line)
        // Invariant: what is written of a member ends before `limit`, but for what is moved into the padding.
        let limit = unsafe base + capacity
        var target = unsafe base + count
        var index = first
        while index < end {
            let step = unsafe UnsafePointer(steps.base + index)
            let capture = unsafe captures.base + Int(step.pointee.place & 63)
            let start = unsafe Int(capture.pointee.start)
            let stop = unsafe Int(capture.pointee.end)
            precondition(line.start <= start && start <= stop && stop <= line.end)
            let length = stop &- start
            let value = unsafe source.base + start
            if length == 1, unsafe value.pointee == absent.byte {
                index &+= 1
                continue
            }
            if absent.hasWord(of: length) { break }
            let kind = unsafe step.pointee.kind
            if kind != .text {
                if kind == .integer {
                    guard unsafe Self.isShortInteger(value, length) else { break }
                } else if kind == .decimal {
                    guard unsafe Self.isShortDecimal(value, length) else { break }
                } else {
                    guard kind == .time, isExpected, unsafe stamp.isRepeated(by: value, length) else { break }
                }
            }
            let head = unsafe Int(step.pointee.count)
            guard unsafe target + (head &+ length &+ RepeatedStamp.room) < limit else { break }
            unsafe UnsafeMutableRawPointer(target).storeBytes(of: step.pointee.low, as: SIMD2<UInt64>.self)
            unsafe UnsafeMutableRawPointer(target + 16).storeBytes(of: step.pointee.high, as: SIMD2<UInt64>.self)
            unsafe target += head
            if kind == .time {
                unsafe target += stamp.write(value, to: target)
            } else {
                unsafe Self.moveShort(value, target, length)
                unsafe target += length
                unsafe target.pointee = 0x22
                unsafe target += Int(step.pointee.quotes)
            }
            index &+= 1
        }
        count = unsafe target - base
        return index
    }

    /// Appends one member, whatever its kind, with its value as it stands.
    @inlinable @inline(__always)
    package mutating func append(
        _ head: MemberStep, _ source: borrowing ByteBuffer, _ value: Slice, isQuoted: Bool
    ) {
        source.check(value)
        let before = Int(head.length) &+ (isQuoted ? 1 : 0)
        reserve(before &+ value.count &+ 1)
        // Invariant: there is room for both, and for the vectors behind them in the padding.
        let target = unsafe base + count
        unsafe UnsafeMutableRawPointer(target).storeBytes(of: head.low, as: SIMD2<UInt64>.self)
        unsafe UnsafeMutableRawPointer(target + 16).storeBytes(of: head.high, as: SIMD2<UInt64>.self)
        unsafe Self.moveShort(source.base + value.start, target + before, value.count)
        unsafe target[before &+ value.count] = 0x22
        count &+= before &+ value.count &+ (isQuoted ? 1 : 0)
    }

    /// Appends what stands before a member's value.
    @inlinable @inline(__always) package mutating func append(_ head: MemberStep, isQuoted: Bool) {
        reserve(MemberStep.limit)
        let target = unsafe base + count
        unsafe UnsafeMutableRawPointer(target).storeBytes(of: head.low, as: SIMD2<UInt64>.self)
        unsafe UnsafeMutableRawPointer(target + 16).storeBytes(of: head.high, as: SIMD2<UInt64>.self)
        count &+= Int(head.length) &+ (isQuoted ? 1 : 0)
    }

    /// Whether a slice is an integer as JSON writes it, of fifteen digits at most. Others may be one all the same.
    @inlinable @inline(__always) package func isShortInteger(_ slice: Slice) -> Bool {
        check(slice)
        return unsafe Self.isShortInteger(base + slice.start, slice.count)
    }

    /// The same of digits with a point between them, fifteen bytes at most.
    @inlinable @inline(__always) package func isShortDecimal(_ slice: Slice) -> Bool {
        check(slice)
        return unsafe Self.isShortDecimal(base + slice.start, slice.count)
    }

    // Invariant of both: sixteen bytes can be read, within what was checked or the padding behind it.

    @inlinable @inline(__always) static func isShortInteger(_ place: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        let others = unsafe weir_no_digits(place)
        return unsafe count > 0 && count <= others.trailingZeroBitCount && count < 16
            && (place.pointee != 0x30 || count == 1)
    }

    @inlinable @inline(__always) static func isShortDecimal(_ place: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        let others = unsafe weir_no_digits(place)
        let whole = others.trailingZeroBitCount
        // The lowest bit is taken out: the next one is what ends the digits behind the point.
        let next = (others & (others &- 1)).trailingZeroBitCount
        return unsafe whole > 0 && whole &+ 1 < count && count <= next && count < 16 && place[whole] == 0x2E
            && (place.pointee != 0x30 || whole == 1)
    }
}
