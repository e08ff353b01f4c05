import System

extension ByteBuffer {
    /// Fills the buffer from its beginning with what stands at `offset` of a file; returns how many bytes, 0 at the end.
    package mutating func read(_ descriptor: Descriptor, at offset: Int64) throws(SystemError) -> Int {
        descriptor.seek(to: offset)
        while true {
            // Invariant: base holds capacity bytes.
            switch unsafe descriptor.read(into: base, room: capacity) {
            case .bytes(let read):
                count = read
                return read
            case .end, .wouldBlock: return 0
            case .interrupted: continue
            case .failed(let error): throw error
            }
        }
    }
}
