import CZlib

/// The other way round: bytes as a zlib stream (RFC 1950), whole. For pictures, which are small.
package enum ZlibStream {
    package static func compress(_ bytes: [UInt8]) -> [UInt8] {
        var length = compressBound(uLong(bytes.count))
        var output = [UInt8](repeating: 0, count: Int(length))
        // Invariant: the output has the room that zlib says is the most it takes, and both arrays stay where they are.
        let code = unsafe output.withUnsafeMutableBufferPointer { target in
            unsafe bytes.withUnsafeBufferPointer { source in
                unsafe compress2(target.baseAddress, &length, source.baseAddress, uLong(source.count), 9)
            }
        }
        precondition(code == Z_OK, "zlib has no memory")
        return Array(output.prefix(Int(length)))
    }
}
