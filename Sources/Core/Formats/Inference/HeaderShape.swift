/// The header that the lines of a sample have in common, as a regular expression and the layouts of its times.
package struct HeaderShape: Equatable, Sendable {
    /// What stands before the time.
    let opening: HeaderOpening
    let masks: [TimeMask]
    let parts: [Part]
    /// Layouts of the times, the most frequent first.
    package let layouts: [String]
    /// Lines of the sample that have the time where this shape has it.
    package let lines: Int

    struct Part: Equatable, Sendable {
        let element: HeaderElement
        /// What its text is called, where the element does not say.
        let name: String
        /// In every line: what stands behind it is looked for only where it is.
        let isEverywhere: Bool
    }

    /// Only the time is asked for. Elements that a line lacks are left out, and what is not header is the message.
    package var regex: String {
        start + rest(from: 0) + HeaderElement.separator + #"(?<message>[\s\S]*+)"#
    }

    /// What every event begins with, a time: lines that do not belong to the one before.
    package var start: String {
        let times = masks.map(\.regex).joined(separator: "|")
        return opening.regex + "(?<time>\(times))(?![0-9A-Za-z])"
    }

    private func rest(from index: Int) -> String {
        guard index < parts.count else { return "" }
        let part = parts[index]
        let element = HeaderElement.separator + part.element.regex(name: part.name)
        let rest = rest(from: index + 1)
        return part.isEverywhere ? "(?:\(element)\(rest))?+" : "(?:\(element))?+\(rest)"
    }
}

/// What stands before a line's time. Of two that fit as many lines the first counts.
enum HeaderOpening: CaseIterable, Sendable {
    case nothing, bracket, level, dash

    var regex: String {
        switch self {
        case .nothing: ""
        case .bracket: #"[\[(<"]"#
        case .level:
            #"[\[(<]?+"# + HeaderElement.level.regex(name: "") + HeaderElement.separator
                + #"(?:\[(?![0-9]{2,4}[-/:.])(?<thread>[^\[\]]++)\] ++)?+[\[(<"]?+"#
        case .dash: "[-*] "
        }
    }

    var fields: Set<String> { self == .level ? ["level", "thread"] : [] }
}
