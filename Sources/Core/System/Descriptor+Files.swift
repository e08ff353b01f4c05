import Glibc

extension Descriptor {
    /// Opens a file for reading without ever waiting: a FIFO nobody writes to does not block.
    package static func open(readingAtOnce path: String) throws(SystemError) -> Descriptor {
        try open(path, O_RDONLY | O_NONBLOCK)
    }

    /// Opens a FIFO for both ends, so that it does not end when a writer leaves; another one may come.
    package static func open(keeping path: String) throws(SystemError) -> Descriptor {
        try open(path, O_RDWR | O_NONBLOCK)
    }

    private static func open(_ path: String, _ flags: Int32) throws(SystemError) -> Descriptor {
        while true {
            let number = unsafe Glibc.open(PathText.bytes(path), flags | O_CLOEXEC | O_NOCTTY)
            if number >= 0 { return Descriptor(number: number) }
            if errno != EINTR { throw SystemError(call: "open", code: errno, subject: path) }
        }
    }

    /// Reads from a place in a file; the descriptor's own place stays.
    /// Invariant: the caller's buffer holds `room` writable bytes at `target`.
    package func read(into target: UnsafeMutableRawPointer, room: Int, at offset: Int64) -> ReadOutcome {
        while true {
            let count = unsafe pread(number, target, room, Int(offset))
            if count > 0 { return .bytes(count) }
            if count == 0 { return .end }
            if errno == EINTR { continue }
            return errno == EAGAIN ? .wouldBlock : .failed(SystemError(call: "read", code: errno))
        }
    }

    /// Up to `count` bytes of a file, fewer at its end or where it cannot be read.
    package func bytes(at offset: Int64, count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            // Invariant: the array has `count` bytes, `filled` of which are written.
            let outcome = unsafe bytes.withUnsafeMutableBytes { raw -> ReadOutcome in
                guard let base = raw.baseAddress else { return .end }
                return unsafe read(into: base + filled, room: count - filled, at: offset + Int64(filled))
            }
            guard case .bytes(let more) = outcome else { break }
            filled += more
        }
        if filled < count { bytes.removeLast(count - filled) }
        return bytes
    }

    /// The file behind the descriptor by its full name, without symbolic links; nil where it has none any more.
    package var path: String? {
        var bytes = [UInt8](repeating: 0, count: 4096)
        // Invariant: readlink writes no more than the array holds.
        let count = unsafe bytes.withUnsafeMutableBytes { raw in
            guard let base = raw.baseAddress else { return 0 }
            return unsafe readlink("/proc/self/fd/\(number)", base, raw.count)
        }
        guard count > 0, bytes[0] == UInt8(ascii: "/") else { return nil }
        let text = PathText.string(Array(bytes.prefix(count)))
        return text.hasSuffix(" (deleted)") ? nil : text
    }

    /// How many descriptors the process may have open.
    package static var mostOpen: Int {
        var limit = rlimit()
        guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 1024 }
        return Int(clamping: limit.rlim_cur)
    }
}

extension FileStatus {
    /// The name is a symbolic link, wherever it leads.
    package static func isLink(_ path: String) -> Bool {
        var raw = stat()
        return unsafe lstat(PathText.bytes(path), &raw) == 0 && raw.st_mode & S_IFMT == S_IFLNK
    }
}

extension Descriptor {
    /// One read: no bytes are the end.
    package func take(_ most: Int) -> Result<[UInt8], SystemError> {
        var bytes = [UInt8](repeating: 0, count: most)
        // Invariant: the array has `most` writable bytes.
        let outcome = unsafe bytes.withUnsafeMutableBytes { raw -> ReadOutcome in
            guard let base = raw.baseAddress else { return .end }
            return unsafe read(into: base, room: raw.count)
        }
        switch outcome {
        case .bytes(let count): return .success(Array(bytes.prefix(count)))
        case .end: return .success([])
        case .wouldBlock: return .failure(SystemError(call: "read", code: EAGAIN))
        case .interrupted: return .failure(SystemError(call: "read", code: EINTR))
        case .failed(let error): return .failure(error)
        }
    }
}

extension SystemError {
    /// Trying again would not help.
    package var isFinal: Bool { code != EAGAIN && code != EINTR }
}
