import Glibc

/// The whole of a small file, such as a configuration: logs are read by `LineReader`.
package enum FileContents {
    /// - Parameter limit: bytes that are taken; of a longer file nothing is, so that a path to the wrong thing does not fill
    ///   the memory.
    package static func read(_ path: String, limit: Int = 4 << 20) throws(SystemError) -> [UInt8] {
        let descriptor = try Descriptor.open(reading: path)
        defer { descriptor.close() }
        do throws(SystemError) { return try read(descriptor, limit: limit) } catch {
            throw SystemError(call: error.call, code: error.code, subject: path)
        }
    }

    /// What is left to read of an open file.
    package static func read(_ descriptor: Descriptor, limit: Int) throws(SystemError) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            // Invariant: the chunk has as many writable bytes as are asked for, and is not touched meanwhile.
            let outcome = unsafe chunk.withUnsafeMutableBytes { raw in
                guard let start = raw.baseAddress else { return Descriptor.ReadOutcome.end }
                return unsafe descriptor.read(into: start, room: raw.count)
            }
            switch outcome {
            case .bytes(let count):
                guard bytes.count + count <= limit else { throw SystemError(call: "read", code: EFBIG) }
                bytes.append(contentsOf: chunk.prefix(count))
            case .end: return bytes
            case .wouldBlock: _ = descriptor.wait(for: .reading, milliseconds: -1)
            case .interrupted: continue
            case .failed(let error): throw error
            }
        }
    }
}
