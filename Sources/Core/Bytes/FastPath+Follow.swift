import Glibc
import System

// Invariants: those of `FastPath`.
extension FastPath {
    /// Writes the lines that come, till there is something else to do, or so much time is over. Whatever it returns, lines may have
    /// been taken.
    /// - Parameter afterLine: so much time since the call is the most once a line was taken: a mark is due behind it earlier than
    ///   where nothing has come.
    package mutating func follow(milliseconds: Int32, afterLine: Int32 = .max) -> Outcome {
        guard known > 0 else { return .ready }
        let entries = unsafe base.assumingMemoryBound(to: pollfd.self)
        let start = Self.now()
        let deadline = start &+ Int64(min(milliseconds, afterLine)) &* 1_000_000
        var milliseconds = milliseconds
        // A signal that does not come during a wait is seen to afterwards.
        for _ in 0..<Self.mostWaits {
            let count = unsafe poll(entries, 2, milliseconds)
            if count <= 0 { return count == 0 ? .timedOut : .interrupted }
            if unsafe entries[1].revents & Int16(POLLERR | POLLHUP | POLLNVAL) != 0 { return .hungUp }
            eventCount = unsafe max(0, read(entries[0].fd, base + Self.eventStart, Self.eventRoom))
            guard hasOnlyGrown() else { return .ready }
            let got = unsafe pread(file, base + Self.inputStart, Self.room, Int(offset))
            guard got >= known, got <= known &+ Self.most, beginsWithKnown() else { return .ready }
            if got == known {
                // The event was of something that was taken before it; or else somebody should look.
                guard taken.lines > 0 else { return .ready }
            } else {
                end = Self.inputStart &+ got
                guard isRaw ? cut() : compose() else { return .ready }
                let written = unsafe write(output, base + outStart, outEnd &- outStart)
                guard moveOn(max(0, written)) else { return .ready }
            }
            eventCount = 0
            let left = deadline &- Self.now()
            if left <= 0 { return .timedOut }
            milliseconds = Int32(truncatingIfNeeded: left / 1_000_000 &+ 1)
        }
        return .timedOut
    }

    @inline(__always) private static func now() -> Int64 {
        var time = timespec()
        _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }

    /// Whether the events say that the file was written to, and nothing else.
    @inline(__always) private func hasOnlyGrown() -> Bool {
        var place = Self.eventStart
        let end = place &+ eventCount
        while place < end {
            // The second word: no cookie, no name.
            guard word(place) == event, word(place &+ 8) == 0 else { return false }
            place &+= 16
        }
        return eventCount > 0
    }

    /// From here on the last line taken is the known one. False where not all was written, or there is more than whole lines.
    @inline(__always) private mutating func moveOn(_ written: Int) -> Bool {
        offset &+= Int64(lastStart &- Self.inputStart)
        taken.bytes &+= lastEnd &- Self.inputStart &- known
        known = lastEnd &- lastStart
        copy(known, from: lastStart, to: Self.lineStart)
        taken.hasBeginning = lastEnd < end
        taken.written &+= written
        rest = Slice(from: outStart &+ written, to: outEnd)
        return rest.count == 0 && lastEnd == end
    }

    @inline(__always) func word(_ place: Int) -> UInt64 {
        unsafe UInt64(littleEndian: base.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }

    @inline(__always) func byte(_ place: Int) -> UInt8 {
        unsafe base.load(fromByteOffset: place, as: UInt8.self)
    }

    @inline(__always) func put(_ word: UInt64, at place: Int) {
        unsafe base.storeBytes(of: word.littleEndian, toByteOffset: place, as: UInt64.self)
    }

    @inline(__always) func copy(_ count: Int, from source: Int, to target: Int) {
        var place = 0
        while place < count {
            put(word(source &+ place), at: target &+ place)
            place &+= 8
        }
    }

    @inline(__always) private func beginsWithKnown() -> Bool {
        var place = 0
        while place &+ 8 <= known {
            if word(Self.lineStart &+ place) != word(Self.inputStart &+ place) { return false }
            place &+= 8
        }
        return SWAR.keep(word(Self.lineStart &+ place) ^ word(Self.inputStart &+ place), first: known &- place) == 0
    }
}
