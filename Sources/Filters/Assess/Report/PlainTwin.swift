import Advice

/// What stands in for weir's commands where there is no weir yet, for logs in the combined format: what every machine has.
enum PlainTwin {
    private static let heading = "# the same without weir:"

    /// The commands, under a comment that says what they are.
    static func of(_ assessment: Assessment, _ commands: [String], heading: String = heading) -> [String] {
        assessment.format == "access" ? [heading] + commands : []
    }

    /// What can be kept and compared: requests and failures of each day.
    static func days(_ assessment: Assessment, _ log: String, _ file: String) -> [String] {
        of(
            assessment,
            [
                "zcat -f \(log) | awk '{day = substr($4, 2, 11); if (!all[day]++) days[++n] = day; failed[day] += $9 ~ /^5/; refused[day] += $9 ~ /^4/}",
                "    END {for (i = 1; i <= n; i++) print days[i], all[days[i]], failed[days[i]], refused[days[i]]}' >\(file)",
            ], heading: "# without weir, what can be counted: requests, 5xx and 4xx of each day")
    }

    /// A check of the hour before: the alert for errors by the hour, and silence.
    static func hourly(_ assessment: Assessment) -> [String] {
        let usual = Thresholds(assessment)?.errorShare.usual ?? 0
        let share = NumberText.short(NumberText.roundedUp(min(max(0.01, 3 * usual), 1)))
        return of(
            assessment,
            [
                "hour=$(LC_ALL=C date -d '1 hour ago' +%d/%b/%Y:%H)",
                "zcat -f LOG LOG.1 2>/dev/null | awk -v hour=\"$hour\" 'index($4, hour) == 2 {n++; failed += $9 ~ /^5/}",
                "    END {if (!n || failed >= 5 && failed > \(share) * n) print hour, n + 0, failed + 0}'",
            ],
            heading:
                "# without weir: a script for cron.hourly, which mails what it prints: an hour without requests, or with many failures"
        )
    }

    /// Of the new log, which is JSON: what it has that the old one lacked.
    static func measured(_ assessment: Assessment) -> [String] {
        guard assessment.signal(.latency)?.state == .missing else { return [] }
        return of(
            assessment,
            [
                "zcat -f NEW-LOG* | awk '{n++; timed += /\"duration[a-z_]*\":[0-9]/; named += /\"request_id\":\"[^\"-]/} END {print n + 0, timed + 0, named + 0}'",
                "zcat -f NEW-LOG* | grep -oE '\"duration[a-z_]*\":[0-9.]+' | cut -d: -f2 | sort -g | awk '{d[NR] = $1} END {print d[int(NR * 0.95 + 0.5)]}'",
            ],
            heading:
                "# without weir: lines, those with a duration, those with an id; and the 95th percentile of durations")
    }

    /// Only where it hides all that there is.
    static func redaction(_ assessment: Assessment, _ kinds: [SensitiveKind]) -> [String] {
        var parts: [String] = []
        for kind in kinds {
            switch kind {
            case .email: parts.append("s/[[:alnum:]._%+-]+@[[:alnum:].-]+/[email]/g")
            case .publicAddress: parts.append("s/\\b([0-9]{1,3}([.][0-9]{1,3}){2})[.][0-9]{1,3}\\b/\\1.0/g")
            default: return []
            }
        }
        return of(
            assessment, ["sed -E '\(parts.joined(separator: "; "))' LOG >copy.log"],
            heading: kinds.contains(.publicAddress)
                ? "# the same without weir, where addresses are those of IPv4 (and versions of four numbers lose the last):"
                : heading)
    }
}
