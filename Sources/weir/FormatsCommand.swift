import ArgumentParser
import FilterKit
import Formats

struct FormatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "formats", abstract: "List the log formats that weir-parse knows.")

    func run() throws {
        let formats = try FormatLibrary.builtIn().formats
        let names = formats.map { ([$0.name] + $0.aliases).joined(separator: ", ") }
        let width = names.map(\.count).max() ?? 0
        for (name, format) in zip(names, formats) {
            try Output.line(name + String(repeating: " ", count: width + 2 - name.count) + format.title)
        }
    }
}
