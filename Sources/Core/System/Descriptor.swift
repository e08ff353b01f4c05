import Glibc

/// An open file descriptor. The one place where read(2) and write(2) are called, with EINTR, EAGAIN, short writes
/// and EPIPE handled once for all.
package struct Descriptor: Equatable, Sendable {
    package let number: Int32

    package init(number: Int32) { self.number = number }

    package static let input = Descriptor(number: 0)
    package static let output = Descriptor(number: 1)
    package static let errors = Descriptor(number: 2)

    package static func open(reading path: String) throws(SystemError) -> Descriptor {
        try open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY, mode: 0)
    }

    package static func open(appending path: String) throws(SystemError) -> Descriptor {
        try open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOCTTY, mode: 0o666)
    }

    private static func open(_ path: String, _ flags: Int32, mode: mode_t) throws(SystemError) -> Descriptor {
        while true {
            let number = unsafe Glibc.open(PathText.bytes(path), flags, mode)
            if number >= 0 { return Descriptor(number: number) }
            // Opening a FIFO waits for its other end; who is told to stop meanwhile must be able to.
            if errno != EINTR || Signals.stopRequested { throw SystemError(call: "open", code: errno, subject: path) }
        }
    }

    package func close() { _ = Glibc.close(number) }

    package enum ReadOutcome: Equatable {
        case bytes(Int)
        case end
        /// Nothing there yet on a non-blocking descriptor.
        case wouldBlock
        /// A signal came; the caller looks at what it asks for and reads again.
        case interrupted
        case failed(SystemError)
    }

    /// Reads up to `room` bytes. Invariant: the caller's buffer holds `room` writable bytes at `target`.
    package func read(into target: UnsafeMutableRawPointer, room: Int) -> ReadOutcome {
        let count = unsafe Glibc.read(number, target, room)
        if count > 0 { return .bytes(count) }
        if count == 0 { return .end }
        switch errno {
        case EINTR: return .interrupted
        case EAGAIN: return .wouldBlock
        default: return .failed(SystemError(call: "read", code: errno))
        }
    }

    /// Writes all of `count` bytes, however many calls it takes. Invariant: `source` holds `count` readable bytes.
    package func writeAll(_ source: UnsafeRawPointer, count: Int) throws(SystemError) {
        var done = 0
        while done < count {
            let written = unsafe Glibc.write(number, source + done, count - done)
            if written >= 0 {
                done += written
            } else if errno == EAGAIN {
                _ = wait(for: .writing, milliseconds: -1)
            } else if errno != EINTR {
                throw SystemError(call: "write", code: errno)
            }
        }
    }

    package func writeAll(_ text: String) throws(SystemError) { try writeAll(Array(text.utf8)) }

    package func writeAll(_ bytes: [UInt8]) throws(SystemError) {
        let failure: SystemError? = unsafe bytes.withUnsafeBytes { raw in
            guard let start = raw.baseAddress else { return nil }
            do throws(SystemError) { try unsafe writeAll(start, count: raw.count) } catch { return error }
            return nil
        }
        if let failure { throw failure }
    }

    /// Waits until what was written is on the disk.
    package func synchronize() throws(SystemError) {
        while fsync(number) != 0 {
            if errno != EINTR { throw SystemError(call: "fsync", code: errno) }
        }
    }

    /// Cuts the file off behind so many bytes.
    package func truncate(to size: Int64) throws(SystemError) {
        while ftruncate(number, Int(size)) != 0 {
            if errno != EINTR { throw SystemError(call: "truncate", code: errno) }
        }
    }

    /// Moves the read position; false where the descriptor cannot (pipes, terminals).
    @discardableResult
    package func seek(to offset: Int64) -> Bool { lseek(number, Int(offset), SEEK_SET) >= 0 }

    /// Where a file has bytes, from there on: holes read as NULs, and there may be some behind it all the same (lseek(2),
    /// SEEK_DATA, which is 3 on Linux and not told to Swift). Nil where there is nothing more, or that cannot be told.
    package func data(from offset: Int64) -> Int64? {
        let place = lseek(number, Int(offset), 3)
        return place >= 0 ? Int64(place) : nil
    }
}
