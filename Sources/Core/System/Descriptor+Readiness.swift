import Glibc

extension Descriptor {
    package enum Interest { case reading, writing }

    package enum Readiness { case ready, notYet, interrupted }

    /// Waits until the descriptor can be read or written without blocking; -1 waits for ever, 0 only looks.
    /// End of file and hang-up count as ready: the next read tells.
    package func wait(for interest: Interest, milliseconds: Int32) -> Readiness {
        var entry = pollfd(fd: number, events: Int16(interest == .reading ? POLLIN : POLLOUT), revents: 0)
        let count = unsafe poll(&entry, 1, milliseconds)
        if count > 0 { return .ready }
        return count < 0 && errno == EINTR ? .interrupted : .notYet
    }

    /// Waits until one of the two is readable, or the reader of `hangUp` has gone away.
    package static func wait(forAny readers: [Descriptor], hangUp: Descriptor?, milliseconds: Int32) -> WaitOutcome {
        var entries = readers.map { pollfd(fd: $0.number, events: Int16(POLLIN), revents: 0) }
        if let hangUp { entries.append(pollfd(fd: hangUp.number, events: 0, revents: 0)) }
        let count = unsafe poll(&entries, nfds_t(entries.count), milliseconds)
        if count < 0 { return .interrupted }
        if hangUp != nil, let last = entries.last, last.revents & Int16(POLLERR | POLLHUP | POLLNVAL) != 0 {
            return .hungUp
        }
        return count == 0 ? .timedOut : .ready
    }

    package enum WaitOutcome { case ready, timedOut, interrupted, hungUp }

    /// What a pipe may hold is raised to 1 MiB: it halves the wall time of a whole pipeline. Refusal is fine: the
    /// limit of an unprivileged user is in /proc/sys/fs/pipe-max-size, and anything but a pipe says no.
    package func raisePipe() {
        for size: Int32 in [1 << 20, 1 << 18] {
            if fcntl(number, 1031 /* F_SETPIPE_SZ, which Glibc's module does not carry */, size) >= 0 { return }
        }
    }

    package var isTerminal: Bool { isatty(number) == 1 }

    /// Columns of the terminal behind the descriptor, nil where there is none.
    package var terminalColumns: Int? { terminalSize.flatMap { $0.ws_col > 0 ? Int($0.ws_col) : nil } }

    package var terminalRows: Int? { terminalSize.flatMap { $0.ws_row > 0 ? Int($0.ws_row) : nil } }

    private var terminalSize: winsize? {
        var size = winsize()
        return unsafe ioctl(number, UInt(TIOCGWINSZ), &size) == 0 ? size : nil
    }
}
