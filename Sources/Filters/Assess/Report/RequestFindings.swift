/// What the requests of a log give reason to do: pages that fail, pages that are asked for and not there, and strangers who try doors.
struct RequestFindings {
    typealias Path = RequestEvidence.Path

    /// Paths that were answered with a 5xx, and with 404 or 410, the most frequent first; not those that only scanners ask for.
    let failing: [Path]
    let missing: [Path]
    /// Answers of 404 and 410 to all but scanners.
    let missingCount: Int
    /// Paths that only scanners ask for.
    let probes: [Path]
    let probeCount: Int
    /// Those of them that got a page.
    let probesAnswered: Int
    /// Parts of paths by which they were known.
    let probeParts: [String]
    /// Other answers that blame the client, by status, the most frequent first.
    let others: [(status: Int, count: Int)]
    /// The path that most bytes are sent for, and their share; nil where none has a quarter of them, or they are not worth a thought.
    let heaviest: (path: Path, share: Double)?
    /// Seconds that the log covers; nil where its times do not say.
    let seconds: Double?

    /// - Parameter parts: of paths, in lower case, that only scanners ask for.
    init(_ evidence: RequestEvidence, probes parts: [String], seconds: Double? = nil) {
        self.seconds = seconds
        func part(_ path: Path) -> String? {
            let text = path.text.lowercased()
            return parts.first { text.contains($0) }
        }
        let all = evidence.top(.max) { Int64($0.requests) }
        // What is asked for and served is a page of the site, whatever it is called.
        let found = all.filter { part($0) != nil && $0.refused * 2 > $0.requests }
        let names = Set(found.map(\.text))
        probes = found.sorted { ($0.refused, $1.text) > ($1.refused, $0.text) }
        probeCount = found.reduce(0) { $0 + $1.requests }
        probesAnswered = found.reduce(0) { $0 + $1.requests - $1.refused - $1.failed }
        probeParts = parts.filter { text in found.contains { $0.text.lowercased().contains(text) } }
        failing = all.filter { $0.failed > 0 }.sorted { ($0.failed, $1.text) > ($1.failed, $0.text) }
        missing = all.filter { $0.notFound > 0 && !names.contains($0.text) }
            .sorted { ($0.notFound, $1.text) > ($1.notFound, $0.text) }
        missingCount = missing.reduce(0) { $0 + $1.notFound }
        let bytes = all.reduce(0) { $0 + Double($1.bytes) }
        heaviest = all.max { $0.bytes < $1.bytes }.flatMap { path in
            let isLarge = path.bytes >= 100 << 20 && path.bytes >= Int64(path.requests) << 20
            return isLarge && Double(path.bytes) >= bytes / 4 ? (path, Double(path.bytes) / bytes) : nil
        }
        var statuses: [Int: Int] = [:]
        for path in all where !names.contains(path.text) {
            for (status, count) in path.blamed where status < 500 && status != 404 && status != 410 {
                statuses[status, default: 0] += count
            }
        }
        others = statuses.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map { ($0.key, $0.value) }
    }

    /// The missing ones that are worth naming: ten requests, or one in twenty of the missing.
    var worthMending: [Path] {
        missing.prefix(3).filter { $0.notFound >= 10 || $0.notFound >= 3 && $0.notFound * 20 >= missingCount }
    }

    /// What is sent of the heaviest path in the mean, in bytes a second; nil where that is not known.
    var heaviestRate: Double? {
        guard let seconds, seconds > 0 else { return nil }
        return heaviest.map { Double($0.path.bytes) / seconds }
    }

    /// A line of 100 Mbit/s would not feel it: less than a hundredth of it.
    var isHeavyMinor: Bool { heaviestRate.map { $0 < 125_000 } ?? false }

    /// Every server on the Internet has so many: none got an answer, and fewer than a thousand a day were sent.
    var isScanMinor: Bool {
        guard let seconds, probesAnswered == 0 else { return false }
        return Double(probeCount) < 1000 * max(seconds / 86_400, 1)
    }

    /// One curious person is no scan.
    var isScanned: Bool { probeCount >= 3 }
}

extension RequestEvidence.Path {
    /// Answers that say that there is no such page.
    var notFound: Int { (blamed[404] ?? 0) + (blamed[410] ?? 0) }
}

extension Assessment {
    /// Nil of a log that is not of requests.
    var requestFindings: RequestFindings? {
        profile.requests.isEmpty || isQuiet
            ? nil
            : RequestFindings(profile.requests, probes: profile.library.general.probes, seconds: counts.time.seconds)
    }
}
