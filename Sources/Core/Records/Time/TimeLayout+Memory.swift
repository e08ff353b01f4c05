import Bytes

extension TimeLayout {
    /// The stamp, if but for its fraction, and the second of its minute, it is the one before again. Gives what reading it
    /// anew would.
    @inline(__always)
    func recall(_ buffer: borrowing ByteBuffer, _ slice: Slice, _ context: inout TimeContext) -> Timestamp? {
        // Whatever came between may have changed how a stamp is read.
        guard context.last == context.memory.seconds,
            let head = context.memory.head(buffer, slice, layout: identity)
        else { return nil }
        var position = head
        var fraction = TimeFraction()
        switch fractionRule {
        case .none: break
        case .optional:
            fraction = TimeFraction.behindPoint(buffer, at: position, to: slice.end)
        case .digits(let least, let most):
            guard let read = TimeFraction(buffer, at: position, to: slice.end, least: least, most: most) else {
                return nil
            }
            fraction = read
        }
        position &+= fraction.length
        guard context.memory.hasTail(buffer, from: position, to: slice.end) else { return nil }
        context.last = context.memory.seconds
        return Timestamp(seconds: context.memory.seconds, nanos: fraction.nanos, digits: fraction.digits)
    }

    /// Appends the instant that the whole slice stands for as RFC 3339 text, in UTC; false where it is no stamp.
    @inline(__always)
    package func rewrite(
        _ buffer: borrowing ByteBuffer, _ slice: Slice, _ context: inout TimeContext, to output: inout ByteBuffer
    ) -> Bool {
        context.rewrite(buffer, slice, of: stamp, to: &output) || rewriteAnew(buffer, slice, &context, to: &output)
    }

    /// The same of a stamp that is not the one before but for the second of its minute and a fraction.
    @inline(never)
    package func rewriteAnew(
        _ buffer: borrowing ByteBuffer, _ slice: Slice, _ context: inout TimeContext, to output: inout ByteBuffer
    ) -> Bool {
        guard let stamp = parse(buffer, slice, context: &context) else { return false }
        let start = output.count
        context.append(stamp, to: &output)
        if context.memory.seconds == stamp.seconds {
            context.memory.keepText(output, at: start, buffer, slice, layout: identity)
        }
        return true
    }

    /// What has to be known of the layout to see that a stamp is the one before again.
    package struct Stamp: BitwiseCopyable, Sendable {
        package let identity: UInt64
        let mayHaveFraction: Bool
    }

    package var stamp: Stamp { Stamp(identity: identity, mayHaveFraction: fractionRule == .optional) }

    /// The second of the minute, in two digits, is what a stamp's head ends with.
    static func headEndsWithSecond(_ steps: [TimeStep]) -> Bool {
        let second = TimeStep.number(.second, least: 2, most: 2)
        // Without a fraction, the place where it would be is behind the second.
        return steps.contains(where: \.isFraction)
            ? steps.prefix { !$0.isFraction }.last == second : steps.contains(second)
    }

    /// How the fraction between a stamp's head and tail is written.
    enum FractionRule: Equatable, Sendable {
        case none, optional
        case digits(least: Int, most: Int)

        init(_ steps: [TimeStep]) {
            self = .none
            for step in steps {
                switch step {
                case .optionalFraction: self = .optional
                case .fraction(let least, let most): self = .digits(least: least, most: most)
                default: break
                }
            }
        }
    }
}

extension TimeContext {
    /// Appends the instant of a stamp, as `TimeLayout.rewrite` does, where it is the one before but for the second of its minute
    /// and a fraction; false, with nothing appended, where it is not.
    @inline(__always)
    package mutating func rewrite(
        _ buffer: borrowing ByteBuffer, _ slice: Slice, of stamp: TimeLayout.Stamp, to output: inout ByteBuffer
    ) -> Bool {
        guard isRepeating(layout: stamp.identity) else { return false }
        if output.append(&memory.repeated, buffer, slice) {
            takeRepeated()
            return true
        }
        guard stamp.mayHaveFraction, memory.rewrite(buffer, slice, layout: stamp.identity, to: &output) else {
            return false
        }
        last = memory.seconds
        return true
    }

    /// What is remembered is of the stamp read last, and of this layout: whatever came between may have changed how one is read.
    @inlinable @inline(__always) package func isRepeating(layout identity: UInt64) -> Bool {
        last == memory.seconds && memory.layout == identity
    }

    /// The stamp that is expected next, where `isRepeating`; what has been written of it is made known by `takeRepeated`.
    @inlinable package var repeated: RepeatedStamp {
        @inline(__always) get { memory.repeated }
        @inline(__always) _modify { yield &memory.repeated }
    }

    @inlinable @inline(__always) package mutating func takeRepeated() {
        guard memory.repeated.second >= 0 else { return }
        memory.takeRepeated()
        last = memory.seconds
    }
}
