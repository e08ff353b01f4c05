import Glibc

extension ByteBuffer {
    /// Moves a slice towards the front of the same buffer; the two may overlap.
    package mutating func moveDown(_ slice: Slice, to position: Int) {
        check(slice)
        precondition(position >= 0 && position <= slice.start)
        unsafe memmove(base + position, base + slice.start, slice.count)
    }
}
