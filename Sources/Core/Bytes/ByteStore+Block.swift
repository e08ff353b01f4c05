import System

extension ByteStore {
    /// Reads once into the input zone; what stood there is gone. An empty slice is the end.
    package mutating func readBlock<Source: ByteSource & ~Copyable>(
        from source: inout Source
    ) -> Result<Slice, SystemError> {
        clearScratch()
        hasInput = true
        while true {
            // Invariant: the input zone lies within the buffer.
            switch unsafe source.read(into: buffer.base + inputStart, room: inputCapacity) {
            case .bytes(let count): return .success(Slice(start: inputStart, count: count))
            case .end, .wouldBlock: return .success(Slice(start: inputStart, count: 0))
            case .interrupted: continue
            case .failed(let error): return .failure(error)
            }
        }
    }
}

extension ByteStore {
    /// Reads once from a place in a file, up to `most` bytes; empty where nothing is there, or where it cannot be read.
    package mutating func readBlock(_ descriptor: Descriptor, at offset: Int64, most: Int) -> Slice {
        clearScratch()
        hasInput = true
        // Invariant: the input zone lies within the buffer.
        let outcome = unsafe descriptor.read(into: buffer.base + inputStart, room: min(most, inputCapacity), at: offset)
        guard case .bytes(let count) = outcome else { return Slice(start: inputStart, count: 0) }
        return Slice(start: inputStart, count: count)
    }
}

extension ByteBuffer {
    /// How many newlines there are.
    package func newlines(in slice: Slice) -> Int {
        check(slice)
        var count = 0
        // Invariant: the slice was checked. The compiler makes vectors of this loop.
        for position in slice.start..<slice.end where unsafe base[position] == 0x0A { count &+= 1 }
        return count
    }
}
