import ArgumentParser
import FilterKit
import Records

package struct CommitCommand: FilterCommand {
    package static let configuration = CommandConfiguration(
        commandName: "weir-commit",
        abstract: "Append a stream to a file, so that each record is there exactly once.",
        discussion: """
            The end of a pipeline with --state: at each mark the file is made durable, and the mark is committed. After \
            a crash the next run cuts the file back to the last committed mark and goes on from there. In a stream without \
            marks it appends, and that is all.

            EXAMPLES
              export WEIR_STATE=/var/lib/weir/web
              weir-tail -F access.log | weir-parse | weir-aggregate --every 1m red | weir-commit red.json
            """,
        version: Version.text)

    @Argument(help: .init("The file to append to.", valueName: "file"))
    var file: String

    @OptionGroup package var shared: SharedOptions

    package init() {}

    package var isSource: Bool { false }

    package func execute(_ run: FilterRun, _ record: inout Record) throws(Failure) -> ExitStatus {
        guard shared.output == .auto || shared.output == .json else {
            throw Failure(.usage, "--output \(shared.output.rawValue): weir-commit keeps lines as they come")
        }
        let file = try CommittedFile(opening: self.file)
        var lines = shared
        lines.output = .json
        var output = RecordOutput(lines, onTerminal: .readable, descriptor: file.descriptor, name: self.file)
        var filter = CommitFilter(file)
        return try run.run(&filter, paths: [], &record, into: &output)
    }
}
