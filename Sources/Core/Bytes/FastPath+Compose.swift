// Invariants: those of `FastPath`.
extension FastPath {
    /// The whole lines where they lie.
    @inline(__always) mutating func cut() -> Bool {
        outStart = Self.inputStart &+ known
        lastEnd = end
        while lastEnd > outStart, byte(lastEnd &- 1) != 0x0A { lastEnd &-= 1 }
        guard lastEnd > outStart else { return false }
        outEnd = lastEnd
        taken.lines &+= 1
        lastStart = lastEnd &- 1
        while lastStart > outStart, byte(lastStart &- 1) != 0x0A { lastStart &-= 1 }
        var place = outStart
        while place < lastStart {
            if byte(place) == 0x0A { taken.lines &+= 1 }
            place &+= 1
        }
        return true
    }

    /// An envelope for each whole line.
    @inline(__always) mutating func compose() -> Bool {
        var from = Self.inputStart &+ known
        var start = from
        var lines = 0
        var to = Self.composed
        outStart = to
        outEnd = to
        copy(Self.headCount, from: Self.headStart, to: to)
        to &+= Self.headCount
        while from < end {
            let word = word(from)
            put(word, at: to)
            let special = SWAR.needsCare(word)
            let plain = SWAR.first(special)
            from &+= plain
            to &+= plain
            if special == 0 { continue }
            if from >= end { break }
            switch byte(from) {
            case 0x22: put(0x225C, at: to)
            case 0x5C: put(0x5C5C, at: to)
            case 0x0A:
                copy(tailCount, from: Self.tailStart, to: to)
                to = putOffset(of: start, at: to &+ tailCount)
                put(0x0A7D, at: to)
                to &+= 2
                from &+= 1
                lines &+= 1
                lastStart = start
                lastEnd = from
                outEnd = to
                start = from
                // All that is left may need escapes; an offset has 19 digits at most.
                let most = to &+ Self.headCount &+ 2 &* (end &- from) &+ tailCount &+ 32
                guard most < Self.composedEnd else { return false }
                copy(Self.headCount, from: Self.headStart, to: to)
                to &+= Self.headCount
                continue
            default: return false
            }
            from &+= 1
            to &+= 2
        }
        taken.lines &+= lines
        return lines > 0
    }

    /// Where in the file the line begins that was read to there. Returns what is behind it.
    @inline(__always) private func putOffset(of start: Int, at place: Int) -> Int {
        let value = UInt64(truncatingIfNeeded: offset &+ Int64(start &- Self.inputStart))
        var digits = 1
        var rest = value / 10
        while rest > 0 {
            rest /= 10
            digits &+= 1
        }
        rest = value
        var position = place &+ digits
        while position > place {
            position &-= 1
            unsafe base.storeBytes(
                of: 0x30 &+ UInt8(truncatingIfNeeded: rest % 10), toByteOffset: position, as: UInt8.self)
            rest /= 10
        }
        return place &+ digits
    }
}
