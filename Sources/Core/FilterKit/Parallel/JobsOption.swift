import ArgumentParser

/// On how many threads a large file is read.
package struct JobsOption: ParsableArguments, Sendable {
    @Option(
        name: [.customShort("j", allowingJoined: true), .customLong("jobs")],
        help: .init("Threads to read a large file with; the output is the same.", valueName: "count"))
    package var jobs: Int = 1

    package init() {}

    package func validate() throws {
        guard (1...256).contains(jobs) else { throw ValidationError("--jobs: from 1 to 256 threads") }
    }
}
