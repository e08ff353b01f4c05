import Bytes
import CPCRE2

/// A regular expression compiled to machine code by PCRE2 (pcre2api(3), pcre2jit(3)), with the limits that keep a
/// hostile line or pattern from holding up the stream.
///
/// One value belongs to one thread: it holds the captures of its last match.
///
/// Invariants for every `unsafe` in this file: the pointers come from PCRE2, are not nil (checked at creation) and
/// live as long as this object; `ovector` has two words for each of `groupCount + 1` groups.
@safe @usableFromInline package final class CompiledPattern {
    private let code: OpaquePointer
    private let data: OpaquePointer
    private let context: OpaquePointer
    private var stack: OpaquePointer?
    @usableFromInline let ovector: UnsafeMutablePointer<Int>
    /// Nil until it was tried: most patterns are flat, and machine code takes longer to make than many a log to read.
    private var isCompiledToMachineCode: Bool?
    let flags: UInt32
    let isForBytes: Bool
    private let usesThreadStack: Bool
    /// The pattern as a program of our own, where it is of the kind that has one.
    private let flat: FlatPattern?
    private let uncountedFlat: Uncounted<FlatPattern>?
    /// How it went on the subjects before; none where that is not asked for.
    let tree: TraceTree?
    let uncountedTree: Uncounted<TraceTree>?
    /// Those of the trace followed last.
    package let captures: Captures
    /// The pattern once more, for subjects that are not UTF-8.
    private var lenient: OpaquePointer?
    // One thread has a pattern, and no access to these overlaps another: the check at run time would cost more than
    // what it guards.
    /// Where the last subject began in its buffer.
    @exclusivity(unchecked) @usableFromInline var base = 0
    @exclusivity(unchecked) @usableFromInline var matchedGroups = 0

    package let pattern: String
    /// What PCRE2 was given, and how much of it stands before the pattern.
    let whole: [UInt8]
    let prefixLength: Int
    /// Number of capturing groups, named or not.
    package let groupCount: Int
    /// The named groups in the order of their numbers.
    package let namedGroups: [NamedGroup]

    /// Steps that a match may take before it is given up as `match-limit`.
    package static let matchLimit: UInt32 = 10_000
    private static let heapLimitKiB: UInt32 = 16 << 10
    private static let stackLimit = 1 << 20

    package init(_ pattern: String, options: PatternOptions = []) throws(PatternError) {
        self.pattern = pattern
        unsafe lenient = nil
        let prefix = options.contains(.whole) ? "\\A(?:" : ""
        let text = Array((options.contains(.whole) ? "\(prefix)\(pattern))\\z" : pattern).utf8)
        var flags = UInt32(PCRE2_NEVER_BACKSLASH_C) | UInt32(PCRE2_DOLLAR_ENDONLY)
        isForBytes = options.contains(.bytes)
        usesThreadStack = options.contains(.threadStack)
        if !isForBytes { flags |= UInt32(PCRE2_UTF) }
        if options.contains(.caseless) { flags |= UInt32(PCRE2_CASELESS) }
        self.flags = flags
        whole = text
        prefixLength = prefix.utf8.count
        var code: Int32 = 0
        var offset = 0
        guard let compiled = unsafe pcre2_compile_8(text, text.count, flags, &code, &offset, nil) else {
            let position = min(max(0, offset - prefix.utf8.count), pattern.utf8.count)
            throw PatternError(message: Self.message(of: code), offset: position)
        }
        guard let data = unsafe pcre2_match_data_create_from_pattern_8(compiled, nil),
            let context = unsafe pcre2_match_context_create_8(nil),
            let ovector = unsafe pcre2_get_ovector_pointer_8(data)
        else { throw PatternError(message: "no memory for the pattern", offset: 0) }
        unsafe self.code = compiled
        unsafe self.data = data
        unsafe self.context = context
        unsafe self.ovector = UnsafeMutableRawPointer(ovector).assumingMemoryBound(to: Int.self)
        groupCount = Int(unsafe pcre2_get_ovector_count_8(data)) - 1
        namedGroups = unsafe Self.names(of: compiled)
        isCompiledToMachineCode = options.contains(.interpreted) ? false : nil
        unsafe stack = nil
        flat = Self.flat(pattern, options)
        uncountedFlat = flat.map { Uncounted(heldElsewhere: $0) }
        let captures = Captures()
        self.captures = captures
        tree = options.contains(.untraced) ? nil : flat.map { unsafe TraceTree($0, captures: captures.base) }
        uncountedTree = tree.map { Uncounted(heldElsewhere: $0) }
        unsafe pcre2_set_match_limit_8(context, Self.matchLimit)
        unsafe pcre2_set_heap_limit_8(context, Self.heapLimitKiB)
    }

    private static func flat(_ pattern: String, _ options: PatternOptions) -> FlatPattern? {
        guard options.isDisjoint(with: [.caseless, .interpreted, .machineCode]) else { return nil }
        let isWhole = options.contains(.whole)
        // What may begin anywhere has to be looked for, which PCRE2 is good at.
        guard isWhole || pattern.hasPrefix("^") else { return nil }
        let text = Array(pattern.utf8.dropFirst(isWhole ? 0 : 1))
        return FlatPattern.compile(text, isWhole: isWhole, isUTF8: !options.contains(.bytes))
    }

    /// Has PCRE2 make machine code of the pattern, once.
    private func compileToMachineCode() -> Bool {
        if let known = isCompiledToMachineCode { return known }
        let isDone = unsafe pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE)) == 0
        isCompiledToMachineCode = isDone
        guard isDone, !usesThreadStack, let stack = unsafe pcre2_jit_stack_create_8(32 << 10, Self.stackLimit, nil)
        else { return isDone }
        unsafe self.stack = stack
        unsafe pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
        return isDone
    }

    deinit {
        if let stack = unsafe stack { unsafe pcre2_jit_stack_free_8(stack) }
        unsafe pcre2_match_context_free_8(context)
        unsafe pcre2_match_data_free_8(data)
        if let lenient = unsafe lenient { unsafe pcre2_code_free_8(lenient) }
        unsafe pcre2_code_free_8(code)
    }

    /// Looks for the pattern in a slice; its captures stay until the next call.
    package func firstMatch(in buffer: borrowing ByteBuffer, _ subject: Slice) -> MatchOutcome {
        buffer.check(subject)
        unsafe base = subject.start
        // Invariant: the slice was checked; the pattern was compiled for this code's own data.
        let start = unsafe buffer.base + subject.start
        // The machine code for UTF-8 does not look whether the subject is.
        if !isForBytes, !buffer.isUTF8(subject) { return unsafe matchLeniently(start, subject.count) }
        if let uncountedFlat {
            if takeTrace(in: buffer, subject) { return .matched }
            var witness = NoWitness()
            switch uncountedFlat.look({
                unsafe $0.match(buffer.base, subject.start, subject.end, ovector, &witness)
            }) {
            case .matched:
                unsafe matchedGroups = groupCount &+ 1
                if let tree, tree.noteMiss() { learn(in: buffer, subject) }
                return .matched
            case .noMatch:
                unsafe matchedGroups = 0
                return .noMatch
            case .gaveUp: break
            }
        }
        let result =
            compileToMachineCode()
            ? unsafe pcre2_jit_match_8(code, start, subject.count, 0, 0, data, context)
            : unsafe pcre2_match_8(code, start, subject.count, 0, 0, data, context)
        return outcome(of: result)
    }

    /// Follows the traces of the subjects before, and makes the captures of that.
    @inline(never) private func takeTrace(in buffer: borrowing ByteBuffer, _ subject: Slice) -> Bool {
        guard let tree, case let number = follow(in: buffer, subject), number >= 0 else { return false }
        var group = 0
        while group <= groupCount {
            unsafe ovector[2 &* group] = -1
            group &+= 1
        }
        for (group, place) in tree.traces[number].groups {
            let capture = captures[place]
            unsafe ovector[2 &* group] = Int(capture.start) &- subject.start
            unsafe ovector[2 &* group &+ 1] = Int(capture.end) &- subject.start
        }
        unsafe matchedGroups = groupCount &+ 1
        return true
    }

    /// Matches once more, and has it written down.
    @inline(never) private func learn(in buffer: borrowing ByteBuffer, _ subject: Slice) {
        var recorder = TraceRecorder()
        guard let flat, unsafe flat.match(buffer.base, subject.start, subject.end, ovector, &recorder) == .matched
        else { return }
        tree?.learn(recorder)
    }

    /// Looks for the pattern at or behind `position`, which lies in the subject; what stands before that is seen by the pattern, as
    /// in a look-behind.
    package func nextMatch(in buffer: borrowing ByteBuffer, _ subject: Slice, from position: Int) -> MatchOutcome {
        buffer.check(subject)
        precondition(position >= subject.start && position <= subject.end)
        unsafe base = subject.start
        // Invariant: the slice was checked, and the offset lies in it; the pattern was compiled for this code's own data.
        let start = unsafe buffer.base + subject.start
        let offset = position &- subject.start
        if !isForBytes, !buffer.isUTF8(subject) { return unsafe matchLeniently(start, subject.count, from: offset) }
        let result =
            compileToMachineCode()
            ? unsafe pcre2_jit_match_8(code, start, subject.count, offset, 0, data, context)
            : unsafe pcre2_match_8(code, start, subject.count, offset, 0, data, context)
        return outcome(of: result)
    }

    /// Interprets the pattern with what is not UTF-8 as a thing that nothing matches. PCRE2 10.42 compiles `\S` and its
    /// like wrongly when told of such subjects, so they have a compiled pattern of their own, without machine code.
    private func matchLeniently(_ start: UnsafePointer<UInt8>, _ count: Int, from offset: Int = 0) -> MatchOutcome {
        if unsafe lenient == nil {
            var error: Int32 = 0
            var offset = 0
            let flags = flags | UInt32(PCRE2_MATCH_INVALID_UTF)
            unsafe lenient = pcre2_compile_8(whole, whole.count, flags, &error, &offset, nil)
        }
        guard let lenient = unsafe lenient else { return .failed(.other) }
        return outcome(of: unsafe pcre2_match_8(lenient, start, count, offset, 0, data, context))
    }

    private func outcome(of result: Int32) -> MatchOutcome {
        unsafe matchedGroups = Int(max(0, result))
        if result > 0 { return .matched }
        switch result {
        case PCRE2_ERROR_NOMATCH: return .noMatch
        case PCRE2_ERROR_MATCHLIMIT, PCRE2_ERROR_DEPTHLIMIT, PCRE2_ERROR_HEAPLIMIT: return .failed(.matchLimit)
        case PCRE2_ERROR_JIT_STACKLIMIT: return .failed(.stackExhausted)
        default: return .failed(.other)
        }
    }

    /// What a group matched last; nil where it took no part. Group 0 is the whole match.
    @inlinable @inline(__always) package func capture(_ group: Int) -> Slice? {
        guard unsafe group >= 0 && group < matchedGroups else { return nil }
        let start = unsafe ovector[2 &* group]
        guard start >= 0 else { return nil }
        let end = unsafe ovector[2 &* group &+ 1]
        return unsafe Slice(start: base &+ start, count: max(0, end &- start))
    }

    /// Whether the byte may stand in what the group captures of a subject without backslashes; true where that is not known.
    package func mayCaptureInPlain(_ byte: UInt8, in group: Int) -> Bool {
        flat?.plainBytesOfGroups[group].map { $0.contains(byte) } ?? true
    }
}
