import System

/// A secret comes from a file that nobody else can read or change, never from the command line, which everybody sees in ps(1).
package enum SecretFile {
    private static let limit = 64 << 10

    /// What is in the file, without the line's end.
    /// - Parameter least: bytes below which a secret can be guessed.
    package static func bytes(of path: String, flag: String, least: Int = 1) throws(Failure) -> [UInt8] {
        let status: FileStatus
        var bytes: [UInt8]
        do throws(SystemError) {
            let file = try Descriptor.open(reading: path)
            defer { file.close() }
            // Of the file that is open, not of what the name may stand for by then.
            status = try FileStatus(of: file)
            bytes = try FileContents.read(file, limit: limit)
        } catch {
            throw Failure(.noInput, "\(flag): \(error)")
        }
        guard status.permissions & 0o077 == 0 else {
            throw Failure(.badConfiguration, "\(flag): others can read \(path); 'chmod 600 \(path)' keeps the secret")
        }
        guard status.owner == Environment.user || status.owner == 0 else {
            throw Failure(.badConfiguration, "\(flag): \(path) belongs to somebody else, who can change what is in it")
        }
        while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
        guard !bytes.isEmpty else { throw Failure(.badConfiguration, "\(flag): \(path) is empty") }
        guard bytes.count >= least else {
            throw Failure(
                .badConfiguration,
                "\(flag): the secret in \(path) has \(bytes.count) bytes and can be guessed; \(least) are the least")
        }
        return bytes
    }

    /// The first line, for a secret that is text.
    package static func line(of path: String, flag: String) throws(Failure) -> String {
        let text = String(decoding: try bytes(of: path, flag: flag), as: UTF8.self)
        guard let line = text.split(whereSeparator: \.isNewline).first else {
            throw Failure(.badConfiguration, "\(flag): \(path) is empty")
        }
        return String(line)
    }
}
