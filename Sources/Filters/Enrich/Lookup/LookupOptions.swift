import ArgumentParser
import FilterKit
import Records

/// The flags of look-ups in tables.
struct LookupOptions: ParsableArguments, Sendable {
    @Option(
        name: .customLong("lookup"), parsing: .singleValue,
        help: .init("Add the columns of a table, .csv or .json, from the row that --on finds.", valueName: "file"))
    var files: [String] = []

    @Option(
        name: .customLong("on"), parsing: .singleValue,
        help: .init(
            "How --lookup finds a row: by a column, a network in it, a range FROM..TO of columns, or, with ~, a pattern.",
            valueName: "field=column"))
    var keys: [String] = []

    func steps() throws(Failure) -> [any StepOption] {
        guard files.count == keys.count else {
            throw Failure(.usage, "each --lookup FILE needs one --on FIELD=COLUMN, and each --on a --lookup")
        }
        var steps: [any StepOption] = []
        for (file, key) in zip(files, keys) { steps.append(try LookupOption(file, on: key)) }
        return steps
    }
}

struct LookupOption: StepOption {
    let path: String
    let field: String
    let key: LookupTable.Key

    init(_ path: String, on text: String) throws(Failure) {
        self.path = path
        guard let sign = text.firstIndex(where: { $0 == "=" || $0 == "~" }) else {
            throw Failure(.usage, "--on: '\(text)' is not field=column, field=from..to or field~column")
        }
        field = FieldList.trim(text[..<sign])
        let column = FieldList.trim(text[text.index(after: sign)...])
        guard !field.isEmpty, !column.isEmpty else {
            throw Failure(.usage, "--on: '\(text)' is not field=column, field=from..to or field~column")
        }
        if text[sign] == "~" {
            key = .pattern(column)
        } else if let dots = column.firstRange(of: "..") {
            key = .range(String(column[..<dots.lowerBound]), String(column[dots.upperBound...]))
        } else {
            key = .column(column)
        }
    }

    func bind(to record: inout Record, in run: FilterRun) throws(Failure) -> Step {
        let table = try LookupTable(LookupFile.read(path), by: key, path)
        for column in table.columns { try ChangeOption.refuseReserved(column, "--lookup \(path)") }
        run.expect([field], &record)
        return .part(LookupEnricher(table, self, &record))
    }
}
