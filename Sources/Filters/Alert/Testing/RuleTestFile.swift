import FilterKit
import Records
import System
import YAML

/// A file of tests of rules, in the manner of `promtool test rules`.
struct RuleTestFile {
    /// An alert that should be firing.
    struct Expected: Equatable {
        var labels: [String: String] = [:]
        var annotations: [String: String] = [:]
    }

    /// What should be firing under a name at a time.
    struct Moment {
        let time: Int64
        let name: String
        let expected: [Expected]
        let place: YAMLPlace
    }

    struct Case {
        var name = ""
        var interval: Int64
        var series: [(notation: SeriesNotation, values: [String?])] = []
        var moments: [Moment] = []
    }

    let source: SourceText
    private(set) var rules: [AlertRule] = []
    private(set) var cases: [Case] = []
    private(set) var problems: [RuleProblem] = []

    init(reading path: String, _ diagnostics: Diagnostics) throws(Failure) {
        let bytes: [UInt8]
        do throws(SystemError) { bytes = try FileContents.read(path) } catch { throw Failure(.noInput, "\(error)") }
        source = SourceText(path: path, bytes)
        var files: [String] = []
        do throws(YAMLError) {
            files = read(try YAMLReader.read(bytes))
        } catch {
            problems.append(RuleProblem(message: error.message, place: error.place))
        }
        // Names in the file are meant from where it lies.
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
        for file in files {
            rules += try RuleFile.rules(of: file.hasPrefix("/") ? file : folder + file, diagnostics)
        }
    }

    private static let keys = ["rule_files", "evaluation_interval", "group_eval_order", "fuzzy_compare", "tests"]
    private static let testKeys = [
        "name", "interval", "input_series", "alert_rule_test", "promql_expr_test", "external_labels", "external_url",
    ]

    /// - Returns: the files of rules.
    private mutating func read(_ root: YAMLNode?) -> [String] {
        guard let members = root?.members else {
            complain("a file of tests has 'rule_files' and 'tests'", root?.place ?? YAMLPlace(line: 1, column: 1))
            return []
        }
        refuseUnknown(members, among: Self.keys)
        func member(_ key: String) -> YAMLNode? { members.first { $0.key == key }?.value }
        let interval = duration(member("evaluation_interval")) ?? 60_000_000_000
        for test in member("tests")?.elements ?? [] { read(test: test, interval) }
        if cases.isEmpty, problems.isEmpty {
            complain("there are no 'tests'", root?.place ?? YAMLPlace(line: 1, column: 1))
        }
        return member("rule_files")?.elements?.compactMap(\.text) ?? []
    }

    private mutating func read(test: YAMLNode, _ interval: Int64) {
        guard let members = test.members else {
            return complain("a test has 'input_series' and 'alert_rule_test'", test.place)
        }
        refuseUnknown(members, among: Self.testKeys)
        func member(_ key: String) -> YAMLNode? { members.first { $0.key == key }?.value }
        if let other = member("promql_expr_test") { complain("there is no PromQL here to test", other.place) }
        var made = Case(interval: duration(member("interval")) ?? interval)
        guard made.interval > 0 else { return complain("an interval is longer than 0", test.place) }
        made.name = member("name")?.text ?? ""
        for node in member("input_series")?.elements ?? [] {
            guard let series = node.members?.first(where: { $0.key == "series" })?.value, let name = series.text,
                let values = node.members?.first(where: { $0.key == "values" })?.value, let list = values.text
            else {
                complain("an input series has 'series' and 'values'", node.place)
                continue
            }
            guard let notation = noting(series, { () throws(SeriesNotation.Failure) in try SeriesNotation(name) }),
                let numbers = noting(values, { () throws(SeriesNotation.Failure) in try SeriesNotation.values(list) })
            else { continue }
            made.series.append((notation, numbers))
        }
        for node in member("alert_rule_test")?.elements ?? [] {
            if let moment = moment(node) { made.moments.append(moment) }
        }
        cases.append(made)
    }

    private mutating func noting<Result>(
        _ node: YAMLNode, _ body: () throws(SeriesNotation.Failure) -> Result
    ) -> Result? {
        do throws(SeriesNotation.Failure) { return try body() } catch {
            problems.append(
                RuleProblem(
                    message: error.message, place: source.place(of: error.range.lowerBound, in: node),
                    length: max(1, error.range.count)))
            return nil
        }
    }

    private mutating func moment(_ node: YAMLNode) -> Moment? {
        func member(_ key: String) -> YAMLNode? { node.members?.first { $0.key == key }?.value }
        guard let time = duration(member("eval_time")), let name = member("alertname")?.text else {
            complain("a test of an alert has 'eval_time' and 'alertname'", node.place)
            return nil
        }
        var expected: [Expected] = []
        for alert in member("exp_alerts")?.elements ?? [] {
            func texts(_ key: String) -> [String: String] {
                let members = alert.members?.first { $0.key == key }?.value.members ?? []
                return Dictionary(
                    members.map { ($0.key, $0.value.text ?? "") }, uniquingKeysWith: { _, last in last })
            }
            expected.append(Expected(labels: texts("exp_labels"), annotations: texts("exp_annotations")))
        }
        return Moment(time: time, name: name, expected: expected, place: node.place)
    }

    private mutating func duration(_ node: YAMLNode?) -> Int64? {
        guard let node, let text = node.text else { return nil }
        do throws(DurationText.ParseError) { return try DurationText.parse(text) } catch {
            complain("\(error)", node.place, text.count)
            return nil
        }
    }

    private mutating func complain(_ message: String, _ place: YAMLPlace, _ length: Int = 1) {
        problems.append(RuleProblem(message: message, place: place, length: length))
    }

    private mutating func refuseUnknown(_ members: [YAMLNode.Member], among keys: [String]) {
        for member in members where !keys.contains(member.key) {
            let hint =
                Suggestion.nearest(to: member.key, among: keys).map { "did you mean '\($0)'?" }
                ?? "there are \(keys.joined(separator: ", "))"
            complain("unknown key '\(member.key)'; \(hint)", member.place, member.key.count)
        }
    }
}
