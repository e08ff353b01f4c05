import Foundation

/// A folder for one test, gone with it.
final class Folder: Sendable {
    let path: String

    init() {
        path = NSTemporaryDirectory() + "weir-tail-\(UUID().uuidString)"
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    subscript(name: String) -> String { path + "/" + name }

    func append(_ text: String, to name: String) { append(Array(text.utf8), to: name) }

    func append(_ bytes: [UInt8], to name: String) {
        let file = fopen(self[name], "a")
        bytes.withUnsafeBytes { _ = fwrite($0.baseAddress, 1, $0.count, file) }
        fclose(file)
    }

    func make(_ name: String) { mkdir(self[name], 0o700) }
    func rename(_ name: String, to other: String) { Glibc.rename(self[name], self[other]) }
    func delete(_ name: String) { unlink(self[name]) }
    func truncate(_ name: String) { Glibc.truncate(self[name], 0) }
    func link(_ name: String, to target: String) { symlink(target, self[name]) }
    /// Bytes of a file, 0 where there is none.
    func size(_ name: String) -> Int {
        (try? FileManager.default.attributesOfItem(atPath: self[name])[.size] as? Int) ?? 0
    }

    /// When it was written last, in seconds since 1970.
    func setTime(of name: String, to seconds: Int) {
        let time = timespec(tv_sec: seconds, tv_nsec: 0)
        utimensat(AT_FDCWD, self[name], [time, time], 0)
    }

    func inode(_ name: String) -> UInt {
        var status = stat()
        return stat(self[name], &status) == 0 ? UInt(status.st_ino) : 0
    }

    func exists(_ name: String) -> Bool { access(self[name], F_OK) == 0 }

    func copy(_ name: String, to other: String) {
        guard let data = FileManager.default.contents(atPath: self[name]) else { return }
        append(Array(data), to: other)
    }

    /// As gzip does it: the packed file first, then the other one goes. Blocks are stored (RFC 1951 §3.2.4), so that no
    /// library is needed to write them.
    /// - Parameter keepsTime: the packed file gets the time of the last change, as gzip gives it; else it shows when it was packed.
    func gzip(_ name: String, keeps: Bool = false, keepsTime: Bool = true) {
        guard let data = FileManager.default.contents(atPath: self[name]) else { return }
        append(Self.gzipped(Array(data)), to: name + ".gz")
        var status = stat()
        if keepsTime, stat(self[name], &status) == 0 {
            utimensat(AT_FDCWD, self[name + ".gz"], [status.st_atim, status.st_mtim], 0)
        }
        if !keeps { delete(name) }
    }

    static func gzipped(_ bytes: [UInt8]) -> [UInt8] {
        var packed: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
        var rest = bytes[...]
        repeat {
            let block = rest.prefix(65535)
            rest = rest.dropFirst(block.count)
            let length = UInt16(block.count)
            packed += [
                rest.isEmpty ? 1 : 0, UInt8(length & 255), UInt8(length >> 8), UInt8(~length & 255),
                UInt8(~length >> 8),
            ]
            packed += block
        } while !rest.isEmpty
        for number in [crc(bytes), UInt32(truncatingIfNeeded: bytes.count)] {
            packed += (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
        }
        return packed
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        var crc = ~UInt32(0)
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }
}
