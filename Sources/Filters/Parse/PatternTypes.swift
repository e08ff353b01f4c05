import FilterKit
import Formats
import Records
import Regex

/// `--types status:integer,took:number`, and what can be wrong with a pattern from the command line.
enum PatternTypes {
    static func parse(_ text: String) throws(Failure) -> [LogFormat.FieldDescription] {
        var fields: [LogFormat.FieldDescription] = []
        for item in text.split(separator: ",") {
            let parts = item.split(separator: ":", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { throw Failure(.usage, "--types: '\(item)' is not name:type") }
            guard let type = LogFormat.FieldType(rawValue: parts[1]) else {
                let known = LogFormat.FieldType.allCases.map(\.rawValue).joined(separator: ", ")
                throw Failure(.usage, "--types: '\(parts[1])' is none of \(known)")
            }
            fields.append(LogFormat.FieldDescription(name: parts[0], type: type))
        }
        return fields
    }

    /// Compiles the pattern to see that it can be used, and shows where it cannot.
    static func check(_ pattern: String, types: [LogFormat.FieldDescription]) throws(Failure) {
        let groups = try compile(pattern, flag: "--pattern").namedGroups
        guard !groups.isEmpty else {
            throw Failure(.usage, "--pattern: no named group in it; write (?<name>…) around what should become a field")
        }
        if let reserved = groups.first(where: { ReservedKey.all.contains($0.name) }) {
            throw Failure(
                .usage,
                "--pattern: '\(reserved.name)' is a key that weir keeps for itself (weir-record(5)); take another name")
        }
        if let unknown = types.first(where: { type in !groups.contains { $0.name == type.name } }) {
            let names = groups.map(\.name).joined(separator: ", ")
            throw Failure(.usage, "--types: the pattern has no group '\(unknown.name)'; it has \(names)")
        }
    }

    /// Compiles an expression from the command line; a mistake is shown in its place.
    static func compile(_ pattern: String, flag: String) throws(Failure) -> CompiledPattern {
        do throws(PatternError) { return try CompiledPattern(pattern) } catch {
            throw Failure(.usage, "\(flag): \(error.message)", place: Failure.caret(under: error.offset, of: pattern))
        }
    }
}
