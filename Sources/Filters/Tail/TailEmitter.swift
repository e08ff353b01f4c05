import Bytes
import FilterKit
import Records
import System

/// Turns raw lines into envelopes, or leaves them raw.
struct TailEmitter: ~Copyable {
    private let isRaw: Bool
    private let raw, raw64, file, offset: FieldName
    private let files: [String: Slice]

    /// - Parameter names: the files' names as they were given; `-` is standard input, which has none.
    init(isRaw: Bool, names: [String], _ record: inout Record) {
        self.isRaw = isRaw
        raw = record.name("_raw")
        raw64 = record.name("_raw64")
        file = record.name("_file")
        offset = record.name("_offset")
        var files: [String: Slice] = [:]
        for name in names { files[name] = record.store.keep(PathText.raw(name)) }
        self.files = files
    }

    /// The name's bytes, for `emit`; nil for standard input.
    func nameSlice(of path: String) -> Slice? { path == "-" ? nil : files[path] }

    func emit(
        _ line: Slice, at position: Int64, of name: Slice?, _ record: inout Record, in run: FilterRun,
        into output: inout RecordOutput
    ) {
        run.ledger.taken &+= 1
        record.store.clearScratch()
        record.begin(line: line)
        record.append(raw, line, .text)
        if !record.store.buffer.isUTF8(line) {
            let start = record.store.buffer.count
            record.store.buffer.appendBase64(of: line)
            record.append(raw64, Slice(from: start, to: record.store.buffer.count), .string)
        }
        if let name { record.append(file, name, .text) }
        let start = record.store.buffer.count
        record.store.buffer.append(integer: position)
        record.append(offset, Slice(from: start, to: record.store.buffer.count), .integer)
        guard run.admits(&record) else { return }
        if isRaw {
            run.ledger.passed &+= 1
            output.forward(line, of: record)
        } else {
            run.pass(&record, into: &output)
        }
    }
}
