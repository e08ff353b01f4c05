import Bytes
import FilterKit
import Records

/// Appends each line as it is. Where the stream has marks, the file is durable at each of them.
struct CommitFilter: LineFilter, ~Copyable {
    private var file: CommittedFile

    init(_ file: consuming CommittedFile) { self.file = file }

    mutating func process<S: RecordSink & ~Copyable>(
        _ line: Slice, isLast: Bool, _ record: inout Record, in run: FilterRun, into sink: inout S
    ) {
        if run.hasConditions {
            guard run.scan(line, isLast: isLast, &record), run.admits(&record) else { return }
        } else {
            // Nobody looks into it, so it need not be a record.
            record.begin(whole: line)
        }
        file.add(line.count + 1)
        run.pass(&record, into: &sink)
    }

    var commits: Bool { true }

    mutating func resume(from receipt: [UInt8]?, in run: FilterRun) throws(Failure) -> [UInt8] {
        try file.resume(from: receipt).bytes
    }

    mutating func makeDurable(at mark: UInt64, in run: FilterRun) throws(Failure) -> [UInt8] {
        try file.makeDurable().bytes
    }
}
