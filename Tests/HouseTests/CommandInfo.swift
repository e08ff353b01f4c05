import Foundation

/// What a filter says about its own flags: the part that we use of swift-argument-parser's `--experimental-dump-help`. The
/// flags are declared once, in the code; manual, tests and completions take them from here.
struct CommandInfo: Decodable {
    let commandName: String
    let arguments: [Argument]?
    let subcommands: [CommandInfo]?
    let abstract: String?

    struct Argument: Decodable {
        enum Kind: String, Decodable { case positional, option, flag }

        struct Name: Decodable {
            enum Kind: String, Decodable { case long, short, longWithSingleDash }

            let kind: Kind
            let name: String
        }

        let kind: Kind
        let shouldDisplay: Bool
        let sectionTitle: String?
        let names: [Name]?
        let valueName: String?
        let defaultValue: String?
        let allValues: [String]?
        let abstract: String?
        let discussion: String?
    }

    private struct Tool: Decodable { let command: CommandInfo }

    /// `filter` is `weir-parse`, say.
    static func of(_ filter: String) throws -> CommandInfo {
        let dump =
            try Repository.coldFilters.contains(filter)
            ? Program.run(Repository.shore, filter, "--experimental-dump-help")
            : Program.run("bin/\(filter)", "--experimental-dump-help")
        guard dump.status == 0 else { throw Complaint("\(filter) does not tell its flags: \(dump.output)") }
        return try JSONDecoder().decode(Tool.self, from: Data(dump.output.utf8)).command.named(filter)
    }

    /// The link may answer for itself, or for the whole of weir with the filter as a subcommand.
    private func named(_ filter: String) -> CommandInfo {
        subcommands?.first { [filter, String(filter.dropFirst("weir-".count))].contains($0.commandName) } ?? self
    }

    var visible: [Argument] { (arguments ?? []).filter(\.shouldDisplay) }

    /// What the filter can be told to do first, `add` and `get`; there are none where it does one thing.
    var parts: [CommandInfo] { (subcommands ?? []).filter { $0.commandName != "help" } }

    /// `--where`, hidden ones left out; those of all parts.
    var longFlags: Set<String> {
        let own = visible.flatMap { $0.names ?? [] }.filter { $0.kind == .long }.map { "--\($0.name)" }
        return parts.reduce(into: Set(own)) { $0.formUnion($1.longFlags) }
    }
}

/// The flags of all filters.
struct FlagTable {
    let flags: [String: Set<String>]

    static func ofThisBuild() throws -> FlagTable {
        FlagTable(
            flags: try Dictionary(
                uniqueKeysWithValues: Repository.allFilters.map { ($0, try CommandInfo.of($0).longFlags) }))
    }

    /// Those of any filter.
    var all: Set<String> { flags.values.reduce(into: []) { $0.formUnion($1) } }

    /// Those that every filter of records has, and that mean the same everywhere.
    var shared: Set<String> {
        flags.filter { Repository.filters.contains($0.key) }.values.reduce(all) { $0.intersection($1) }
    }
}
