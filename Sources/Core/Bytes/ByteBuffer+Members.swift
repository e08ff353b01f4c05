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
        /// A time, which is written in quotes, and otherwise than it was captured, by whoever asks for the members.
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

    /// Whoever asks for the members writes it.
    @inlinable package var isLeft: Bool { kind == .time || kind == .other }
    @inlinable package var isTime: Bool { kind == .time }

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
    @usableFromInline package let lengths: UInt64
    @usableFromInline package let byte: UInt8

    package init(_ words: [[UInt8]]) {
        let single = words.filter { $0.count == 1 }
        byte = single.count == 1 ? single[0][0] : 0
        lengths = words.filter { $0.count != 1 || single.count > 1 }.reduce(0) { $0 | 1 << UInt64(min($1.count, 63)) }
    }
}

extension ByteBuffer {
    /// Appends the members of a line in their order, up to one that is not written as it was captured, or may be no value at all.
    /// - Returns: the number of that one, or `end`.
    package mutating func append(
        _ steps: borrowing Slab<MemberStep>, from first: Int, to end: Int, _ source: borrowing ByteBuffer,
        _ captures: Captures, _ absent: AbsentWords
    ) -> Int {
        precondition(first >= 0 && end <= steps.count)
        var index = first
        // Invariant: what is written of a member ends before `limit`, but for what is moved into the padding.
        let limit = unsafe base + capacity
        var target = unsafe base + count
        while index < end {
            let step = unsafe steps.base + index
            let capture = unsafe captures.base + Int(step.pointee.place & 63)
            let start = unsafe Int(capture.pointee.start)
            let length = unsafe Int(capture.pointee.end) &- start
            precondition(start >= 0 && length >= 0 && start &+ length <= source.capacity)
            let value = unsafe source.base + start
            if length == 1, unsafe value.pointee == absent.byte {
                index &+= 1
                continue
            }
            if absent.lengths &>> UInt64(truncatingIfNeeded: min(length, 63)) & 1 != 0 { break }
            switch unsafe step.pointee.kind {
            case .text: break
            case .integer: if unsafe !Self.isShortInteger(word(value), length) { return unsafe stop(at: target, index) }
            case .decimal: if unsafe !Self.isShortDecimal(word(value), length) { return unsafe stop(at: target, index) }
            case .time, .other: return unsafe stop(at: target, index)
            }
            let head = unsafe Int(step.pointee.count)
            guard unsafe limit - target > head &+ length else { return unsafe stop(at: target, index) }
            unsafe UnsafeMutableRawPointer(target).storeBytes(of: step.pointee.low, as: SIMD2<UInt64>.self)
            unsafe UnsafeMutableRawPointer(target + 16).storeBytes(of: step.pointee.high, as: SIMD2<UInt64>.self)
            unsafe target += head
            unsafe Self.moveShort(value, target, length)
            unsafe target += length
            unsafe target.pointee = 0x22
            unsafe target += Int(step.pointee.quotes)
            index &+= 1
        }
        return unsafe stop(at: target, index)
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

    @inline(__always) private mutating func stop(at target: UnsafeMutablePointer<UInt8>, _ index: Int) -> Int {
        count = unsafe target - base
        return index
    }

    @inline(__always) private func word(_ place: UnsafePointer<UInt8>) -> UInt64 {
        unsafe UInt64(littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt64.self))
    }

    /// Whether a word begins with as many digits that are an integer as JSON writes it, eight at most. Others may be one all the
    /// same.
    @inlinable @inline(__always) package static func isShortInteger(_ word: UInt64, _ count: Int) -> Bool {
        count > 0 && count <= 8 && SWAR.first(SWAR.isNoDigit(word)) >= count && (word & 0xFF != 0x30 || count == 1)
    }

    /// The same of digits with a point between them, eight bytes at most.
    @inlinable @inline(__always) package static func isShortDecimal(_ word: UInt64, _ count: Int) -> Bool {
        let whole = SWAR.first(SWAR.isNoDigit(word))
        guard count <= 8, whole > 0, whole &+ 1 < count, word & 0xFF != 0x30 || whole == 1 else { return false }
        // The point and what stands before it are shifted out.
        let rest = word &>> UInt64(truncatingIfNeeded: whole &<< 3)
        return rest & 0xFF == 0x2E && SWAR.first(SWAR.isNoDigit(rest &>> 8)) >= count &- whole &- 1
    }
}
