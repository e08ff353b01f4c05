import Foundation
import Testing

/// What weir-assess has to say of a log, written down before it could say anything.
struct Statement: Sendable, CustomTestStringConvertible {
    let log: String
    let format: String
    /// State by signal, and the field that has it or gets it; the empty field is any.
    let signals: [String: (state: String, field: String)]
    /// Words of configuration changes that a missing signal must be answered with.
    let advice: [String: String]
    /// Kinds of sensitive data that are there, and no others.
    let sensitive: Set<String>

    var testDescription: String { log }

    static let all = [
        Statement(
            log: "access/apache_logs", format: "access",
            signals: [
                "latency": ("missing", ""), "traffic": ("available", "time"), "errors": ("available", "status"),
                "saturation": ("missing", ""), "traces": ("missing", ""),
            ],
            advice: [
                "latency": "%D", "traces": "%{traceparent}i", "saturation": "server-status",
            ], sensitive: ["public-ip-address", "email"]),
        Statement(
            log: "loghub/Apache/Apache_2k.log", format: "apache-error",
            signals: [
                "latency": ("missing", ""), "traffic": ("derivable", "time"), "errors": ("available", "level"),
                "saturation": ("missing", ""), "traces": ("missing", ""),
            ],
            advice: ["latency": "%D", "saturation": "server-status", "traces": "%L"],
            sensitive: ["public-ip-address"]),
        Statement(
            log: "loghub/HDFS/HDFS_2k.log", format: "hdfs",
            signals: [
                "latency": ("missing", ""), "traffic": ("derivable", "write"), "errors": ("available", "level"),
                "saturation": ("missing", ""), "traces": ("missing", ""),
            ],
            advice: ["latency": "clienttrace", "saturation": "FileSink", "traces": "caller.context"],
            sensitive: ["internal-ip-address"]),
        Statement(
            log: "loghub/Hadoop/Hadoop_2k.log", format: "log4j",
            signals: [
                "latency": ("missing", ""), "traffic": ("derivable", "assigned"), "errors": ("available", "level"),
                "saturation": ("derivable", "starved"), "traces": ("missing", ""),
            ],
            advice: ["latency": "ApplicationSummary", "traces": "caller.context"], sensitive: ["internal-ip-address"]),
        Statement(
            log: "loghub/Linux/Linux_2k.log", format: "syslog-rfc3164",
            signals: [
                "latency": ("missing", ""), "traffic": ("derivable", "attempt"), "errors": ("derivable", "failed"),
                "saturation": ("missing", ""), "traces": ("missing", ""),
            ],
            advice: ["latency": "LogLevel VERBOSE", "saturation": "loadavg", "traces": "sd-id"],
            // The e-mail address is that of who built the kernel.
            sensitive: ["public-ip-address", "user-name", "email"]),
        Statement(
            log: "loghub/OpenSSH/OpenSSH_2k.log", format: "syslog-rfc3164",
            signals: [
                "latency": ("missing", ""), "traffic": ("derivable", "attempt"), "errors": ("derivable", "failed"),
                "saturation": ("missing", ""), "traces": ("missing", ""),
            ],
            advice: ["latency": "LogLevel VERBOSE", "saturation": "MaxStartups"],
            sensitive: ["public-ip-address", "user-name"]),
        Statement(
            log: "loghub/Proxifier/Proxifier_2k.log", format: "proxifier",
            signals: [
                "latency": ("derivable", "duration"), "traffic": ("derivable", "opened"),
                "errors": ("derivable", "failed"),
                "saturation": ("missing", ""), "traces": ("missing", ""),
            ],
            advice: ["saturation": "logformat"], sensitive: ["public-ip-address"]),
        Statement(
            log: "loghub/Zookeeper/Zookeeper_2k.log", format: "zookeeper",
            signals: [
                "latency": ("missing", ""), "traffic": ("derivable", "connection"), "errors": ("available", "level"),
                "saturation": ("missing", ""), "traces": ("missing", ""),
            ],
            advice: ["latency": "metricsProvider", "saturation": "mntr", "traces": "audit.enable"],
            sensitive: ["internal-ip-address"]),
    ]
}

@Suite("What real logs can tell", .enabled(if: Corpora.areThere, "../shared/corpora is not there"))
struct AssessmentTests {
    private func assess(_ arguments: String) throws -> [String: Any] {
        let (status, output) = try shell("weir-assess --output json \(arguments)")
        #expect(status == 0)
        return try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    }

