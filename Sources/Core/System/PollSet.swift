import Glibc

/// Descriptors that are waited for together, again and again: they are kept as poll(2) takes them, so that a wait allocates nothing.
package struct PollSet {
    private var entries: [pollfd]
    /// The last entry is that of a descriptor whose reader may go away.
    private let watchesHangUp: Bool

    package enum Outcome { case timedOut, interrupted, hungUp, ready }

    /// - Parameter hangUp: what we write to.
    package init(_ readers: [Descriptor], hangUp: Descriptor?) {
        entries = readers.map { pollfd(fd: $0.number, events: Int16(POLLIN), revents: 0) }
        watchesHangUp = hangUp != nil
        if let hangUp { entries.append(pollfd(fd: hangUp.number, events: 0, revents: 0)) }
    }

    /// Waits until one of them can be read or has come to its end, or the reader of `hangUp` has gone; -1 waits for ever.
    package mutating func wait(milliseconds: Int32) -> Outcome {
        let count = unsafe poll(&entries, nfds_t(entries.count), milliseconds)
        if count < 0 { return .interrupted }
        if count == 0 { return .timedOut }
        if watchesHangUp, entries[entries.count - 1].revents & Int16(POLLERR | POLLHUP | POLLNVAL) != 0 {
            return .hungUp
        }
        return .ready
    }

    /// After `wait` has returned `.ready`: whether that was, among others, for the reader at this place.
    package func isReady(_ place: Int) -> Bool { entries[place].revents != 0 }
}
