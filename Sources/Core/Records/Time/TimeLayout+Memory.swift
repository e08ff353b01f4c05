import Bytes

extension TimeLayout {
    /// The stamp, if but for its fraction it is the one before again. Gives what reading it anew would.
    @inline(__always)
    func recall(_ buffer: borrowing ByteBuffer, _ slice: Slice, _ context: inout TimeContext) -> Timestamp? {
        guard let head = context.memory.head(buffer, slice, layout: identity),
            // The year of a yearless stamp hangs on the one before: it must be this one.
            context.last == context.memory.seconds
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
        return Timestamp(seconds: context.memory.seconds, nanos: fraction.nanos, digits: fraction.digits)
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
