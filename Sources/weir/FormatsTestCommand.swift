import ArgumentParser
import FilterKit
import Formats
import Parse
import Records
import System

/// `weir formats test FILE…`: whether the samples of a format file become the records that stand beside them.
struct FormatsTestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Run the samples of format files, and say what differs.",
        discussion: """
            Ends with status 0 when all is right, 65 when a sample's line does not become its record, 78 when a file \
            is no format file, and 66 when it cannot be read.
            """)

    @Argument(help: .init("Format files (weir-format(5)).", valueName: "file"))
    var files: [String]

    func run() throws {
        var status = ExitStatus.done
        var count = 0
        var right = 0
        var isTested = false
        for path in files {
            let outcomes: [SampleOutcome]
            let lines: [String]
            do throws(Failure) { (outcomes, lines) = try Self.check(path) } catch {
                FormatsCommand.diagnostics.error(error)
                status = status.worse(error.status)
                continue
            }
            for line in lines { try Output.line(TerminalText.harmless(line)) }
            isTested = true
            let good = outcomes.count { $0 == .right }
            count += outcomes.count
            right += good
            if good < outcomes.count { status = status.worse(.badData) }
        }
        if isTested { try Output.line("\(count) \(count == 1 ? "sample" : "samples"), \(right) right") }
        if status != .done { throw ExitCode(status.rawValue) }
    }

    /// What became of each sample, and what there is to say about those that are not right.
    private static func check(_ path: String) throws(Failure) -> ([SampleOutcome], lines: [String]) {
        let json: [UInt8]
        do throws(SystemError) { json = try FileContents.read(path) } catch {
            throw Failure(.noInput, error.reason, at: path)
        }
        do throws(FormatError) {
            let file = try FormatFile(json: json, path: path)
            let outcomes = try file.checkSamples()
            if outcomes.isEmpty { FormatsCommand.diagnostics.warning(at: path, "there are no samples in it") }
            return (outcomes, outcomes.indices.flatMap { SampleReport(file, $0, outcomes[$0]).lines })
        } catch {
            throw Failure(error)
        }
    }
}

extension ExitStatus {
    fileprivate func worse(_ other: ExitStatus) -> ExitStatus { rawValue < other.rawValue ? other : self }
}
