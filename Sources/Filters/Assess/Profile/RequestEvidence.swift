import Bytes
import Metrics
import Records

/// Which requests failed or were refused, and what is asked for most: paths with their counts, so that one knows where to look. Query
/// strings are never kept, and of clients only how many asked for what is not there.
struct RequestEvidence {
    /// What came of the requests for one path.
    struct Path {
        /// As people may see it (`PathText`).
        let text: String
        var requests = 0
        var bytes: Int64 = 0
        /// Answers of 400 and more, by status; empty for most.
        var blamed: [Int: Int] = [:]

        /// Answers that blame the client.
        var refused: Int { blamed.reduce(0) { $0 + ($1.key < 500 ? $1.value : 0) } }
        var failed: Int { blamed.reduce(0) { $0 + ($1.key >= 500 ? $1.value : 0) } }

        /// `404`, the most frequent first.
        func statuses(_ isMeant: (Int) -> Bool) -> String {
            blamed.filter { isMeant($0.key) }.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(3)
                .map { "\($0.key)" }.joined(separator: ", ")
        }

        mutating func add(_ other: Path) {
            requests += other.requests
            bytes += other.bytes
            blamed.merge(other.blamed) { $0 + $1 }
        }
    }

    /// One that was answered with a 5xx.
    struct Failed {
        let time: String
        let method: String
        let path: String
        let status: Int
    }

    /// Paths beyond these are not told apart; those that came once give way first.
    static let mostPaths = 8192
    private static let mostInWindows = 20_000
    private static let mostFailed = 5
    private static let minute: Int64 = 60

    private var paths: [UInt64: Path] = [:]
    private var blamed: [Int64: [UInt64: Int]] = [:]
    private var inWindows = 0
    private(set) var links: LinkEvidence
    /// The first that failed.
    private(set) var failed: [Failed] = []
    /// Some paths gave way, so that counts are the least that there were.
    private(set) var isPartial = false

    private let names: (path: FieldName, status: FieldName, method: FieldName, bytes: FieldName, time: FieldName)

    init(_ record: inout Record) {
        links = LinkEvidence(&record)
        names = (
            record.name("path"), record.name("status"), record.name("method"), record.name("bytes"),
            record.name("time")
        )
    }

    mutating func observe(_ record: inout Record, second: Int64?, _ detector: SensitiveData) {
        guard let place = record.position(of: names.path), record[place].kind.isText,
            let answer = record.position(of: names.status), record[answer].kind == .integer,
            case .integer(let number) = record.value(at: answer), (100...599).contains(number)
        else { return }
        let status = Int(number)
        let whole = record[place].value
        let end = record.store.buffer.find(0x3F, from: whole.start, to: whole.end) ?? whole.end
        let slice = whole.prefix(end - whole.start)
        let hash = record.store.buffer.withSpan(slice) { SeriesHash.hash($0) }
        if paths[hash] == nil {
            if paths.count >= Self.mostPaths { makeRoom() }
            paths[hash] = Path(text: PathText.shown(record.store.text(slice), detector))
        }
        paths[hash]?.requests += 1
        if let size = record.position(of: names.bytes), record[size].kind == .integer,
            case .integer(let bytes) = record.value(at: size), bytes > 0
        {
            paths[hash]?.bytes &+= Int64(clamping: bytes)
        }
        links.observe(&record)
        guard status >= 400 else { return }
        if status == 404 || status == 410 { links.observe(missing: hash, &record, detector) }
        paths[hash]?.blamed[status, default: 0] += 1
        if let second, inWindows < Self.mostInWindows {
            let start = WindowCounts.start(second, Self.minute)
            if blamed[start]?[hash] == nil { inWindows += 1 }
            blamed[start, default: [:]][hash, default: 0] += 1
        }
        guard status >= 500, failed.count < Self.mostFailed else { return }
        failed.append(
            Failed(
                time: text(names.time, in: record), method: text(names.method, in: record),
                path: paths[hash]?.text ?? "", status: status))
    }

    private func text(_ name: FieldName, in record: borrowing Record) -> String {
        record.position(of: name).map { record.store.text(record[$0].value.prefix(40)) } ?? ""
    }

    /// At least half of them go, those that came seldom first.
    private mutating func makeRoom() {
        isPartial = true
        let median = paths.values.map(\.requests).sorted()[paths.count / 2]
        paths = paths.filter { $0.value.requests > median || !$0.value.blamed.isEmpty && $0.value.requests > 1 }
        if paths.count > Self.mostPaths / 2 {
            let kept = paths.sorted { $0.value.requests > $1.value.requests }.prefix(Self.mostPaths / 2)
            paths = Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
        }
    }

    var isEmpty: Bool { paths.isEmpty }

    /// Paths that look the same are one.
    private var shown: [Path] {
        var found: [String: Path] = [:]
        for path in paths.values { found[path.text, default: Path(text: path.text)].add(path) }
        return Array(found.values)
    }

    /// Who asked for what is not there, by the path that people see.
    func asked(for path: String) -> LinkEvidence.Asked {
        links.asked(for: paths.lazy.filter { $0.value.text == path }.map(\.key))
    }

    /// The paths that have most of something, and any of it.
    func top(_ most: Int, by measure: (Path) -> Int64) -> [Path] {
        Array(
            shown.filter { measure($0) > 0 }.sorted { (measure($0), $1.text) > (measure($1), $0.text) }.prefix(most))
    }

    /// Paths of refused and failed requests from one second to another.
    func blamed(from start: Int64, to end: Int64, most: Int) -> (paths: [(text: String, count: Int)], others: Int) {
        var counts: [String: Int] = [:]
        for (minute, found) in blamed where minute >= start && minute < end {
            for (hash, count) in found { counts[paths[hash]?.text ?? "(others)", default: 0] += count }
        }
        let sorted = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
        return (sorted.prefix(most).map { ($0.key, $0.value) }, sorted.dropFirst(most).reduce(0) { $0 + $1.value })
    }
}
