import Bytes
import Glibc
import System

/// Unpacks a file as it is read: a stream of bytes with the memory of one window, however large the file. Members that stand
/// one behind the other (`cat a.gz b.gz`, a log that is appended to by gzip) are one stream.
@safe package final class Decompressor: ByteSource {
    private static let inputSize = 1 << 16

    package let codec: Codec
    /// What is wrong with the data, after `read` has failed.
    package private(set) var fault: String?
    /// The end of the file was met in the middle of a member: it may still be being written.
    package private(set) var isCutShort = false
    /// Bytes given out so far.
    package private(set) var position: Int64 = 0

    private let descriptor: Descriptor
    private let unpacking: any Unpacking
    // Invariant: `input` holds inputSize bytes, of which `start..<end` are waiting; only this object owns it.
    private let input = UnsafeMutablePointer<UInt8>.allocate(capacity: inputSize)
    private var start = 0
    private var end = 0
    /// Where in the file the next read begins. Of its own, for the descriptor's place may be moved by others; nil for what
    /// cannot be sought in.
    private var fileOffset: Int64?
    private var isAtEndOfFile = false
    private var isBetweenMembers = false

    /// - Parameter offset: where the compressed data begins; nil reads on from where the descriptor stands, as it must in a pipe.
    package init?(_ codec: Codec, _ descriptor: Descriptor, at offset: Int64? = 0) {
        let unpacking: (any Unpacking)? =
            switch codec {
            case .gzip: GzipUnpacking()
            case .zstd: ZstdUnpacking()
            case .xz: XZUnpacking()
            case .bzip2: BZip2Unpacking()
            }
        guard let unpacking else { return nil }
        self.codec = codec
        self.descriptor = descriptor
        self.unpacking = unpacking
        fileOffset = offset
    }

    deinit { unsafe input.deallocate() }

    /// Invariant: the caller's buffer holds `room` writable bytes at `target`.
    package func read(into target: UnsafeMutableRawPointer, room: Int) -> Descriptor.ReadOutcome {
        let bytes = unsafe target.assumingMemoryBound(to: UInt8.self)
        while true {
            if start == end, !isAtEndOfFile {
                switch fill() {
                case .bytes, .end: break
                case let other: return other
                }
            }
            if isAtEndOfFile, start == end, isBetweenMembers { return .end }
            if isBetweenMembers {
                // gzip pads with NULs on tapes; whatever else follows is not ours to judge.
                while start < end, unsafe input[start] == 0 { start += 1 }
                if start == end { continue }
                isBetweenMembers = false
                guard unpacking.restart() else { return fail("cannot begin another part") }
            }
            let step = unsafe unpacking.step(input + start, end - start, bytes, min(room, Int(Int32.max)))
            start += step.taken
            position += Int64(step.given)
            switch step.state {
            case .failed(let reason):
                if step.given > 0 { return .bytes(step.given) }
                return fail(reason)
            case .ended: isBetweenMembers = true
            case .going:
                if step.given == 0, step.taken == 0, isAtEndOfFile {
                    isCutShort = true
                    return fail("the compressed data breaks off")
                }
            }
            if step.given > 0 { return .bytes(step.given) }
        }
    }

    private func fail(_ reason: String) -> Descriptor.ReadOutcome {
        fault = reason
        return .failed(SystemError(call: "unpack", code: EBADMSG))
    }

    private func fill() -> Descriptor.ReadOutcome {
        let outcome: Descriptor.ReadOutcome
        if let fileOffset {
            outcome = unsafe descriptor.read(into: input, room: Self.inputSize, at: fileOffset)
        } else {
            outcome = unsafe descriptor.read(into: input, room: Self.inputSize)
        }
        switch outcome {
        case .bytes(let count):
            start = 0
            end = count
            fileOffset = fileOffset.map { $0 + Int64(count) }
        case .end: isAtEndOfFile = true
        default: break
        }
        return outcome
    }

    /// The first bytes of what a compressed file holds; fewer where it is shorter, or damaged.
    package static func head(of descriptor: Descriptor, _ codec: Codec, count: Int) -> [UInt8] {
        guard let decompressor = Decompressor(codec, descriptor) else { return [] }
        return decompressor.take(count)
    }

    /// The next bytes of the content; fewer where it ends before, or is damaged.
    package func take(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            // Invariant: the array has `count` bytes, `filled` of which are written.
            let outcome = unsafe bytes.withUnsafeMutableBytes { raw -> Descriptor.ReadOutcome in
                guard let base = raw.baseAddress else { return .end }
                return unsafe read(into: base + filled, room: count - filled)
            }
            guard case .bytes(let more) = outcome else { break }
            filled += more
        }
        return Array(bytes.prefix(filled))
    }

    /// Passes over bytes of the content, to where an earlier run stopped; false where it ends before.
    package func skip(_ count: Int64) -> Bool {
        var left = count
        while left > 0 {
            let some = take(Int(min(left, 1 << 16)))
            if some.isEmpty { return false }
            left -= Int64(some.count)
        }
        return true
    }
}
