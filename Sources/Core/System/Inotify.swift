import Glibc

/// inotify(7): tells that something changed in a file or a directory. What changed is found by looking (stat),
/// never believed from the event: queues overflow and names are reused.
package struct Inotify: ~Copyable {
    package let descriptor: Descriptor

    /// Nil where the kernel has no instances left: the caller polls instead.
    package init?() {
        let number = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        guard number >= 0 else { return nil }
        descriptor = Descriptor(number: number)
    }

    deinit { descriptor.close() }

    /// Watches a file for growth, truncation and moves. False when it cannot be watched.
    package borrowing func watch(file path: String) -> Bool {
        add(path, UInt32(IN_MODIFY | IN_ATTRIB | IN_MOVE_SELF | IN_DELETE_SELF))
    }

    /// Watches a directory for names that come and go.
    package borrowing func watch(directory path: String) -> Bool {
        add(path, UInt32(IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_MOVE_SELF | IN_DELETE_SELF))
    }

    private borrowing func add(_ path: String, _ mask: UInt32) -> Bool {
        unsafe inotify_add_watch(descriptor.number, PathText.bytes(path), mask) >= 0
    }

    /// Takes all waiting events off the queue.
    package borrowing func drain() {
        unsafe withUnsafeTemporaryAllocation(byteCount: 16384, alignment: 8) { buffer in
            guard let start = buffer.baseAddress else { return }
            // Invariant: `start` holds buffer.count writable bytes.
            while case .bytes = unsafe descriptor.read(into: start, room: buffer.count) {}
        }
    }
}
