import Foundation

/// Runs a program in the repository, to its end.
enum Program {
    struct Result {
        let status: Int
        /// Standard output and standard error.
        let output: String
    }

    static func run(_ words: String...) throws -> Result {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = words
        process.currentDirectoryURL = Repository.root
        process.standardInput = FileHandle.nullDevice
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Result(status: Int(process.terminationStatus), output: String(decoding: bytes, as: UTF8.self))
    }

    /// Whether a tool that not every machine has is on this one. `make test` installs them.
    static func isInstalled(_ tool: String) -> Bool {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return path.split(separator: ":").contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(tool)") }
    }
}
