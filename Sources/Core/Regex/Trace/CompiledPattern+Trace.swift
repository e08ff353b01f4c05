import Bytes

/// For who makes of a match what its trace says, without asking for each group whether it took part.
extension CompiledPattern {
    /// Follows the traces of the subjects that matched before.
    /// - Returns: the number of the trace, which stays its; -1 where `firstMatch` has to say.
    package func followTrace(in buffer: borrowing ByteBuffer, _ subject: Slice) -> Int {
        buffer.check(subject)
        return isForBytes ? follow(in: buffer, subject) : -1
    }

    /// Invariant: the slice was checked; where the pattern is for UTF-8, it is that.
    @inline(__always) func follow(in buffer: borrowing ByteBuffer, _ subject: Slice) -> Int {
        guard let uncountedTree else { return -1 }
        return uncountedTree.look { unsafe $0.follow(buffer.base, subject.start, subject.end) }
    }

    /// The groups that took part in the matches of a trace, with the places of their captures.
    package func groups(ofTrace number: Int) -> [(group: Int, place: Int)] { tree?.traces[number].groups ?? [] }
}
