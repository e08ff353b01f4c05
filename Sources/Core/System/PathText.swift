import Glibc

/// Paths are bytes, and Swift's strings are Unicode. A byte that is not UTF-8 travels through a String as a private-use
/// scalar, U+10FE00 plus the byte (after PEP 383), and is a byte again at the system call.
package enum PathText {
    private static let first: UInt32 = 0x10_FE00

    /// The process's arguments, no byte of them lost.
    package static var arguments: [String] {
        // Invariant: argv holds argc pointers to texts that live as long as the process.
        (0..<Int(CommandLine.argc)).compactMap { index in
            guard let text = unsafe CommandLine.unsafeArgv[index] else { return nil }
            return unsafe string(
                Array(UnsafeBufferPointer(start: text, count: strlen(text)).map { UInt8(bitPattern: $0) }))
        }
    }

    package static func string(_ bytes: [UInt8]) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        var text = ""
        var decoder = UTF8()
        var position = 0
        while position < bytes.count {
            var rest = bytes[position...].makeIterator()
            switch decoder.decode(&rest) {
            case .scalarValue(let scalar):
                text.unicodeScalars.append(scalar)
                position += UTF8.width(scalar)
            default:
                text.unicodeScalars.append(Unicode.Scalar(first + UInt32(bytes[position])) ?? "\u{FFFD}")
                position += 1
            }
            decoder = UTF8()
        }
        return text
    }

    /// The bytes of a path for a system call, ended by NUL.
    static func bytes(_ text: String) -> [CChar] { raw(text).map { CChar(bitPattern: $0) } + [0] }

    /// The bytes that the text stands for.
    package static func raw(_ text: String) -> [UInt8] {
        guard text.unicodeScalars.contains(where: { $0.value >= first }) else { return Array(text.utf8) }
        return text.unicodeScalars.flatMap { scalar in
            scalar.value >= first && scalar.value < first + 256
                ? [UInt8(truncatingIfNeeded: scalar.value - first)] : Array(String(scalar).utf8)
        }
    }

    /// The path without symbolic links, dots and doubled slashes; what it names must be there.
    package static func resolve(_ path: String) throws(SystemError) -> String {
        guard let real = unsafe realpath(bytes(path), nil) else {
            throw SystemError(call: "realpath", code: errno, subject: path)
        }
        // Invariant: realpath allocated the text, ended by NUL, for us to free.
        defer { unsafe free(real) }
        return unsafe string(Array(UnsafeBufferPointer(start: real, count: strlen(real)).map { UInt8(bitPattern: $0) }))
    }

    /// The text for people: U+FFFD for what is not UTF-8.
    package static func shown(_ text: String) -> String { String(decoding: raw(text), as: UTF8.self) }
}
