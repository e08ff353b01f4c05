import Foundation
import Testing

/// A file with a session in it, and the test of that session.
struct Document: CustomTestStringConvertible, Sendable {
    /// Relative to the repository.
    let path: String

    var testDescription: String { path }

    private var url: URL { URL(filePath: Repository.root + "/" + path) }

    /// With WEIR_RECORD=1 the file is rewritten to what the commands print now. The test fails all the same: a new text is
    /// right only once somebody has looked at it.
    private static let isRecording = ProcessInfo.processInfo.environment["WEIR_RECORD"] == "1"

    func check(parse: (String, String) throws -> Transcript, prepare: (String) throws -> Void = { _ in }) throws {
        try Repository.requireBinary()
        let transcript = try parse(String(contentsOf: url, encoding: .utf8), path)
        let home = (Repository.root + "/" + path as NSString).deletingLastPathComponent
        let report = try withScratchDirectory { directory in
            try prepare(directory)
            return try transcript.run(in: Shell(directory: directory, home: home))
        }
        for failure in report.failures { Issue.record(Comment(rawValue: failure)) }
        if Self.isRecording, !report.failures.isEmpty {
            try (report.lines.joined(separator: "\n") + "\n").write(to: url, atomically: true, encoding: .utf8)
            Issue.record("\(path): recorded; look at the diff")
        }
    }

    /// All transcripts, in order; with WEIR_ONLY=tail/follows, those whose path contains that.
    static let transcripts: [Document] = {
        let directory = "Tests/Transcripts"
        let files = FileManager.default.enumerator(atPath: "\(Repository.root)/\(directory)")
        let names = (files?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".t") }.sorted()
        let only = ProcessInfo.processInfo.environment["WEIR_ONLY"]
        return names.map { Document(path: "\(directory)/\($0)") }.filter { document in
            only.map(document.path.contains) ?? true
        }
    }()
}
