import Glibc

/// Whether a program could be run, before it has to be.
package enum ProgramFile {
    package enum Fault: Equatable, Sendable {
        case missing, directory
        case notExecutable(path: String)
        /// A script that does not say what runs it.
        case noInterpreter(path: String)
    }

    /// What is wrong with a program, named as for posix_spawnp(3): by its path, or by a name that PATH has; nil where nothing is.
    package static func fault(of program: String) -> Fault? {
        guard !program.utf8.contains(0x2F) else { return fault(ofFile: program) }
        var found: Fault?
        let directories = Environment["PATH"] ?? "/bin:/usr/bin"
        for directory in directories.split(separator: ":", omittingEmptySubsequences: false) where !program.isEmpty {
            guard let fault = fault(ofFile: directory.isEmpty ? "./\(program)" : "\(directory)/\(program)") else {
                return nil
            }
            if found == nil, fault != .missing, fault != .directory { found = fault }
        }
        return found ?? .missing
    }

    private static func fault(ofFile path: String) -> Fault? {
        guard let status = try? FileStatus(of: path) else { return .missing }
        if status.kind == .directory { return .directory }
        guard unsafe access(PathText.bytes(path), X_OK) == 0 else { return .notExecutable(path: path) }
        return isBareText(path, status) ? .noInterpreter(path: path) : nil
    }

    /// Neither a binary nor a script that begins with `#!`, as far as its first bytes can be read.
    private static func isBareText(_ path: String, _ status: FileStatus) -> Bool {
        guard status.kind == .regular, let file = try? Descriptor.open(reading: path) else { return false }
        defer { file.close() }
        var bytes = [UInt8](repeating: 0, count: 64)
        // Invariant: the array has as many writable bytes as are asked for, for the length of the closure.
        let outcome = unsafe bytes.withUnsafeMutableBytes { raw in
            guard let start = raw.baseAddress else { return Descriptor.ReadOutcome.end }
            return unsafe file.read(into: start, room: raw.count)
        }
        let start: ArraySlice<UInt8>
        switch outcome {
        case .bytes(let count): start = bytes[..<count]
        case .end: return true
        default: return false
        }
        return !start.starts(with: [0x23, 0x21]) && start.allSatisfy { $0 >= 0x20 || 0x09...0x0D ~= $0 }
    }
}
