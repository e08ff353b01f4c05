import Advice
import Records

/// A script that watches the log that was assessed: tail, parse, enrich, aggregate, alert, with thresholds from the log itself.
struct PipelineScript {
    let assessment: Assessment
    private let thresholds: Thresholds?

    init(_ assessment: Assessment) {
        self.assessment = assessment
        thresholds = Thresholds(assessment)
    }

    /// Nil where nothing was understood, so that there is nothing to watch.
    var text: String? {
        guard !assessment.fields.isEmpty else { return nil }
        return (head + setup + pipeline + [""]).joined(separator: "\n")
    }

    private var head: [String] {
        let name = Shell.comment(assessment.title)
        var lines = [
            "#!/bin/sh", "# Watches the signals of logs like \(name), as weir-assess proposed it.", "#",
            "# Usage: pipeline.sh FILE ...", "#",
            "# Metrics go to standard output, one JSON object for each window; alerts are appended to a file.",
            "# Set in the environment:", "#   ALERTS         where alerts go (alerts.json)",
            "#   STORE          a file that weir-store keeps the metrics in, in place of standard output",
            "#   NOTIFY_PAGE    a command that gets the alerts that are worth a call (severity: page), as",
            "#                  NOTIFY_PAGE='weir-notify --pagerduty-key-file /etc/weir/pagerduty' (weir-notify --help names others)",
            "#   NOTIFY_TICKET  one that gets those that wait for the morning",
            "#   NOTIFY         one for both, where they have none of their own",
            "#   FOLLOW         1: follow the files as they grow, instead of reading what there is", "#",
            "# A command of NOTIFY has to run for as long as the script, and to read a line of JSON for each alert. One that reads to",
            "# the end first, as mail -s alert ops, sends nothing until then, and a mail without text if there was no alert:",
            "# weir-notify --mail ops@example.org is for this. One that ends too soon is told of, and has status 69 if its own is 0.",
            "# The script ends with the status of what failed first, or 0.", "#",
        ]
        lines += assessment.signals.map { statement in
            "#   \(statement.signal.rawValue): \(statement.state.rawValue)"
                + (statement.state == .missing ? "; weir-assess says what to change" : ", \(statement.what)")
        }.map(Shell.comment)
        let labels = assessment.preferredLabels.prefix(4)
        if !labels.isEmpty {
            let texts = labels.map { "\($0.name) (\($0.judgement.series ?? 0) series)" }.joined(separator: ", ")
            lines += ["#", Shell.comment("# Good for --by of weir-aggregate: \(texts).")]
        }
        return lines
    }

    private var setup: [String] {
        let order =
            lateness.map {
                [
                    "# Times go back by up to \($0.text) in this log. Read as a whole, all of it counts; followed, what comes",
                    "# more than \($0.live) late does not, for else no window would be closed in time.",
                ]
            } ?? []
        var lines =
            order + [
                "set -eu", "PATH=$PATH:$(dirname \"$0\")",
                "[ $# -gt 0 ] || { echo \"usage: ${0##*/} FILE ...\" >&2; exit 64; }", "",
                "if [ \"${FOLLOW-}\" ]; then mode=-F\(lateness.map { " lateness=\($0.live)" } ?? ""); else mode=--once"
                    + "\(lateness.map { " lateness=\($0.whole)" } ?? ""); fi",
            ]
        lines += ["scratch=$(mktemp -d)", "trap 'rm -rf \"$scratch\"' EXIT"]
        if thresholds != nil { lines.append("mkfifo \"$scratch/metrics\" \"$scratch/pages\" \"$scratch/tickets\"") }
        return lines + [
            "if [ \"${STORE-}\" ] && ! command -v weir-store >/dev/null; then",
            "    echo \"${0##*/}: STORE needs weir-store, which make shore builds\" >&2; exit 69", "fi",
            "# Runs a stage, and writes down how it ended if it failed: a pipe tells that of its last one alone. Status 141 is that of",
            "# one whose reader had gone.",
            "run() {", "    \"$@\" || {", "        status=$?; echo \"$status\" >>\"$scratch/failed\"",
            "        [ \"$status\" -eq 141 ] || echo \"${0##*/}: $1 ended with status $status\" >&2", "    }", "}",
            "keep() { if [ \"${STORE-}\" ]; then run weir-store add \"$STORE\"; else run cat; fi; }", "",
        ]
    }

