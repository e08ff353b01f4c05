import Foundation

/// A new directory that nobody else can enter, removed afterwards with all that is in it.
public func withScratchDirectory<T>(_ body: (_ path: String) throws -> T) throws -> T {
    let path = FileManager.default.temporaryDirectory.appending(path: "weir-\(UUID().uuidString)").path(
        percentEncoded: false)
    try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
}
