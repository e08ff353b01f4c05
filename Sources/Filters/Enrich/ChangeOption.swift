import ArgumentParser
import Expressions
import FilterKit
import Records

/// A change as the command line says it. `--set`, `--drop`, `--keep` and `--rename` are done in the order given, so
/// they are all gathered into one list.
enum ChangeOption: StepOption {
    case set(String)
    case drop(String)
    case keep(String)
    case rename(String)
    case order(String)
    case nest(String)
    case flatten

    func bind(to record: inout Record, in run: FilterRun) throws(Failure) -> Step {
        .change(try change(&record, in: run))
    }

    private func change(_ record: inout Record, in run: FilterRun) throws(Failure) -> Change {
        switch self {
        case .set(let text):
            let assignment: Assignment
            do throws(ExpressionError) { assignment = try Assignment.parse(text) } catch {
                throw Failure(error, in: "--set")
            }
            if let source = assignment.expression.plainFieldName {
                return .copy(from: record.name(source), to: record.name(assignment.name))
            }
            return .set(record.name(assignment.name), run.bind(assignment.expression, &record))
        case .drop(let text): return .drop(try Self.names(text, "--drop", &record))
        case .keep(let text): return .keep(try Self.names(text, "--keep", &record))
        case .order(let text): return .order(try Self.names(text, "--order", &record))
        case .nest(let text): return .nest(try Self.nesting(text, &record))
        case .flatten: return .flatten(separator: record.store.keep([UInt8(ascii: ".")]))
        case .rename(let text):
            let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(FieldList.trim)
            guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
                throw Failure(.usage, "--rename: '\(text)' is not new=old")
            }
            try Self.refuseReserved(parts[0], "--rename")
            let name = record.name(parts[0])
            return .rename(from: parts[0] == parts[1] ? name : record.name(parts[1]), to: name)
        }
    }

    /// `http=method,path`, or `http` for all that begins with it and a dot.
    private static func nesting(_ text: String, _ record: inout Record) throws(Failure) -> Nesting {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = FieldList.trim(parts[0])
        guard !name.isEmpty else { throw Failure(.usage, "--nest: '\(text)' is not name=fields, or a name alone") }
        try refuseReserved(name, "--nest")
        var fields: [FieldName]?
        if parts.count == 2 { fields = try names(String(parts[1]), "--nest", &record) }
        return Nesting(name: record.name(name), fields: fields)
    }

    private static func names(_ text: String, _ flag: String, _ record: inout Record) throws(Failure) -> [FieldName] {
        var names: [FieldName] = []
        for name in FieldList.parse(text) { names.append(record.name(name)) }
        guard !names.isEmpty else { throw Failure(.usage, "\(flag): no field is named") }
        return names
    }

    static func refuseReserved(_ name: String, _ flag: String) throws(Failure) {
        guard ReservedKey.all.contains(name) else { return }
        throw Failure(
            .usage, "\(flag): '\(name)' is a key that weir keeps for itself (weir-record(5)); take another name")
    }
}
