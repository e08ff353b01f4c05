import FilterKit
import System

/// A secret comes from a file that others cannot read, never from the command line, which everybody sees in ps(1).
enum SecretFile {
    static func read(_ path: String, flag: String) throws(Failure) -> String {
        let status: FileStatus
        let bytes: [UInt8]
        do throws(SystemError) {
            let file = try Descriptor.open(reading: path)
            defer { file.close() }
            status = try FileStatus(of: file)
            bytes = try FileContents.read(file, limit: 64 << 10)
        } catch {
            throw Failure(.noInput, "\(flag): \(error)")
        }
        guard status.permissions & 0o077 == 0 else {
            throw Failure(.badConfiguration, "\(flag): others can read \(path); 'chmod 600 \(path)' keeps the secret")
        }
        guard status.owner == Environment.user || status.owner == 0 else {
            throw Failure(.badConfiguration, "\(flag): \(path) belongs to somebody else, who can change what is in it")
        }
        let text = String(decoding: bytes, as: UTF8.self)
        guard let line = text.split(whereSeparator: \.isNewline).first else {
            throw Failure(.badConfiguration, "\(flag): \(path) is empty")
        }
        return String(line)
    }
}
