import Advice

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
        let name = Shell.comment(assessment.name)
        var lines = [
            "#!/bin/sh", "# Watches the signals of logs like \(name), as weir-assess proposed it.", "#",
            "# Usage: pipeline.sh FILE ...", "#",
            "# Metrics go to standard output, one JSON object for each window; alerts are appended to a file.",
            "# Set in the environment:", "#   ALERTS  where alerts go (alerts.json)",
            "#   FOLLOW  1: follow the files as they grow, instead of reading what there is", "#",
        ]
        lines += assessment.signals.map { statement in
            "#   \(statement.signal.rawValue): \(statement.state.rawValue)"
                + (statement.state == .missing ? "; weir-assess says what to change" : ", \(statement.what)")
        }.map(Shell.comment)
        let labels = assessment.labels.prefix(4)
        if !labels.isEmpty {
            let texts = labels.map { "\($0.name) (\($0.judgement.series ?? 0) series)" }.joined(separator: ", ")
            lines += ["#", Shell.comment("# Good for --by of weir-aggregate: \(texts).")]
        }
        return lines
    }

    private var setup: [String] {
        var lines = [
            "set -eu", "PATH=$PATH:$(dirname \"$0\")",
            "[ $# -gt 0 ] || { echo \"usage: ${0##*/} FILE ...\" >&2; exit 64; }", "",
            "if [ \"${FOLLOW-}\" ]; then mode=-F; else mode=--once; fi",
        ]
        if thresholds != nil {
            lines += [
                "scratch=$(mktemp -d)", "trap 'rm -rf \"$scratch\"' EXIT", "mkfifo \"$scratch/metrics\"",
            ]
        }
        return lines + [""]
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
        if assessment.fields.contains(where: { $0.name == "bytes" && $0.type == "integer" }) {
            columns.append("'sum(bytes) as bytes'")
        }
        return columns
    }

    private var pipeline: [String] {
        var lines: [String] = []
        if let thresholds {
            let (conditions, reasons) = conditions(thresholds)
            lines += reasons
            lines += [
                "weir-alert --name 'out of the ordinary' \\",
                "    --when \(Shell.quoted(conditions.joined(separator: " || "))) \\",
                "    <\"$scratch/metrics\" >>\"${ALERTS:-alerts.json}\" &", "alert=$!", "",
            ]
        }
        let format = assessment.format.map { " --format \($0)" } ?? ""
        var stages = ["weir-tail \"$mode\" \"$@\"", "weir-parse\(format)"]
        if !sets.isEmpty { stages.append("weir-enrich " + sets.joined(separator: " \\\n        ")) }
        let words = [thresholds.map { "--every \($0.windowText)" }, lateness].compactMap(\.self) + aggregates
        stages.append("weir-aggregate " + words.joined(separator: " "))
        if thresholds != nil { stages.append("tee \"$scratch/metrics\"") }
        lines.append(stages.joined(separator: " |\n    "))
        if thresholds != nil { lines.append("wait \"$alert\"") }
        return lines
    }

    /// For logs that are more out of order than weir-aggregate waits for.
    private var lateness: String? {
        let back = assessment.profile.time.furthestBack
        guard thresholds != nil, back > 60_000_000_000 else { return nil }
        return "--lateness \((back + 59_999_999_999) / 60_000_000_000)m"
    }

    /// What `--when` is made of, and comments that say why.
    private func conditions(_ thresholds: Thresholds) -> (texts: [String], reasons: [String]) {
        let window = thresholds.windowText
        var texts: [String] = []
        var reasons = [
            "# Windows of \(window): half of those of the log have \(thresholds.usualCount) lines or more. The thresholds are beyond",
            "# what the log had in \(NumberText.grouped(thresholds.windows)) of them; look at them again when there is more of it.",
        ]
        if let latency = thresholds.latency {
            texts.append("duration_p95 > \(NumberText.short(latency))")
            reasons.append("# Latency: one in twenty takes longer than what one in a hundred takes in this log.")
        }
        if let ratio = thresholds.errorRatio {
            texts.append("error_ratio > \(NumberText.short(ratio)) && errors >= 5")
            reasons.append(
                "# Errors: \(Percent.text(thresholds.usualErrorRatio)) is usual here; a few alone are no reason to wake anybody."
            )
        } else if let count = thresholds.errorCount {
            texts.append("errors > \(NumberText.short(count))")
            reasons.append(
                "# Errors: \(Percent.text(thresholds.usualErrorRatio)) of the lines are some, so their number counts, not their share."
            )
        }
        texts.append("count > \(NumberText.short(thresholds.count))")
        reasons.append("# Traffic: more than half as much again as the busiest hundredth, and far off the median.")
        return (texts.map { texts.count > 1 && $0.contains("&&") ? "(\($0))" : $0 }, reasons)
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
