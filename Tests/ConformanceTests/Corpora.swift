import Foundation

/// Real data written by nobody here. It lies beside the repository on the machines that have it and is never part of
/// it; without it these tests are skipped, and say so.
enum Corpora {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared/corpora").standardized

    static var areThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

    static func files(in path: String) -> [URL] {
        let files = try? FileManager.default.contentsOfDirectory(
            at: folder.appending(path: path), includingPropertiesForKeys: nil)
        return (files ?? []).sorted { $0.lastPathComponent < $1.lastPathComponent }
    }
}

/// Runs a command with `sh`, the repository's `bin` first in the path, and returns what it printed.
func shell(_ command: String) throws -> (status: Int32, output: String) {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.environment = [
        "PATH": root.appending(path: "bin").path + ":/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC",
        "CORPORA": Corpora.folder.path,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
}
