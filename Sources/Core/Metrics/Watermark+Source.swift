extension Watermark {
    /// What is known of one source's event time.
    ///
    /// A jump ahead of more than an hour is believed once 8 following records agree: one line with a broken clock must
    /// not close every window and make all that follows late. A following record agrees if it is at the new time (no
    /// more than an hour before it) or later; a record at the old time breaks the run. The time that is then believed
    /// is as far as the run went in steps of no more than an hour.
    ///
    /// The first record has nothing to be compared with and is believed. If it was wild, the next ones are all more
    /// than an hour behind it; once 9 of them agree, it is forgotten.
    @frozen @usableFromInline
    package struct Source: Sendable, Equatable {
        /// The latest event time that is believed; `Int64.min` before the first record.
        @usableFromInline package var latest: Int64
        /// The time that a run of records far from `latest` has come to.
        @usableFromInline package var candidate: Int64
        /// How many records of that run there were; 0 when there is none.
        @usableFromInline package var run: Int
        /// The watermark before this source's first record.
        @usableFromInline package var watermarkBefore: Int64
        /// Whether a second record was near the first.
        @usableFromInline package var isConfirmed: Bool
        /// Whether there was a record since the last tick.
        @usableFromInline package var isActive: Bool
        /// Whether it holds nobody back, for want of records.
        @usableFromInline package var isIdle: Bool
        /// The arrival time of the last tick with a record before it; nil before the first.
        @usableFromInline package var lastArrival: Int64?

        @inlinable
        package init() {
            latest = .min
            candidate = .min
            run = 0
            watermarkBefore = .min
            isConfirmed = false
            isActive = false
            isIdle = false
            lastArrival = nil
        }

        @usableFromInline package static var jump: Int64 {
            @inlinable @inline(__always) get { 3_600_000_000_000 }
        }

        /// How many records must agree with one that jumped.
        package static let followers = 8

        /// Whether the time needs no thought: no run to end or continue, no jump.
        @inlinable @inline(__always)
        func isSteady(_ time: Int64) -> Bool {
            isConfirmed && run == 0 && !isIdle && time <= latest.saturatingSum(Self.jump)
        }

        /// Returns whether the source's time went back, because its first record was wild.
        mutating func observe(_ time: Int64) -> Bool {
            isActive = true
            isIdle = false
            guard latest != .min else {
                latest = time
                return false
            }
            let isAhead = time > latest.saturatingSum(Self.jump)
            let isBehind = !isConfirmed && time < latest.saturatingDifference(Self.jump)
            guard isAhead || isBehind else {
                isConfirmed = true
                run = 0
                latest = max(latest, time)
                return false
            }
            let agrees = run > 0 && (candidate > latest) == isAhead && time >= candidate.saturatingDifference(Self.jump)
            if !agrees {
                candidate = time
                run = 1
                return false
            }
            run += 1
            if time <= candidate.saturatingSum(Self.jump) { candidate = max(candidate, time) }
            guard run > Self.followers else { return false }
            latest = candidate
            isConfirmed = true
            run = 0
            return isBehind
        }
    }
}

extension Int64 {
    @inlinable @inline(__always)
    func saturatingSum(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other < 0 ? .min : .max) : sum
    }

    @inlinable @inline(__always)
    func saturatingDifference(_ other: Int64) -> Int64 {
        let (difference, overflow) = subtractingReportingOverflow(other)
        return overflow ? (other < 0 ? .max : .min) : difference
    }
}
