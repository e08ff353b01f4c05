import Bytes
import Foundation
import System
import Testing

@testable import Decompression

@Suite("Unpacking what logs are compressed with")
struct DecompressorTests {
    /// Text that compresses, and that is longer than any buffer on the way.
    private static let text = Data((0..<40_000).map { "line \($0) of a log, with some text in it\n" }.joined().utf8)

    /// Runs a program over bytes: the compressors are those that made the files which people have.
    private static func pipe(_ program: String, _ input: Data) throws -> [UInt8] {
        let path = NSTemporaryDirectory() + "/weir-unpack-\(UUID().uuidString)"
        try input.write(to: URL(filePath: path))
        defer { unlink(path) }
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "\(program) -c <\(path)"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(program) is missing")
        return Array(data)
    }

    private func unpack(_ packed: [UInt8], piece: Int = 1 << 16) throws -> (bytes: [UInt8], fault: String?, cut: Bool) {
        let path = NSTemporaryDirectory() + "/weir-unpack-\(UUID().uuidString)"
        try Data(packed).write(to: URL(filePath: path))
        let descriptor = try Descriptor.open(reading: path)
        defer {
            descriptor.close()
            unlink(path)
        }
        let codec = try #require(Codec.of(descriptor))
        let decompressor = try #require(Decompressor(codec, descriptor))
        var bytes: [UInt8] = []
        var room = [UInt8](repeating: 0, count: piece)
        while true {
            let outcome = room.withUnsafeMutableBytes { decompressor.read(into: $0.baseAddress!, room: $0.count) }
            guard case .bytes(let count) = outcome else { break }
            bytes += room.prefix(count)
        }
        return (bytes, decompressor.fault, decompressor.isCutShort)
    }

    @Test("Each kind gives back what was packed", arguments: ["gzip", "zstd", "xz", "bzip2"])
    func roundTrip(program: String) throws {
        let packed = try Self.pipe(program, Self.text)
        #expect(try unpack(packed).bytes == Array(Self.text))
        #expect(try unpack(packed, piece: 777).bytes == Array(Self.text))
    }

    @Test("Parts that stand one behind the other are one stream", arguments: ["gzip", "zstd", "xz", "bzip2"])
    func concatenated(program: String) throws {
        let packed = try Self.pipe(program, Data("one\n".utf8)) + Self.pipe(program, Data("two\n".utf8))
        let result = try unpack(packed)
        #expect(result.bytes == Array("one\ntwo\n".utf8))
        #expect(result.fault == nil)
    }

    @Test("What breaks off is given out as far as it goes, and said", arguments: ["gzip", "zstd", "xz", "bzip2"])
    func cutShort(program: String) throws {
        let packed = try Self.pipe(program, Self.text)
        let result = try unpack(Array(packed.prefix(packed.count / 2)))
        #expect(Array(Self.text).starts(with: result.bytes))
        #expect(result.cut)
    }

    @Test("Damage is an error, never a crash", arguments: ["gzip", "zstd", "xz", "bzip2"])
    func damaged(program: String) throws {
        var packed = try Self.pipe(program, Self.text)
        for place in stride(from: packed.count / 3, to: packed.count, by: 7) { packed[place] ^= 0x55 }
        #expect(try unpack(packed).fault != nil)
    }

    @Test(
        "The head, and a place in the middle, are found without reading the rest",
        arguments: ["gzip", "zstd", "xz", "bzip2"])
    func places(program: String) throws {
        let path = NSTemporaryDirectory() + "/weir-unpack-\(UUID().uuidString)"
        try Data(Self.pipe(program, Self.text)).write(to: URL(filePath: path))
        defer { unlink(path) }
        let descriptor = try Descriptor.open(reading: path)
        defer { descriptor.close() }
        let codec = try #require(Codec.of(descriptor))
        #expect(Decompressor.head(of: descriptor, codec, count: 1000) == Array(Self.text.prefix(1000)))
        let decompressor = try #require(Decompressor(codec, descriptor))
        #expect(decompressor.skip(100_000))
        #expect(decompressor.position == 100_000)
        #expect(!decompressor.skip(Int64(Self.text.count)))
    }
}
