import Bytes
import CPCRE2

/// How far into a line a pattern came that does not match it.
package struct FurthestPoint: Equatable, Sendable {
    /// Bytes of the line before the place where nothing fitted any more.
    package let offset: Int
    /// What the pattern has there, and all that follows it.
    package let wanted: String
}

/// A pattern compiled to find out why a line does not match: with a call before each of its items (PCRE2_AUTO_CALLOUT,
/// pcre2callout(3)), interpreted, and without the shortcuts that would tell at once that nothing can match. Slow, and made
/// only for lines that somebody wants explained.
///
/// Invariants for every `unsafe` in this file: as in `CompiledPattern`; the callback gets the pointer to a `Reached` that
/// lives on the stack of the call that matches.
@safe package final class PatternProbe {
    private let code: OpaquePointer
    private let data: OpaquePointer
    private let context: OpaquePointer
    private let pattern: [UInt8]
    /// Bytes that stand before and behind the pattern in what PCRE2 was given.
    private let prefix, suffix: Int

    /// Steps of the interpreter: what is explained is worth more of them than what is parsed.
    private static let matchLimit: UInt32 = 200_000

    package init?(of pattern: CompiledPattern) {
        var flags = pattern.flags | UInt32(PCRE2_AUTO_CALLOUT) | UInt32(PCRE2_NO_START_OPTIMIZE)
        // What is not UTF-8 is a thing that nothing matches.
        if flags & UInt32(PCRE2_UTF) != 0 { flags |= UInt32(PCRE2_MATCH_INVALID_UTF) }
        let text = pattern.whole
        var error: Int32 = 0
        var offset = 0
        guard let code = unsafe pcre2_compile_8(text, text.count, flags, &error, &offset, nil),
            let data = unsafe pcre2_match_data_create_from_pattern_8(code, nil),
            let context = unsafe pcre2_match_context_create_8(nil)
        else { return nil }
        unsafe self.code = code
        unsafe self.data = data
        unsafe self.context = context
        self.pattern = text
        prefix = pattern.prefixLength
        suffix = text.count - prefix - pattern.pattern.utf8.count
        unsafe pcre2_set_match_limit_8(context, Self.matchLimit)
        unsafe pcre2_set_heap_limit_8(context, 16 << 10)
    }

    deinit {
        unsafe pcre2_match_context_free_8(context)
        unsafe pcre2_match_data_free_8(data)
        unsafe pcre2_code_free_8(code)
    }

    private struct Reached {
        /// Bytes matched by the attempt that matched most; -1 before any.
        var length = -1
        var position = 0
        var item = 0
        /// The end of a group or of an alternative says nothing of what is wanted: an item behind it says more.
        var isEnd = true
        let pattern: [UInt8]

        mutating func note(length: Int, position: Int, item: Int) {
            guard length > self.length || length == self.length && isEnd else { return }
            let byte = item < pattern.count ? pattern[item] : 0
            self.length = length
            self.position = position
            self.item = item
            isEnd = byte == UInt8(ascii: ")") || byte == UInt8(ascii: "|")
        }
    }

    /// The place that the pattern came to before it failed, the first of those that it came as far with; nil where it
    /// matches.
    package func furthestPoint(in buffer: borrowing ByteBuffer, _ subject: Slice) -> FurthestPoint? {
        buffer.check(subject)
        var reached = Reached(pattern: pattern)
        let result = unsafe withUnsafeMutablePointer(to: &reached) { reached in
            unsafe pcre2_set_callout_8(
                context,
                { block, data in
                    guard let block = unsafe block?.pointee, let data = unsafe data else { return 0 }
                    let reached = unsafe data.assumingMemoryBound(to: Reached.self)
                    unsafe reached.pointee.note(
                        length: block.current_position - block.start_match, position: block.current_position,
                        item: block.pattern_position)
                    return 0
                }, UnsafeMutableRawPointer(reached))
            // Invariant: the slice was checked, and the buffer is borrowed for as long as the match lasts.
            return unsafe pcre2_match_8(code, buffer.base + subject.start, subject.count, 0, 0, data, context)
        }
        guard result < 0, reached.length >= 0 else { return nil }
        let from = max(prefix, min(reached.item, pattern.count))
        return FurthestPoint(offset: reached.position, wanted: wanted(from: from))
    }

    private func wanted(from start: Int) -> String {
        let end = pattern.count - suffix
        return start < end ? String(decoding: pattern[start..<end], as: UTF8.self) : ""
    }
}
