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

/// A look-up in a file: what of the record is looked for, in what, and how that is read.
struct LookupOption: StepOption {
    let path: String
    /// How it is called in messages.
    let flag: String
    let field: String
    let key: LookupTable.Key
    let read: @Sendable () throws(Failure) -> LookupRows

    /// What it is called in messages, with its file.
    var label: String { "\(flag) \(path)" }

    init(
        _ path: String, flag: String, field: String, by key: LookupTable.Key,
        read: @escaping @Sendable () throws(Failure) -> LookupRows
    ) {
        self.path = path
        self.flag = flag
        self.field = field
        self.key = key
        self.read = read
    }

    /// - Parameter text: what `--on` says.
    init(_ path: String, on text: String) throws(Failure) {
        guard let sign = text.firstIndex(where: { $0 == "=" || $0 == "~" }) else {
            throw Failure(.usage, "--on: '\(text)' is not field=column, field=from..to or field~column")
        }
        let field = FieldList.trim(text[..<sign])
        let column = FieldList.trim(text[text.index(after: sign)...])
        guard !field.isEmpty, !column.isEmpty else {
            throw Failure(.usage, "--on: '\(text)' is not field=column, field=from..to or field~column")
        }
        let key: LookupTable.Key
        if text[sign] == "~" {
            key = .pattern(column)
        } else if let dots = column.firstRange(of: "..") {
            key = .range(String(column[..<dots.lowerBound]), String(column[dots.upperBound...]))
        } else {
            key = .column(column)
        }
        self.init(path, flag: "--lookup", field: field, by: key) { () throws(Failure) in try LookupFile.read(path) }
    }

    func bind(to record: inout Record, in run: FilterRun) throws(Failure) -> Step {
        let table = try LookupTable(read(), by: key, label)
        for column in table.columns { try ChangeOption.refuseReserved(column, label) }
        run.expect([field], &record)
        return .part(LookupEnricher(table, self, &record))
    }
}
