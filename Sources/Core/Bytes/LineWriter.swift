import System

/// Output to a descriptor, buffered: 64 KiB at a time, always whole lines. A refused write is kept and every later
/// one is dropped; the run loop looks at `failure` and stops.
@usableFromInline package struct LineWriter: ~Copyable {
    package let descriptor: Descriptor
    @usableFromInline package var buffer: ByteBuffer
    package private(set) var failure: SystemError?
    package private(set) var bytesWritten: Int64 = 0

    /// As much as a raised pipe takes in one write without waiting for its reader more than it must.
    @inlinable package static var threshold: Int { 1 << 16 }

    package init(_ descriptor: Descriptor) {
        self.descriptor = descriptor
        buffer = ByteBuffer(capacity: Self.threshold + 8192)
    }

    @inlinable @inline(__always) package mutating func endLine() {
        buffer.append(0x0A)
        endedLine()
    }

    /// To be called at the end of each line: writes when enough has come together.
    @inlinable @inline(__always) package mutating func endedLine() {
        if buffer.count >= Self.threshold { flush() }
    }

    /// Writes bytes that stand elsewhere, behind what is in the buffer. Few of them go through the buffer.
    package mutating func write(_ source: borrowing ByteBuffer, _ slice: Slice) {
        source.check(slice)
        if slice.count < Self.threshold / 4 {
            buffer.append(source, slice)
            return endedLine()
        }
        flush()
        guard failure == nil else { return }
        do throws(SystemError) {
            // Invariant: the slice was checked.
            try unsafe descriptor.writeAll(source.base + slice.start, count: slice.count)
            bytesWritten += Int64(slice.count)
        } catch {
            failure = error
        }
    }

    /// Somebody has written past it (`FastPath`).
    mutating func noteWritten(_ bytes: Int) { bytesWritten += Int64(bytes) }

    /// As if a write had found that the reader is gone.
    package mutating func close() { failure = failure ?? .closedPipe }

    @usableFromInline package mutating func flush() {
        guard buffer.count > 0 else { return }
        if failure == nil {
            do throws(SystemError) {
                // Invariant: the buffer holds `count` bytes.
                try unsafe descriptor.writeAll(buffer.base, count: buffer.count)
                bytesWritten += Int64(buffer.count)
            } catch {
                failure = error
            }
        }
        buffer.removeAll()
    }
}