    private var sets: [String] {
        assessment.signals.filter { $0.signal != .traces && $0.state == .derivable }.compactMap { statement in
            guard let field = statement.field, let expression = statement.expression else { return nil }
            return "--set \(Shell.quoted("\(field) = \(expression)"))"
        }
    }

    private var aggregates: [String] {
        var columns = ["count"]
        for statement in assessment.signals {
            switch (statement.signal, statement.state) {
            case (.latency, .missing), (.traffic, .missing), (.errors, .missing), (.saturation, .missing), (.traces, _):
                break
            case (.latency, _): columns += ["'p50(duration)'", "'p95(duration)'", "'p99(duration)'"]
            case (.errors, _):
                let condition = statement.state == .derivable ? statement.field ?? "" : statement.condition ?? ""
                columns += [
                    Shell.quoted("count(\(condition)) as errors"), Shell.quoted("ratio(\(condition)) as error_ratio"),
                ]
            case (.traffic, .derivable):
                if let field = statement.field, statement.expression != nil {
                    columns.append(Shell.quoted("count(\(field)) as \(field)_count"))
                }
            case (.saturation, .derivable): columns.append(Shell.quoted("count(\(statement.field ?? "")) as saturated"))
            case (.saturation, .available): columns.append(Shell.quoted("max(\(statement.field ?? "")) as saturation"))
            case (.traffic, .available): break
            }
        }
        if thresholds?.refused != nil {
            let condition = "status >= 400 && status < 500"
            columns += [
                Shell.quoted("count(\(condition)) as refused"), Shell.quoted("ratio(\(condition)) as refused_ratio"),
            ]
        }
        if assessment.fields.contains(where: { $0.name == "bytes" && $0.type == "integer" }) {
            columns.append("'sum(bytes) as bytes'")
        }
        return columns
    }

    private var pipeline: [String] {
        var lines: [String] = []
        if let thresholds {
            let (rules, reasons) = rules(thresholds)
            lines += reasons
            lines +=
                ["cat >\"$scratch/rules.yaml\" <<'RULES'", "groups:", "- name: weir", "  rules:"] + rules + ["RULES"]
            lines += [
                "# Gives alerts to a command. When it ends before they do, that is told, and what comes is read in its place.",
                "tell() {",
                "    status=0; sh -c \"$2\" || status=$?",
                "    if [ \"$status\" -eq 0 ] && [ -e \"$scratch/end\" ] && ! read -r _; then return; fi",
                "    echo \"${0##*/}: the command for $1 ended with status $status, and may not have told all of them;\" \\",
                "        \"they are in ${ALERTS:-alerts.json}. It has to read a line for each until there are no more.\" >&2",
                "    [ \"$status\" -ne 0 ] || status=69",
                "    echo \"$status\" >>\"$scratch/failed\"", "    cat >/dev/null", "}",
                "# Pages and tickets go different ways.",
                "tell pages \"${NOTIFY_PAGE:-${NOTIFY:-cat >/dev/null}}\" <\"$scratch/pages\" &",
                "tell tickets \"${NOTIFY_TICKET:-${NOTIFY:-cat >/dev/null}}\" <\"$scratch/tickets\" &",
                "run weir-alert --rules \"$scratch/rules.yaml\" <\"$scratch/metrics\" |",
                "    run tee -a \"${ALERTS:-alerts.json}\" | {",
                "    while IFS= read -r alert; do", "        case $alert in",
                "        *'\"severity\":\"page\"'*) printf '%s\\n' \"$alert\" >&3 ;;",
                "        *) printf '%s\\n' \"$alert\" >&4 ;;", "        esac",
                "    done", "    : >\"$scratch/end\"",
                "} 3>\"$scratch/pages\" 4>\"$scratch/tickets\" &", "",
            ]
            if lateness == nil {
                lines += [
                    "# Windows wait a minute for what comes late; weir-aggregate --lateness changes that."
                ]
            }
        }
        if let carried = assessment.carried, let format = assessment.format {
            lines.append("# \(format) carries messages of \(carried.text); weir-parse takes them apart.")
        }
        var stages = stages("\"$mode\" \"$@\"")
        if thresholds != nil { stages.append("tee \"$scratch/metrics\"") }
        lines += [
            stages.map { "run \($0) |\n    " }.joined() + "keep",
            "wait", "# What failed first says how all of it ended.",
            "if [ -e \"$scratch/failed\" ]; then read -r status <\"$scratch/failed\"; exit \"$status\"; fi",
        ]
        return lines + next
    }

