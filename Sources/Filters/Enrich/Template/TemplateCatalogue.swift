import Bytes
import FilterKit
import Records
import Templates

/// Takes the messages of all records and gives the templates that they are made from, the most frequent first.
struct TemplateCatalogue: Filter, ~Copyable {
    private let tree: TemplateTree
    private let message: FieldName

    init(_ tree: TemplateTree, _ record: inout Record) {
        self.tree = tree
        message = record.name("message")
    }

    mutating func process<S: RecordSink & ~Copyable>(_ record: inout Record, in run: FilterRun, into sink: inout S) {
        if let text = record.textInput(of: message) { _ = tree.learn(record.store.buffer, text) }
        run.ledger.absorbed &+= 1
    }

    mutating func finish<S: RecordSink & ~Copyable>(in run: FilterRun, into sink: inout S) {
        write(in: run, into: &sink)
    }

    func write<S: RecordSink & ~Copyable>(in run: FilterRun, into sink: inout S) {
        var record = Record(store: ByteStore(input: 1 << 12))
        let id = record.name("template_id")
        let count = record.name("count")
        let template = record.name("template")
        for entry in tree.catalogue {
            record.clear()
            append(id, entry.id, .string, to: &record)
            append(count, "\(entry.count)", .integer, to: &record)
            append(template, entry.text, entry.text.contains("\\") ? .escapedString : .string, to: &record)
            run.create(&record, into: &sink)
        }
    }

    private func append(_ name: FieldName, _ text: String, _ kind: Field.Kind, to record: inout Record) {
        let start = record.store.buffer.count
        record.store.buffer.append(text)
        record.append(name, Slice(from: start, to: record.store.buffer.count), kind)
    }

    var remembersRecords: Bool { true }
    func save(to snapshot: inout SnapshotWriter) { tree.save(to: &snapshot) }
    mutating func restore(from snapshot: inout SnapshotReader, in run: FilterRun) throws(SnapshotError) {
        try tree.restore(from: &snapshot)
    }
}
