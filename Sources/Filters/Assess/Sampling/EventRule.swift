import Formats
import Regex

/// What tells which lines of a chunk belong together.
enum EventRule {
    /// Each line is an event.
    case line
    /// A line that looks like the beginning of an event ends the one before it.
    case start(CompiledPattern)
    /// An event ends where no cell in quotes is open.
    case rows(FormatParser)
    /// An empty line ends an event.
    case blocks(JournalExportBlocks)

    init(_ parser: FormatParser) {
        if parser.hasOpenRows {
            self = .rows(parser)
        } else if parser.format.kind == .journalExport {
            self = .blocks(JournalExportBlocks())
        } else if let start = parser.eventStart,
            let pattern = try? CompiledPattern("\\A(?:\(start))", options: .bytes)
        {
            self = .start(pattern)
        } else {
            self = .line
        }
    }
}
