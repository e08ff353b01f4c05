import FilterKit
import System

/// A secret in a file: refused where others could read it, or where it is too short to be one.
enum SecretFile {
    private static let least = 16
    private static let limit = 64 << 10

    static func read(_ path: String, flag: String) throws(Failure) -> [UInt8] {
        let bytes: [UInt8]
        do throws(SystemError) {
            let descriptor = try Descriptor.open(reading: path)
            defer { descriptor.close() }
            // Of the file that is open, not of what the name may stand for by then.
            let status = try FileStatus(of: descriptor)
            guard status.permissions & 0o077 == 0 else {
                throw SystemError(call: "open", code: 0, subject: path)
            }
            bytes = try FileContents.read(descriptor, limit: limit)
        } catch {
            guard error.code != 0 else {
                throw Failure(.badConfiguration, "\(flag) \(path): others can read it; chmod 600 it")
            }
            throw Failure(.noInput, "\(flag) \(error)")
        }
        var end = bytes.count
        while end > 0, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        guard end >= least else {
            throw Failure(
                .badConfiguration, "\(flag) \(path): a key of \(end) bytes can be guessed; \(least) are the least")
        }
        return Array(bytes[..<end])
    }
}
