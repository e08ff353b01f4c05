import Bytes
import FilterKit
import Records
import State
import Templates

/// Adds to a record the template of its message, and what varies in it.
final class TemplateEnricher: Enricher {
    private let tree: TemplateTree
    private let file: TemplateFile?
    private let message: FieldName
    private let id: FieldName
    private let template: FieldName
    private let params: FieldName
    private let isNew: FieldName
    private var list = ByteBuffer(capacity: 1 << 10)
    private var hasLearned = false
    private var lastWrite: Int64?

    /// The file is written at the end, and so often meanwhile.
    private static let writeInterval: Int64 = 10_000_000_000

    init(_ tree: TemplateTree, keptIn file: TemplateFile?, _ record: inout Record) {
        self.tree = tree
        self.file = file
        message = record.name("message")
        id = record.name("template_id")
        template = record.name("template")
        params = record.name("params")
        isNew = record.name("template_new")
    }

    func enrich(_ record: inout Record, in run: FilterRun) -> Bool {
        guard let text = record.textInput(of: message), let found = tree.learn(record.store.buffer, text) else {
            return true
        }
        hasLearned = true
        let known = record.nameBits
        var start = record.store.buffer.count
        tree.id(of: found.template) { record.store.buffer.append($0, $1) }
        put(id, Slice(from: start, to: record.store.buffer.count), .string, into: &record, known)
        start = record.store.buffer.count
        var kind = Field.Kind.string
        tree.text(of: found.template) { texts, text, hasEscapes in
            record.store.buffer.append(texts, text)
            kind = hasEscapes ? .escapedString : .string
        }
        put(template, Slice(from: start, to: record.store.buffer.count), kind, into: &record, known)
        list.removeAll()
        tree.variables(of: found.template) { variable in
            list.append(list.count == 0 ? 0x5B : 0x2C)
            list.append(0x22)
            list.append(escaping: record.store.buffer, variable)
            list.append(0x22)
        }
        if list.count == 0 { list.append(0x5B) }
        list.append(0x5D)
        start = record.store.buffer.count
        record.store.buffer.append(list, Slice(start: 0, count: list.count))
        put(params, Slice(from: start, to: record.store.buffer.count), .array, into: &record, known)
        if found.isNew { record.set(isNew, to: .bool(true)) }
        return true
    }

    /// - Parameter known: the bits of the names that the record has.
    @inline(__always) private func put(
        _ name: FieldName, _ value: Slice, _ kind: Field.Kind, into record: inout Record, _ known: UInt64
    ) {
        if known & name.bit == 0 { record.append(name, value, kind) } else { record.set(name, value, kind) }
    }

    // MARK: What is learned

    var looksAtFiles: Bool { file != nil }

    func look(in run: FilterRun) {
        let now = run.clock.monotonic
        guard let last = lastWrite else { return lastWrite = now }
        guard hasLearned, now &- last >= Self.writeInterval else { return }
        lastWrite = now
        write(in: run)
    }

    func finish(in run: FilterRun) { if hasLearned { write(in: run) } }

    private func write(in run: FilterRun) {
        guard let file else { return }
        do throws(StateError) {
            try file.write(tree)
            hasLearned = false
        } catch {
            run.diagnostics.error("--template-state \(error)")
            run.hasFailedActions = true
        }
    }

    var remembers: Bool { true }
    func save(to snapshot: inout SnapshotWriter) { tree.save(to: &snapshot) }
    func restore(from snapshot: inout SnapshotReader) throws(SnapshotError) { try tree.restore(from: &snapshot) }
}
