import Foundation

extension Transcript {
    /// What the commands did, against what the document says.
    struct Report {
        /// One text for each command that did something else, with the place and the difference.
        var failures: [String] = []
        /// The document as it would be right.
        var lines: [String]
    }

    func run(in shell: Shell) throws -> Report {
        let results: [Shell.Result]
        do {
            results = try shell.run(commands.map(\.text))
        } catch let complaint as Complaint {
            throw Complaint("\(path): \(complaint)")
        }
        var report = Report(lines: lines)
        // From the last to the first, so that the line numbers of those to come stay right.
        for (command, result) in zip(commands, results).reversed() {
            guard result.output.count <= 2000 else {
                throw Complaint(
                    "\(place(of: command.start)): prints \(result.output.count) lines; nobody would read them")
            }
            let comparison = Comparison(expected: command.output, printed: result.output)
            if comparison.isMatch, command.status == result.status { continue }
            report.failures.insert(failure(of: command, comparison, status: result.status), at: 0)
            let status = result.status == 0 ? [] : ["[\(result.status)]"]
            report.lines.replaceSubrange(
                command.expectation, with: (comparison.recorded + status).map { $0.isEmpty ? "" : indent + $0 })
        }
        return report
    }

    private func failure(of command: Command, _ comparison: Comparison, status: Int) -> String {
        var text = "\(place(of: command.start)): $ \(command.text)"
        text += comparison.isMatch ? "" : "\n--- expected\n+++ printed\n\(comparison.difference)"
        text += command.status == status ? "" : "\nexit status \(status), expected \(command.status)"
        return text
    }
}

/// A new directory for one transcript, removed afterwards.
func withScratchDirectory<T>(_ body: (String) throws -> T) throws -> T {
    let directory = FileManager.default.temporaryDirectory.path(percentEncoded: false) + "/weir-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: directory) }
    return try body(directory)
}
