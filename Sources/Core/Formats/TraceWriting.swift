import Bytes
import Records
import Regex

/// What is written for the lines of one shape: of a pattern's steps those whose groups take part in a trace, each with the place
/// of its capture.
struct TraceWriting: ~Copyable {
    private(set) var steps = Slab<MemberStep>(capacity: 64)
    /// Where the steps of each trace begin, and of one more; as many as have been asked for.
    private var starts = Slab<Int32>([0])

    /// The traces that are known: 0 to that.
    @inline(__always) var count: Int { starts.count &- 1 }

    @inline(__always) func range(of trace: Int) -> (start: Int, end: Int) {
        (Int(starts[trace]), Int(starts[trace &+ 1]))
    }

    /// Adds the next trace of the pattern.
    @inline(never) mutating func learn(
        _ pattern: CompiledPattern, _ all: borrowing Slab<PatternParser.Step>, _ buffer: borrowing ByteBuffer
    ) {
        let groups = pattern.groups(ofTrace: count)
        for number in 0..<all.count {
            let step = all[number]
            guard let group = groups.first(where: { $0.group == Int(step.group) }) else { continue }
            let kind: MemberStep.Kind =
                switch step.action {
                case _ where step.isRepeated: .other
                case .time: .time
                case .text where step.kind == .string: .text
                case .integer: .integer
                case .number where step.scale < 0: .decimal
                default: .other
                }
            steps.append(
                MemberStep(
                    buffer, head: step.name.head, kind: kind, isQuoted: kind == .text || kind == .time,
                    place: UInt8(group.place),
                    number: UInt16(number)))
        }
        starts.append(Int32(steps.count))
    }
}