    @Test("Each gets its format and the statements that are right of it", arguments: Statement.all)
    func statements(_ expected: Statement) throws {
        let said = try assess("\"$CORPORA/\(expected.log)\"")
        #expect(said["verdict"] as? String == "understood")
        #expect(said["format"] as? String == expected.format)
        #expect(said["share_parsed"] as? Double == 1)
        let signals = try #require(said["signals"] as? [String: [String: Any]])
        for (name, (state, field)) in expected.signals {
            let signal = try #require(signals[name])
            #expect(signal["state"] as? String == state, "\(name)")
            if !field.isEmpty { #expect(signal["field"] as? String == field, "\(name)") }
            if state == "missing" { #expect((signal["changes"] as? [Any])?.isEmpty == false, "\(name)") }
        }
        for (name, word) in expected.advice {
            let lines = (signals[name]?["changes"] as? [[String: Any]] ?? []).flatMap { $0["lines"] as? [String] ?? [] }
            #expect(lines.contains { $0.contains(word) }, "\(name): \(lines)")
        }
        let kinds = (said["sensitive"] as? [[String: Any]] ?? []).compactMap { $0["kind"] as? String }
        #expect(Set(kinds) == expected.sensitive)
    }

    @Test("The format is the one that weir-parse takes", arguments: Statement.all)
    func sameFormat(_ expected: Statement) throws {
        let (_, said) = try shell("weir-parse --explain \"$CORPORA/\(expected.log)\" 2>&1 >/dev/null | head -1")
        #expect(said.contains("'\(expected.format)' is taken"), "\(said)")
    }

    @Test("The pipeline that is proposed for each runs on that log, and gives metrics", arguments: Statement.all)
    func pipeline(_ expected: Statement) throws {
        let (status, output) = try shell(
            """
            work=$(mktemp -d) && cd "$work" && trap 'rm -rf "$work"' EXIT
            weir-assess --pipeline "$CORPORA/\(expected.log)" >watch.sh && sh watch.sh "$CORPORA/\(expected.log)" 2>/dev/null
            """)
        #expect(status == 0)
        let rows = output.split(separator: "\n")
        #expect(!rows.isEmpty)
        #expect(rows.allSatisfy { $0.contains("\"count\":") })
        // Nothing of the log that it was made for comes too late for it, though two of them jump back by weeks.
        let counted = try rows.reduce(0) { sum, row in
            let record = try JSONSerialization.jsonObject(with: Data(row.utf8)) as? [String: Any]
            return sum + (record?["count"] as? Int ?? 0)
        }
        let (_, all) = try shell("weir-parse --format \(expected.format) \"$CORPORA/\(expected.log)\" | wc -l")
        let records = try #require(Int(all.trimmingCharacters(in: .whitespacesAndNewlines)))
        #expect(records - counted <= records / 100, "\(counted) of \(records)")
    }

    @Test(
        "How often each alert would have fired is what weir-alert --backtest says of the pipeline",
        arguments: Statement.all)
    func firings(_ expected: Statement) throws {
        let (status, output) = try shell(
            """
            work=$(mktemp -d) && cd "$work" && trap 'rm -rf "$work"' EXIT
            weir-assess --pipeline "$CORPORA/\(expected.log)" >watch.sh && sh watch.sh "$CORPORA/\(expected.log)" >metrics 2>/dev/null
            sed -n "/<<'RULES'/,/^RULES/p" watch.sh | sed '1d; $d' >rules.yaml
            weir-alert --rules rules.yaml --backtest <metrics | jq -r 'select(has("firings")) | "\\(.alert)=\\(.firings)"'
            """)
        #expect(status == 0)
        let backtest = Set(output.split(separator: "\n").map(String.init))
        let alerts = try #require(try assess("\"$CORPORA/\(expected.log)\"")["alerts"] as? [[String: Any]])
        // An error log is silent while all goes well.
        let isTold = alerts.contains { $0["alert"] as? String == "silence" }
        #expect(backtest.count == alerts.count && isTold == (expected.format != "apache-error"))
        for alert in alerts {
            // What durations bring about is not in the windows that were counted.
            guard let firings = alert["firings"] as? Int, let name = alert["alert"] as? String else { continue }
            #expect(backtest.contains("\(name)=\(firings)"), "\(name): \(firings), and not one of \(backtest)")
        }
    }

    @Test("What is estimated from a sample is within 5 % of what a full read finds", arguments: Statement.all)
    func estimates(_ expected: Statement) throws {
        // A quarter to a fortieth of each is looked at closely, and at most 2 MiB are counted.
        let part = try assess("--sample 64KiB \"$CORPORA/\(expected.log)\"")
        let whole = try assess("--sample 1GiB \"$CORPORA/\(expected.log)\"")
        #expect(try #require(part["bytes_looked_at"] as? Int) <= 80_000)
        func isNear(_ a: Any?, _ b: Any?) throws -> Bool {
            let (a, b) = (try #require(a as? Double), try #require(b as? Double))
            return abs(a - b) <= b * 0.05
        }
        #expect(try isNear(part["share_parsed"], whole["share_parsed"]))
        let days = (part["per_day"] as? [String: Any], whole["per_day"] as? [String: Any])
        #expect(try isNear(days.0?["bytes"], days.1?["bytes"]))
        #expect(try isNear(days.0?["lines"], days.1?["lines"]))
        #expect(try isNear(days.0?["record_bytes"], days.1?["record_bytes"]))
        func distinct(_ said: [String: Any]) -> [String: Double] {
            Dictionary(
                uniqueKeysWithValues: (said["fields"] as? [[String: Any]] ?? []).compactMap { field in
                    (field["name"] as? String).flatMap { name in (field["distinct"] as? Double).map { (name, $0) } }
                })
        }
        let all = distinct(whole)
        let found = distinct(part)
        #expect(found.count * 10 >= all.count * 8, "\(all.keys.filter { found[$0] == nil })")
        for (name, number) in found { #expect(try isNear(number, all[name]), "\(name)") }
    }

    @Test("The report answers what to do next, and has the pipeline in it")
    func report() throws {
        let (status, report) = try shell("weir-assess --as markdown \"$CORPORA/access/apache_logs\"")
        #expect(status == 0)
        for heading in [
            "What the log says of the service", "Present state", "Score", "Gaps and target", "Risks", "Road map",
            "Changes in detail",
            "Appendix: fields",
            "Pipeline",
        ] {
            #expect(report.contains("\n## \(heading)\n"))
        }
        // The name says that it is not nginx's, and what the log says of the service has paths, but neither queries nor clients.
        #expect(!report.contains("$request_time"))
        #expect(report.contains("| `/files/logstash/logstash-1.3.2-monolithic.jar` | 61 | 61 | 404 |"))
        #expect(report.contains("| 2015-05-20T14:05:16Z | OPTIONS | `/projects/xdotool/` | 500 |"))
        #expect(!report.contains("action=register") && !report.contains("flav=rss20"))
        // What was found and what to do stand on the first page; the rest is to look things up.
        let page = try #require(report.components(separatedBy: "\n### How far it can be trusted").first)
        #expect(page.count { $0 == "\n" } <= 42 && report.count { $0 == "\n" } <= 500)
        #expect(page.contains("### What to do next\n") && report.contains("%D") && report.contains("weir-tail"))
    }

    @Test("That log's minute is the number of its month: it is counted by the hour, and has no holes")
    func minute() throws {
        let said = try assess("\"$CORPORA/access/apache_logs\"")
        let time = try #require(said["time"] as? [String: Any])
        #expect(time["lost_minute"] as? String == "month" && time["coverage"] as? Double == 1)
        let alerts = try #require(said["alerts"] as? [[String: Any]])
        #expect(alerts.first { $0["alert"] as? String == "silence" }?["firings"] as? Int == 0)
        for other in Statement.all.dropFirst() {
            #expect(
                (try assess("\"$CORPORA/\(other.log)\"")["time"] as? [String: Any])?["lost_minute"] == nil,
                "\(other.log)")
        }
    }

    @Test(
        "Each finding of that log leads to a step with who does it, how long it takes, and how one knows that it is done"
    )
    func findings() throws {
        let (_, report) = try shell("weir-assess --as markdown \"$CORPORA/access/apache_logs\"")
        let lines = report.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let found = lines.filter { $0.contains(" → step") }
        #expect(found.count == 6)
        let numbers = found.flatMap { line in
            line.components(separatedBy: " → ").last?.split { !$0.isNumber }.compactMap { Int($0) } ?? []
        }
        #expect(Set(numbers).count == 9)
        for number in numbers {
            let start = try #require(lines.firstIndex { $0.hasPrefix("### \(number). ") })
            let step = lines[(start + 1)...].prefix { !$0.hasPrefix("### ") && !$0.hasPrefix("## ") }
            #expect(
                step.contains { $0.hasPrefix("*") && $0.contains("; ") }
                    && step.contains { $0.hasPrefix("**Done when**") }, "\(number)")
        }
    }

    @Test(
        "That log is called a processed sample; stock is taken before anything is corrected, and little things are no work"
    )
    func sample() throws {
        let (_, report) = try shell(
            "WEIR_NOW=2026-11-24T12:00:00Z weir-assess --as markdown \"$CORPORA/access/apache_logs\"")
        #expect(report.contains("\n*Made on 2026-11-24 with weir "))
        #expect(report.contains("1. **This file is probably a processed sample, and not the raw log.**"))
        let titles = report.split(separator: "\n").filter { $0.hasPrefix("### ") }
        let baseline = try #require(titles.firstIndex(of: "### 3. Assess last week's log"))
        #expect(titles[baseline + 1] == "### 4. Correct the minute, if the raw log has it wrong")
        // No hour of made-up times stands out, and the lines are in order though their minutes are wrong.
        #expect(!report.contains("standing out") && !report.contains("stands out, with"))
        #expect(report.contains("| order of the lines within an hour | **yes**"))
        // 4 KiB a second and 45 scans are told, and not counted as work.
        #expect(
            report.contains("**Too little to act on:**") && report.contains("without steps 8 and 9, which can wait"))
        #expect(titles.contains("### 5. Let a check from outside ask the service"))
        #expect(report.contains("**This log tells of an outage only after up to 4h,**"))
        #expect(report.contains("a check from outside tells within minutes (step 5)"))
        // What some machine does not have is told without it, too.
        #expect(report.contains("zcat -f LOG* | awk '$9 ~ /^5[0-9][0-9]$/"))
        #expect(
            report.contains("NOTIFY_TICKET=") && report.contains("curl -s -m 5 -w")
                && report.contains("RequestHeader set "))
    }

