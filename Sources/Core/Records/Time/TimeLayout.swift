import Bytes

/// How a log writes its time, compiled: a name (`clf`, `rfc3339`, …) or a text with `%` directives, as strptime(3) has
/// them. `TimeLayout+Names.swift` and `TimeLayout+Directives.swift` list them.
///
/// Parsing does not allocate, and gives nil for whatever is not a time: a month 13, a 30 February, a year beyond 9999
/// in UTC. A second may be 60 and is then the first of the next minute. Weekdays are read but not held against the date.
package struct TimeLayout: Equatable, Sendable, CustomStringConvertible {
    /// The text it was made of.
    package let description: String
    let kind: Kind
    let steps: [TimeStep]
    let fractionRule: FractionRule
    let headEndsWithSecond: Bool
    /// Tells layouts apart in a `SecondMemory`.
    let identity: UInt64

    enum Kind: Equatable, Sendable {
        /// Read by the steps alone.
        case steps
        /// Has a fast path for its usual shape, which gives what the steps would.
        case clf, rfc3164
        /// Read by its fast path alone; the steps say the same again, and a test holds the two together.
        case rfc3339
        /// A number of seconds times ten to the power of minus `scale`; by its size where that is nil.
        case epoch(scale: Int?)
    }

    init(description: String, kind: Kind, steps: [TimeStep]) {
        self.description = description
        self.kind = kind
        self.steps = steps
        fractionRule = FractionRule(steps)
        headEndsWithSecond = Self.headEndsWithSecond(steps)
        // FNV-1a, and never 0.
        identity = description.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 } | 1
    }

    /// - Parameter text: one of `names`, or a text with `%` directives.
    package init(_ text: String) throws(TimeLayoutError) {
        if let named = Self.named(text) {
            self = named
        } else {
            var compiler = TimeLayoutCompiler(text)
            self.init(description: text, kind: .steps, steps: try compiler.compile())
        }
    }

    package var isRFC3339: Bool { kind == .rfc3339 }

    /// True where stamps carry no year, so that the order of lines matters.
    package var isYearless: Bool {
        if case .epoch = kind { return false }
        return !steps.contains {
            switch $0 {
            case .number(.year, _, _), .number(.shortYear, _, _), .epoch: true
            default: false
            }
        }
    }

    /// True where stamps may leave out their zone.
    package var mayLackZone: Bool {
        if case .epoch(let scale) = kind { return scale == nil }
        return !steps.contains { $0 == .offset || $0 == .abbreviation || $0 == .epoch }
    }

    /// The instant the whole slice stands for.
    package func parse(_ buffer: borrowing ByteBuffer, _ slice: Slice, context: inout TimeContext) -> Timestamp? {
        if let known = recall(buffer, slice, &context) { return known }
        guard let scanned = scan(buffer, from: slice.start, to: slice.end, zone: context.zone), scanned.end == slice.end
        else { return nil }
        return resolve(scanned, buffer, slice, &context)
    }

    /// The instant the slice begins with, and how many bytes that took. What follows is not looked at, so
    /// `10:05:031` gives 10:05:03 and one byte left.
    package func parsePrefix(
        _ buffer: borrowing ByteBuffer, _ slice: Slice, context: inout TimeContext
    ) -> (time: Timestamp, length: Int)? {
        guard let scanned = scan(buffer, from: slice.start, to: slice.end, zone: context.zone) else { return nil }
        let stamp = Slice(from: slice.start, to: scanned.end)
        guard let time = resolve(scanned, buffer, stamp, &context) else { return nil }
        return (time, stamp.count)
    }

    @inline(__always)
    func scan(_ buffer: borrowing ByteBuffer, from start: Int, to end: Int, zone: TimeZoneRules) -> ScannedStamp? {
        switch kind {
        case .rfc3339: return Self.scanRFC3339(buffer, from: start, to: end)
        case .clf: if let stamp = Self.scanCLF(buffer, from: start, to: end) { return stamp }
        case .rfc3164: if let stamp = Self.scanRFC3164(buffer, from: start, to: end) { return stamp }
        case .epoch(let scale): return Self.scanEpoch(buffer, from: start, to: end, scale: scale)
        case .steps: break
        }
        return scanSteps(buffer, from: start, to: end, zone: zone)
    }

    @inline(__always)
    private func resolve(
        _ scanned: ScannedStamp, _ buffer: borrowing ByteBuffer, _ slice: Slice, _ context: inout TimeContext
    ) -> Timestamp? {
        guard let (seconds, isInFold) = context.resolve(scanned, buffer),
            let time = Timestamp(seconds: seconds, nanos: scanned.nanos, digits: scanned.digits)
        else { return nil }
        if isInFold {
            // The same text may mean another hour the next time.
            context.memory = SecondMemory()
        } else {
            context.memory.keep(
                buffer, slice, fraction: scanned.fraction, layout: identity, seconds: seconds,
                endsWithSecond: headEndsWithSecond)
        }
        return time
    }
}
