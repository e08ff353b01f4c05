import Glibc

/// inotify(7): tells that something changed in a file or a directory. What changed is found by looking (stat),
/// never believed from the event: queues overflow and names are reused.
@safe package final class Inotify {
    package let descriptor: Descriptor

    /// What came off the queue.
    package enum Event: Equatable {
        /// A watched file was written, truncated, moved or deleted, or its rights were changed.
        case file(Int32)
        /// A name in a watched directory came or went.
        case name(Int32, String)
        /// A watch has ended: what it watched is gone.
        case ended(Int32)
        /// Events were lost; everything is to be looked at.
        case overflow
    }

    package enum Watch: Equatable {
        case watching(Int32)
        /// It is not there, or must not be seen.
        case refused
        /// The user's watches are used up (fs.inotify.max_user_watches).
        case noneLeft
    }

    /// Nil where the kernel has no instances left: the caller polls instead.
    package init?() {
        let number = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        guard number >= 0 else { return nil }
        descriptor = Descriptor(number: number)
    }

    // Invariant: holds `room` bytes, which only `takeEvents` uses.
    private let buffer = UnsafeMutableRawPointer.allocate(byteCount: room, alignment: 8)
    private static let room = 16384

    deinit {
        descriptor.close()
        unsafe buffer.deallocate()
    }

    /// Watches a file for growth, truncation and moves.
    package func watch(file path: String) -> Watch {
        add(path, UInt32(IN_MODIFY | IN_ATTRIB | IN_MOVE_SELF | IN_DELETE_SELF))
    }

    /// Watches a directory for names that come and go.
    package func watch(directory path: String) -> Watch {
        add(
            path,
            UInt32(IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_MOVE_SELF | IN_DELETE_SELF | IN_ONLYDIR))
    }

    package func end(_ watch: Int32) { _ = inotify_rm_watch(descriptor.number, watch) }

    private func add(_ path: String, _ mask: UInt32) -> Watch {
        let watch = unsafe inotify_add_watch(descriptor.number, PathText.bytes(path), mask)
        if watch >= 0 { return .watching(watch) }
        return errno == ENOSPC ? .noneLeft : .refused
    }

    /// Takes all waiting events off the queue, and puts them behind those in `events`.
    package func takeEvents(into events: inout [Event]) {
        while case .bytes(let count) = unsafe descriptor.read(into: buffer, room: Self.room) {
            unsafe Self.append(buffer, count: count, to: &events)
            // Room was left for the longest event, so the queue was empty; who asks again is told of the next.
            if count + MemoryLayout<inotify_event>.size + 256 <= Self.room { return }
        }
    }

    /// Puts events that somebody has read behind those in `events`.
    ///
    /// Invariant: `buffer` holds `count` bytes that the kernel wrote: whole events, each a header with the length of the name
    /// behind it (inotify(7)).
    package static func append(_ buffer: UnsafeRawPointer, count: Int, to events: inout [Event]) {
        var place = 0
        while place + MemoryLayout<inotify_event>.size <= count {
            let event = unsafe (buffer + place).loadUnaligned(as: inotify_event.self)
            let nameStart = place + MemoryLayout<inotify_event>.size
            place = nameStart + Int(event.len)
            guard place <= count else { break }
            if event.len == 0 {
                events.append(Self.event(event.wd, event.mask))
            } else {
                let name = unsafe UnsafeRawBufferPointer(start: buffer + nameStart, count: Int(event.len))
                    .prefix { $0 != 0 }
                events.append(unsafe .name(event.wd, PathText.string(Array(name))))
            }
        }
    }

    private static func event(_ watch: Int32, _ mask: UInt32) -> Event {
        if mask & UInt32(IN_Q_OVERFLOW) != 0 { return .overflow }
        if mask & UInt32(IN_IGNORED) != 0 { return .ended(watch) }
        return .file(watch)
    }
}
