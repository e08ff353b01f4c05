import Foundation

/// Reads loghub's truth and our records, and writes the truth's times as we do.
enum Loghub {
    /// One row of the truth, by column; a column that is not there is a mistake of the test and stops it.
    struct Row: Sendable {
        let cells: [String: String]
        subscript(column: String) -> String { cells[column] ?? "(no column \(column))" }
    }

    /// One of our records: every value as text, "" where the field is not there.
    struct Record: Sendable {
        let fields: [String: String]
        subscript(name: String) -> String { fields[name] ?? "" }

        init(json: Substring) throws {
            let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any] ?? [:]
            fields = object.mapValues { "\($0)" }
        }
    }

    static let levels = [
        "info": "info", "notice": "info", "warn": "warn", "warning": "warn", "error": "error", "debug": "debug",
        "fatal": "fatal", "crit": "fatal",
    ]

    /// The rows of a CSV file as RFC 4180 has it, under the names of its first.
    static func rows(csv: String) -> [Row] {
        var lines: [[String]] = [[]]
        var cell = ""
        var isQuoted = false
        var characters = Array(csv.replacing("\r\n", with: "\n"))[...]
        while let character = characters.popFirst() {
            switch character {
            case "\"" where isQuoted && characters.first == "\"":
                cell.append("\"")
                characters.removeFirst()
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                lines[lines.count - 1].append(cell)
                cell = ""
            case "\n" where !isQuoted:
                lines[lines.count - 1].append(cell)
                cell = ""
                lines.append([])
            default: cell.append(character)
            }
        }
        if !cell.isEmpty { lines[lines.count - 1].append(cell) }
        let names = lines.removeFirst()
        return lines.filter { $0.count == names.count }.map { Row(cells: Dictionary(zip(names, $0)) { $1 }) }
    }

    /// The client stands in Apache's header and in the truth's content.
    static func apacheContent(_ record: Record) -> String {
        (record["client"].isEmpty ? "" : "[client \(record["client"])] ") + record["message"]
    }

    // MARK: Times

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    private static func two(_ text: some StringProtocol) -> String { text.count == 1 ? "0\(text)" : String(text) }

    private static func month(_ name: some StringProtocol) -> String {
        two("\((months.firstIndex(of: String(name)) ?? -1) + 1)")
    }

    /// `2015-10-18` and `18:01:47,978`.
    static func iso(_ date: String, _ time: String) -> String { "\(date)T\(time.replacing(",", with: "."))Z" }

    /// `081109` and `203615`.
    static func compact(_ date: String, _ time: String) -> String {
        let (date, time) = (Array(date), Array(time))
        guard date.count == 6, time.count == 6 else { return "(no time)" }
        return "20" + String(date[0..<2]) + "-" + String(date[2..<4]) + "-" + String(date[4..<6]) + "T"
            + String(time[0..<2]) + ":" + String(time[2..<4]) + ":" + String(time[4..<6]) + "Z"
    }

    /// `Sun Dec 04 04:47:44 2005`.
    static func ctime(_ text: String) -> String {
        let words = text.split(separator: " ")
        return words.count == 5 ? "\(words[4])-\(month(words[1]))-\(words[2])T\(words[3])Z" : "(no time)"
    }

    static func yearless(_ name: String, _ day: String, _ time: String) -> String {
        "-\(month(name))-\(two(day))T\(time)Z"
    }

    /// `10.30 16:49:06`.
    static func dotted(_ text: String) -> String {
        "-" + text.replacing(".", with: "-").replacing(" ", with: "T") + "Z"
    }
}
