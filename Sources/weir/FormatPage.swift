import FilterKit
import Formats
import Records
import System

/// A format laid out for reading, as a short manual page.
struct FormatPage {
    private let entry: FormatLibrary.Entry
    private let columns: Int
    private var format: LogFormat { entry.format }

    init(_ entry: FormatLibrary.Entry, columns: Int) {
        self.entry = entry
        self.columns = columns
    }

    var lines: [String] {
        var lines = ["\(format.name): \(format.title)"]
        if !format.description.isEmpty { lines += [""] + Self.wrap(format.description, columns) }
        lines += [""] + facts
        if !format.fields.isEmpty { lines += [""] + fields }
        if !format.rename.isEmpty { lines += [""] + renames }
        if let sample = format.samples.first { lines += [""] + self.sample(sample) }
        return lines
    }

    private var facts: [String] {
        var facts: [(String, String)] = []
        if let url = format.url { facts.append(("described at", url)) }
        if !format.aliases.isEmpty { facts.append(("also called", format.aliases.joined(separator: ", "))) }
        facts.append(("kind", format.kind.rawValue))
        let patterns = format.patterns.map(\.name)
        if patterns.count > 1 { facts.append(("patterns", patterns.joined(separator: ", "))) }
        if let field = format.timeField {
            facts.append(("time", "from \(field), as \(format.timeLayouts.joined(separator: " or "))"))
        }
        if let over = format.over {
            facts.append(("carried by", "syslog or the journal, from \(over.processes.joined(separator: ", "))"))
        }
        if format.multilineStart != nil { facts.append(("events", "of several lines")) }
        if format.join != nil { facts.append(("parts", "of a line are put together")) }
        if format.isQuiet { facts.append(("silence", "means that all goes well")) }
        facts.append(("from", entry.file.map(PathText.shown) ?? "built in"))
        return Self.list(facts, columns)
    }

    private var fields: [String] {
        let hasUnits = format.fields.contains { $0.unit != nil }
        let heading = ["FIELD", "TYPE"] + (hasUnits ? ["UNIT"] : []) + ["DESCRIPTION"]
        let rows = format.fields.map { field in
            [field.name, field.type.rawValue] + (hasUnits ? [field.unit ?? ""] : []) + [field.description]
        }
        return Self.table([heading] + rows, columns)
    }

    /// The keys that become each standard name, in the order in which they count.
    private var renames: [String] {
        var order: [String] = []
        var keys: [String: [String]] = [:]
        for (from, to) in format.rename {
            if keys[to] == nil { order.append(to) }
            keys[to, default: []].append(from)
        }
        return ["These keys of the log get standard names:"]
            + Self.list(order.map { ($0, keys[$0, default: []].joined(separator: ", ")) }, columns)
    }

    /// A line longer than the terminal stays one line: it is the log's.
    private func sample(_ sample: LogFormat.Sample) -> [String] {
        let width = sample.record.members.map { TerminalText.width($0.name) }.max() ?? 0
        return ["A line:"] + sample.line.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
            + ["and its record:"]
            + sample.record.members.map { "  \(Self.pad($0.name, to: width))  \($0.value.json)" }
    }

    // MARK: Layout

    private static func list(_ items: [(String, String)], _ columns: Int) -> [String] {
        table(items.map { [$0.0, $0.1] }, columns, indent: "  ")
    }

    /// Columns aligned, the last of them wrapped.
    private static func table(_ rows: [[String]], _ columns: Int, indent: String = "") -> [String] {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<max(0, count - 1)).map { column in rows.map { TerminalText.width($0[column]) }.max() ?? 0 }
        let margin = indent.count + widths.reduce(0) { $0 + $1 + 2 }
        return rows.flatMap { row in
            let head = indent + zip(row, widths).map { pad($0, to: $1) + "  " }.joined()
            let texts = wrap(row.last ?? "", max(20, columns - margin))
            return texts.enumerated().map { index, text in
                trimmed((index == 0 ? head : String(repeating: " ", count: margin)) + text)
            }
        }
    }

    private static func pad(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - TerminalText.width(text)))
    }

    private static func trimmed(_ line: String) -> String {
        var line = line
        while line.last == " " { line.removeLast() }
        return line
    }

    /// Breaks at spaces; a word that is too long stands on a line of its own.
    static func wrap(_ text: String, _ width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, TerminalText.width(line) + 1 + TerminalText.width(String(word)) > width {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        return lines + [line]
    }
}
