import Bytes
import FilterKit
import Records

/// Adds to a record the row of a table that one of its fields finds.
final class LookupEnricher: Enricher {
    private var table: LookupTable
    private let option: LookupOption
    private var file: WatchedFile
    private let field: FieldName
    private let names: [FieldName]

    init(_ table: LookupTable, _ option: LookupOption, _ record: inout Record) {
        self.table = table
        self.option = option
        file = WatchedFile(option.path)
        field = record.name(option.field)
        var names: [FieldName] = []
        for column in table.columns { names.append(record.name(column)) }
        self.names = names
    }

    func enrich(_ record: inout Record, in run: FilterRun) -> Bool {
        guard let position = record.position(of: field) else { return true }
        let value: Slice
        switch record[position].kind {
        case .object, .array, .null: return true
        case .escapedString:
            guard let text = record.textInput(of: field) else { return true }
            value = text
        default: value = record[position].value
        }
        if let found = table.find(record.store.buffer, value) { table.put(found, named: names, into: &record) }
        return true
    }

    // MARK: A new table

    var looksAtFiles: Bool { true }

    /// The new table takes the place of the old one as a whole, or not at all.
    func look(in run: FilterRun) {
        guard file.hasChanged() else { return }
        do throws(Failure) {
            let new = try LookupTable(option.read(), by: option.key, option.label)
            guard new.columns == table.columns else {
                throw Failure(.badConfiguration, "\(option.label): has other columns than before")
            }
            table = new
            run.diagnostics.note("\(option.label): has changed and was read again")
        } catch {
            run.diagnostics.error(error)
            run.diagnostics.warning("\(option.label): the table before stays in use")
        }
    }

    func finish(in run: FilterRun) {
        if table.failedMatches > 0 {
            run.diagnostics.warning(
                "\(option.label): \(table.failedMatches) matches took too many steps and count as none")
        }
    }
}
