import Glibc

extension ByteBuffer {
    /// Moves a slice towards the front of the same buffer; the two may overlap.
    package mutating func moveDown(_ slice: Slice, to position: Int) {
        check(slice)
        precondition(position >= 0 && position <= slice.start)
        unsafe memmove(base + position, base + slice.start, slice.count)
    }

    /// Puts blanks in the place of line feeds and carriage returns.
    package mutating func blankNewlines(in slice: Slice) {
        check(slice)
        for position in slice.start..<slice.end {
            // Invariant: the slice was checked.
            if unsafe base[position] == 0x0A || base[position] == 0x0D { unsafe base[position] = 0x20 }
        }
    }
}