    /// From the file to the metrics.
    private func stages(_ input: String) -> [String] {
        let format = assessment.format.map { " --format \($0)" } ?? ""
        var stages = ["weir-tail \(input)", "weir-parse\(format)"]
        if !sets.isEmpty { stages.append("weir-enrich " + sets.joined(separator: " \\\n        ")) }
        let words =
            [thresholds.map { "--every \($0.windowText)" }, lateness.map { _ in "--lateness \"$lateness\"" }]
            .compactMap(\.self) + aggregates
        return stages + ["weir-aggregate " + words.joined(separator: " ")]
    }

    /// What it does, without what it needs to be run: for a report.
    var core: String {
        (stages("-F LOG") + (thresholds == nil ? [] : ["weir-alert --rules rules.yaml"])).joined(separator: " |\n  ")
    }

    /// How long windows stay open for what comes late, where that is more than the minute that weir-aggregate waits: for all of
    /// a log that is read as a whole; while it grows, for what is late but does not jump back by hours.
    private var lateness: (whole: String, live: String, text: String)? {
        let time = assessment.counts.time
        guard thresholds != nil, time.furthestBehind > Self.usualLateness else { return nil }
        return (
            Self.rounded(time.furthestBehind), Self.rounded(Self.lateness(of: time)),
            NumberText.duration(Double(time.furthestBehind) / 1e9)
        )
    }

    /// While the log grows, in nanoseconds.
    static func lateness(of time: TimeProfile) -> Int64 { max(time.furthestBack, usualLateness) }

    /// What weir-aggregate waits unless told otherwise, in nanoseconds.
    static let usualLateness: Int64 = 60_000_000_000

    /// Up to whole minutes, hours or days.
    private static func rounded(_ nanoseconds: Int64) -> String {
        let minute: Int64 = 60_000_000_000
        let unit = nanoseconds > 1440 * minute ? 1440 * minute : nanoseconds > 60 * minute ? 60 * minute : minute
        return DurationText.format((nanoseconds + unit - 1) / unit * unit)
    }

    /// What to put in place of this once the program logs more, as comments.
    private var next: [String] {
        var lines: [String] = []
        for (program, change, _) in assessment.changes where !change.pipeline.isEmpty {
            lines += ["", "# \(program.title), once it does this: \(change.title.lowercasedFirst)."]
            lines += change.pipeline.map { "#   \($0)" }
        }
        guard !lines.isEmpty else { return [] }
        return lines + [
            "#",
            "# When the new log has run for a day, weir-assess --pipeline NEW.log writes all of this anew, with thresholds from it.",
        ]
    }

    /// The rules, and comments that say how they came to be.
    private func rules(_ thresholds: Thresholds) -> (lines: [String], reasons: [String]) {
        let window = thresholds.windowText
        let reasons = [
            "# Windows of \(window): half of those of the log have \(NumberText.counted(thresholds.usualCount, "line")) or more. The thresholds are taken from",
            "# \(NumberText.grouped(thresholds.windows)) of them; look at them again when there is more of it.",
        ]
        let caution =
            assessment.holes != nil
            ? ["# Most of the time of that log has no line: the thresholds are provisional until that is explained."]
            : assessment.lostMinute != nil
                ? [
                    "# The minute in that log's times is wrong, so nothing is counted by less than an hour: correct it, and do this again."
                ]
                : []
        let quiet =
            thresholds.isQuiet
            ? ["# There is no alert for silence: while all goes well nothing is written to such a log."] : []
        var rules: [String] = []
        for row in thresholds.rows {
            rules.append("  # \(row.reason.capitalisedFirst)")
            if row.firings != nil { rules.append("  # On that log it would have fired: \(row.firingsText).") }
            if let untested = row.untested { rules.append("  # That log cannot test it: \(untested).") }
            rules.append("  - alert: \(row.name)")
            rules.append(row.isSilence ? "    absent_for: \(row.condition)" : "    expr: \(row.condition)")
            if let hold = row.hold { rules.append("    for: \(hold)") }
            rules += ["    labels:", "      severity: \(row.severity)"]
        }
        return (rules, reasons + caution + quiet)
    }
}

/// Text that goes into a script of the shell.
enum Shell {
    /// One word, whatever is in it.
    static func quoted(_ text: String) -> String {
        var result = "'"
        for character in text { result += character == "'" ? "'\\''" : String(character) }
        return result + "'"
    }

    /// What a log says must not get out of a comment.
    static func comment(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
    }
}
