import CBZip2
import CLZMA
import CZlib
import CZstd

/// What a step of a decompressor did.
struct UnpackingStep {
    enum State {
        case going
        /// A member, frame or stream is complete; another may follow.
        case ended
        case failed(String)
    }

    var taken: Int
    var given: Int
    var state: State
}

/// One decompression library, behind one shape. The memory that a file can ask for is capped.
///
/// Invariant for every `step`: `source` holds `available` readable bytes, `target` has `room` writable ones, and neither is kept.
protocol Unpacking: AnyObject {
    func step(
        _ source: UnsafeMutablePointer<UInt8>, _ available: Int, _ target: UnsafeMutablePointer<UInt8>, _ room: Int
    ) -> UnpackingStep
    /// Another member follows.
    func restart() -> Bool
}

/// gzip, RFC 1952. Its window is 32 KiB whatever the file says.
@safe final class GzipUnpacking: Unpacking {
    // Invariant: at one place in memory for its whole life, as zlib wants it.
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)

    init?() {
        unsafe stream.initialize(to: z_stream())
        // 15 bits of window, and 16 for "gzip only".
        guard unsafe inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            return nil
        }
    }

    deinit {
        _ = unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    func restart() -> Bool { unsafe inflateReset(stream) == Z_OK }

    func step(
        _ source: UnsafeMutablePointer<UInt8>, _ available: Int, _ target: UnsafeMutablePointer<UInt8>, _ room: Int
    ) -> UnpackingStep {
        unsafe stream.pointee.next_in = source
        unsafe stream.pointee.avail_in = UInt32(available)
        unsafe stream.pointee.next_out = target
        unsafe stream.pointee.avail_out = UInt32(room)
        let code = unsafe inflate(stream, Z_NO_FLUSH)
        let taken = unsafe available - Int(stream.pointee.avail_in)
        let given = unsafe room - Int(stream.pointee.avail_out)
        let state: UnpackingStep.State =
            switch code {
            case Z_OK, Z_BUF_ERROR: .going
            case Z_STREAM_END: .ended
            default: .failed(unsafe stream.pointee.msg.map { unsafe String(cString: $0) } ?? "zlib error \(code)")
            }
        return UnpackingStep(taken: taken, given: given, state: state)
    }
}

/// Zstandard, RFC 8878. A frame may ask for a window of up to 128 MiB (`zstd --long=27`), the library's own limit.
@safe final class ZstdUnpacking: Unpacking {
    private let stream: OpaquePointer

    init?() {
        guard let stream = unsafe ZSTD_createDStream() else { return nil }
        unsafe self.stream = stream
        _ = unsafe ZSTD_initDStream(stream)
    }

    deinit { _ = unsafe ZSTD_freeDStream(stream) }

    func restart() -> Bool { unsafe ZSTD_isError(ZSTD_initDStream(stream)) == 0 }

    func step(
        _ source: UnsafeMutablePointer<UInt8>, _ available: Int, _ target: UnsafeMutablePointer<UInt8>, _ room: Int
    ) -> UnpackingStep {
        var input = unsafe ZSTD_inBuffer(src: source, size: available, pos: 0)
        var output = unsafe ZSTD_outBuffer(dst: target, size: room, pos: 0)
        let code = unsafe ZSTD_decompressStream(stream, &output, &input)
        let state: UnpackingStep.State =
            ZSTD_isError(code) != 0
            ? .failed(unsafe String(cString: ZSTD_getErrorName(code))) : code == 0 ? .ended : .going
        return unsafe UnpackingStep(taken: input.pos, given: output.pos, state: state)
    }
}

/// The .xz format. `xz -9` needs 65 MiB to unpack; 128 MiB are the most that a file gets.
@safe final class XZUnpacking: Unpacking {
    private static let mostMemory: UInt64 = 128 << 20
    // Invariant: at one place in memory for its whole life.
    private let stream = UnsafeMutablePointer<lzma_stream>.allocate(capacity: 1)

    init?() {
        unsafe stream.initialize(to: lzma_stream())
        guard restart() else { return nil }
    }

    deinit {
        unsafe lzma_end(stream)
        unsafe stream.deallocate()
    }

    func restart() -> Bool { unsafe lzma_stream_decoder(stream, Self.mostMemory, 0) == LZMA_OK }

    func step(
        _ source: UnsafeMutablePointer<UInt8>, _ available: Int, _ target: UnsafeMutablePointer<UInt8>, _ room: Int
    ) -> UnpackingStep {
        unsafe stream.pointee.next_in = UnsafePointer(source)
        unsafe stream.pointee.avail_in = available
        unsafe stream.pointee.next_out = target
        unsafe stream.pointee.avail_out = room
        let code = unsafe lzma_code(stream, LZMA_RUN)
        let taken = unsafe available - stream.pointee.avail_in
        let given = unsafe room - stream.pointee.avail_out
        let state: UnpackingStep.State =
            switch code {
            case LZMA_OK, LZMA_BUF_ERROR: .going
            case LZMA_STREAM_END: .ended
            case LZMA_MEMLIMIT_ERROR: .failed("it needs more than 128 MiB of memory to be unpacked")
            case LZMA_DATA_ERROR: .failed("the data is corrupt")
            case LZMA_FORMAT_ERROR: .failed("not the .xz format")
            case LZMA_OPTIONS_ERROR: .failed("unsupported options")
            default: .failed("liblzma error \(code.rawValue)")
            }
        return UnpackingStep(taken: taken, given: given, state: state)
    }
}

/// bzip2. Its blocks are 900 kB at most, and unpacking needs 4 MB.
@safe final class BZip2Unpacking: Unpacking {
    // Invariant: at one place in memory for its whole life, as libbz2 wants it.
    private let stream = UnsafeMutablePointer<bz_stream>.allocate(capacity: 1)

    init?() {
        unsafe stream.initialize(to: bz_stream())
        guard unsafe BZ2_bzDecompressInit(stream, 0, 0) == BZ_OK else { return nil }
    }

    deinit {
        _ = unsafe BZ2_bzDecompressEnd(stream)
        unsafe stream.deallocate()
    }

    func restart() -> Bool {
        _ = unsafe BZ2_bzDecompressEnd(stream)
        unsafe stream.pointee = bz_stream()
        return unsafe BZ2_bzDecompressInit(stream, 0, 0) == BZ_OK
    }

    func step(
        _ source: UnsafeMutablePointer<UInt8>, _ available: Int, _ target: UnsafeMutablePointer<UInt8>, _ room: Int
    ) -> UnpackingStep {
        unsafe source.withMemoryRebound(to: CChar.self, capacity: available) { source in
            unsafe target.withMemoryRebound(to: CChar.self, capacity: room) { target in
                unsafe stream.pointee.next_in = source
                unsafe stream.pointee.avail_in = UInt32(available)
                unsafe stream.pointee.next_out = target
                unsafe stream.pointee.avail_out = UInt32(room)
                let code = unsafe BZ2_bzDecompress(stream)
                let taken = unsafe available - Int(stream.pointee.avail_in)
                let given = unsafe room - Int(stream.pointee.avail_out)
                let state: UnpackingStep.State =
                    switch code {
                    case BZ_OK: .going
                    case BZ_STREAM_END: .ended
                    default: .failed("the data is corrupt")
                    }
                return UnpackingStep(taken: taken, given: given, state: state)
            }
        }
    }
}
