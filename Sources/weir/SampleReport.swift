import Formats
import Records
import System

/// What differs between a sample's record and that of its line, field by field.
struct SampleReport {
    private let file: FormatFile
    private let index: Int
    private let outcome: SampleOutcome

    init(_ file: FormatFile, _ index: Int, _ outcome: SampleOutcome) {
        self.file = file
        self.index = index
        self.outcome = outcome
    }

    var lines: [String] {
        let place = "\(PathText.shown(file.path)):\(file.sampleLines[index])"
        let line = "  \(file.format.samples[index].line)"
        switch outcome {
        case .right: return []
        case .rejected(let outcome): return ["\(place): the line is rejected: \(Self.reason(outcome))", line]
        case .differs(let differences):
            return ["\(place): the record differs", line]
                + differences.flatMap { difference in
                    [
                        "  \(difference.field)", "    expected  \(difference.expected?.json ?? "no such field")",
                        "    got       \(difference.got?.json ?? "no such field")",
                    ]
                }
        case .reordered(let expected, let got):
            return [
                "\(place): the fields come in another order", line,
                "    expected  \(expected.joined(separator: ", "))", "    got       \(got.joined(separator: ", "))",
            ]
        }
    }

    private static func reason(_ outcome: ParseOutcome) -> String {
        switch outcome {
        case .parsed, .absorbed, .noMatch: "no pattern matches it"
        case .failed(.badJSON(let error)): "\(error)"
        case .failed(.badTime(let field)): "\(field) is in none of the layouts, or no time that exists"
        case .failed(.unclearZone(let field, let zone)): "\(field) names the zone \(zone), which several have"
        case .failed(.badType(let field, let wanted)): "\(field) is not of type \(wanted.rawValue)"
        case .failed(.cells(let columns)): "it does not have a cell for each of the \(columns) columns"
        case .failed(.openQuote): "a cell is in quotes that do not end"
        case .failed(.badQuote): "something stands behind the quote that ends a cell"
        case .failed(.matchLimit): "the pattern takes too many steps"
        case .failed(.tooLong(let limit)): "longer than the \(limit) bytes that a pattern is let see"
        }
    }
}
