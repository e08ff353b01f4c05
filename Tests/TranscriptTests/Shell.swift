import Foundation

/// Runs all commands of a transcript in one `sh`, so that variables and files last from one to the next.
struct Shell {
    /// A fresh directory, which the commands may fill as they like.
    let directory: String
    /// Where the transcript itself is.
    let home: String
    var deadline = Duration.seconds(30)

    struct Result: Equatable {
        let output: [PrintedLine]
        let status: Int
    }

    /// The same everywhere and for everyone; what the developer has set is not seen.
    private var environment: [String: String] {
        [
            "PATH":
                "\(Repository.cold):\(Repository.bin):\(ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")",
            "HOME": directory, "LC_ALL": "C.UTF-8", "TZ": "UTC", "COLUMNS": "80",
            "REPO": Repository.root, "FIXTURES": Repository.fixtures, "TESTDIR": home,
        ]
    }

    /// What each of the commands printed. If the shell does not reach the last one, says where it stopped.
    func run(_ commands: [String]) throws -> [Result] {
        // Printed between the commands. Nobody else can know it.
        let marker = "=== \(UUID().uuidString) "
        let script = commands.map { "\($0)\nprintf '\(marker)%d\\n' \"$?\"\n" }.reduce("cd\n", +)
        let file = directory + ".output"
        defer { try? FileManager.default.removeItem(atPath: file) }
        let shell = ChildProcess(
            arguments: ["/bin/sh", "-c", script, "sh"], environment: environment, deadline: deadline)
        let outcome = try shell.run(writingTo: file)
        let (results, rest) = Self.split(try Array(Data(contentsOf: URL(filePath: file))), at: Array(marker.utf8))
        guard results.count == commands.count else {
            let reason =
                switch outcome {
                case .timedOut: "still ran after \(deadline), and was killed"
                case .exited(let status): "ended the shell with status \(status)"
                }
            let last = rest.suffix(20).map { "\n  \($0.recorded)" }.joined()
            throw Complaint("`\(commands[results.count])` \(reason)\(last.isEmpty ? "" : "; it had printed:")\(last)")
        }
        return results
    }

    private static func split(_ output: [UInt8], at marker: [UInt8]) -> ([Result], rest: [PrintedLine]) {
        var results: [Result] = []
        var rest = output[...]
        while let found = rest.firstRange(of: marker), let end = rest[found.upperBound...].firstIndex(of: 0x0A) {
            let status = Int(String(decoding: rest[found.upperBound..<end], as: UTF8.self)) ?? -1
            results.append(Result(output: PrintedLine.lines(of: rest[..<found.lowerBound]), status: status))
            rest = rest[(end + 1)...]
        }
        return (results, PrintedLine.lines(of: rest))
    }
}