    @Test("The line that tells of busy workers has a saturation only when the page had one, and else says what came")
    func probe() throws {
        let (_, report) = try shell("weir-assess --as markdown \"$CORPORA/access/apache_logs\"")
        let line = try #require(report.split(separator: "\n").first { $0.hasPrefix("* * * * * root curl") })
        let script = line.dropFirst("* * * * * root ".count).replacingOccurrences(of: "\\%", with: "%")
        let command = try #require(script.components(separatedBy: " >>").first)
        let awk = try #require(command.components(separatedBy: " | ").last)
        func said(_ page: String) throws -> [String: Any] {
            let (status, output) = try shell("printf '\(page)' | \(awk)")
            #expect(status == 0)
            return try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
        }
        let busy = try said("BusyWorkers: 3\\nScoreboard: WWW_.\\n\\nHTTP: 200\\n")
        #expect(
            busy["workers_busy"] as? Int == 3 && busy["workers_max"] as? Int == 5
                && busy["saturation"] as? Double == 0.6)
        // Nothing listens, or nothing answers in time.
        let full = try said("\\nHTTP: 000\\n")
        #expect(
            full["saturation"] == nil && full["message"] as? String == "no answer" && full["answer"] as? Int == 0)
        // Port 80 redirects, or another host has a page with a scoreboard's name in it.
        let moved = try said("<title>301 Moved Permanently</title>\\n\\nHTTP: 301\\n")
        #expect(
            moved["saturation"] == nil && moved["message"] as? String == "no status page"
                && moved["answer"] as? Int == 301)
        #expect(try said("Scoreboard: WWW\\n\\nHTTP: 200\\n")["saturation"] == nil)
        // It is told when no line speaks of room, whether for want of room or of lines.
        let alert = "weir-alert --name full --absent-for 5m --when 'saturation <= 0.8'"
        #expect(report.contains(alert))
        func fires(from minute: Int) throws -> Bool {
            let (status, output) = try shell(
                """
                for m in $(seq 10 30); do echo "{\\"time\\":\\"2026-11-24T10:$m:00Z\\",$([ $m -lt \(minute) ] && echo '"saturation":0.2' || echo '"level":"error"')}"; done |
                    weir-parse --format json | weir-aggregate --every 1m 'max(saturation) as saturation' | \(alert)
                """)
            #expect(status == 0)
            return output.contains("firing")
        }
        #expect(try fires(from: 20) && !(try fires(from: 29)))
    }
}
