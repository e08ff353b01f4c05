import Advice
import Formats
import Records

/// One of the files that an assessment rests on.
struct SourceReading {
    let name: String
    /// Bytes that it has; of a compressed file, unpacked.
    let size: Int64
    /// It was counted from its first byte to its last.
    let isWhole: Bool
    /// It was looked at as far.
    let isLookedAt: Bool
    /// Chunks that were looked at, and their bytes.
    let chunks: Int
    let lookedAt: Int64
    let tally: LineTally
    /// The format most of it has; nil where none was recognised.
    let format: String?
    /// How sure that is, 0…1.
    let confidence: Double
    let isBinary: Bool
    /// Lines by format.
    let lines: [String: Int]
    let namesZone: Bool?
    let namesYear: Bool?
}

/// A field as it is reported.
struct FieldSummary {
    let name: String
    let type: String
    /// Of the records, 0…1.
    let share: Double
    let distinct: UInt64
    /// The number is carried on from a sample.
    let isEstimate: Bool
    let examples: [String]
    let values: [FewValues.Entry]?
    /// Least, median, 95th percentile, greatest.
    let numbers: (minimum: Double, median: Double, p95: Double, maximum: Double)?
    let unit: UnitGuess?
    let judgement: FieldJudgement
    let sensitive: [(kind: SensitiveKind, count: Int)]
}

/// All that is to be said of a log.
struct Assessment {
    enum Verdict: String {
        case understood
        /// A good part of the lines is in no format.
        case partly
        /// Text, but no format was recognised, and no signal is claimed.
        case notUnderstood = "not-understood"
        case binary, empty
    }

    let sources: [SourceReading]
    let verdict: Verdict
    let tally: LineTally
    /// Of the whole log; of what was not read, in proportion.
    let size: Int64
    let lines: Int
    let isWhole: Bool
    /// What is written to `--format`; nil where a header was inferred, or nothing recognised.
    let format: String?
    /// Programs whose messages are in it, where the format is a transport.
    let carried: CarriedPrograms?
    let isInferred: Bool
    /// Nothing comes while all goes well: a log of errors, whose silence is no fault.
    let isQuiet: Bool
    let profile: LogProfile
    let counts: LogCount
    let fields: [FieldSummary]
    let signals: [SignalStatement]
    let programs: [ProgramAdvice]
    /// Programs that write such logs, but whose name the files do not have, as another's.
    let unlikely: [ProgramAdvice]
    let maturity: Maturity
    let namesZone: Bool?
    let namesYear: Bool?
    /// What the messages are made from, the most frequent first.
    let templates: [MessageTemplate]

    /// What it is called: its files, or where it came from.
    var name: String {
        sources.count == 1 ? sources[0].name : "\(sources.first?.name ?? "") and \(sources.count - 1) more"
    }

    /// The same without the folders, which say more of the machine than of the log.
    var title: String {
        func last(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
        let first = sources.first.map { last($0.name) } ?? ""
        return sources.count == 1 ? first : "\(first) and \(sources.count - 1) more"
    }

    /// Each line names the program that wrote it, so that which of them did is no question.
    var namesPrograms: Bool {
        guard let carried else { return false }
        return sources.allSatisfy { $0.lines.isEmpty || $0.format.map(carried.transports.contains) ?? false }
    }

    func signal(_ signal: Signal) -> SignalStatement? { signals.first { $0.signal == signal } }

    /// Labels, the one with the fewest series first.
    var labels: [FieldSummary] {
        fields.filter { ($0.judgement.role == .label || $0.judgement.role == .level) && ($0.judgement.series ?? 0) > 1 }
            .sorted { ($0.judgement.series ?? 0, $0.name) < ($1.judgement.series ?? 0, $1.name) }
    }

    /// Labels, those first that one asks for first.
    var preferredLabels: [FieldSummary] {
        let first = ["service", "host", "vhost", "status", "level", "method", "logger", "process"]
        func rank(_ field: FieldSummary) -> Int { first.firstIndex(of: field.name) ?? first.count }
        return labels.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(
            \.element)
    }

    /// Kinds of sensitive data, the worst first, with how many values have them and in which fields.
    var sensitive: [(kind: SensitiveKind, count: Int, fields: [String])] {
        var found: [SensitiveKind: (count: Int, fields: [String])] = [:]
        for field in fields {
            for (kind, count) in field.sensitive {
                found[kind, default: (0, [])].count += count
                found[kind]?.fields.append(field.name)
            }
        }
        return found.map { ($0.key, $0.value.count, $0.value.fields) }.sorted { $0.0 < $1.0 }
    }

    /// Changes that give missing signals, each once, those that give most first.
    var changes: [(program: ProgramAdvice, change: ProgramAdvice.Change, signals: [Signal])] {
        var found: [(program: ProgramAdvice, change: ProgramAdvice.Change, signals: [Signal])] = []
        for statement in signals where statement.state == .missing {
            for (program, change) in statement.changes {
                let known = found.firstIndex { $0.program.name == program.name && $0.change.title == change.title }
                if let known {
                    found[known].signals.append(statement.signal)
                } else {
                    found.append((program, change, [statement.signal]))
                }
            }
        }
        return found.enumerated().sorted {
            ($0.element.signals.count, $1.offset) > ($1.element.signals.count, $0.offset)
        }
        .map(\.element)
    }
}
