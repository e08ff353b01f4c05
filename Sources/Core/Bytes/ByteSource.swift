import System

/// Something that gives bytes one after the other: a descriptor, a place in a file, what a decompressor unpacks.
package protocol ByteSource: ~Copyable {
    /// Gives up to `room` bytes.
    /// Invariant: the caller's buffer holds `room` writable bytes at `target`.
    mutating func read(into target: UnsafeMutableRawPointer, room: Int) -> Descriptor.ReadOutcome
}

extension Descriptor: ByteSource {}

/// A place in a file that moves on as it is read; the descriptor's own place is not used.
package struct FilePosition: ByteSource {
    package let descriptor: Descriptor
    package private(set) var offset: Int64
    /// Up to where it may be read: a file that grows faster than it is read would else never end.
    private let end: Int64

    package init(_ descriptor: Descriptor, at offset: Int64, end: Int64 = .max) {
        self.descriptor = descriptor
        self.offset = offset
        self.end = end
    }

    package mutating func skip(to offset: Int64) { self.offset = offset }

    /// Invariant: the caller's buffer holds `room` writable bytes at `target`.
    package mutating func read(into target: UnsafeMutableRawPointer, room: Int) -> Descriptor.ReadOutcome {
        guard offset < end else { return .end }
        let outcome = unsafe descriptor.read(into: target, room: Int(min(Int64(room), end - offset)), at: offset)
        if case .bytes(let count) = outcome { offset += Int64(count) }
        return outcome
    }
}
