import Expressions
import Records
import TextTemplates
import YAML

/// Makes rules of a tree of YAML. The keys are Prometheus'
/// (https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/); `clear`, `absent_for` and `by` are weir's.
struct RuleReader {
    private static let groupKeys = ["name", "rules", "interval", "limit", "labels", "query_offset"]
    private static let ruleKeys = [
        "alert", "expr", "for", "keep_firing_for", "labels", "annotations", "clear", "absent_for", "by",
    ]
    /// What decides in Prometheus when a rule is evaluated; here the metrics do.
    private static let ofTheServer = ["interval", "query_offset", "limit"]

    private let source: SourceText
    private(set) var rules: [AlertRule] = []
    var problems: [RuleProblem] = []

    init(_ source: SourceText) { self.source = source }

    mutating func read(_ root: YAMLNode?) {
        let place = root?.place ?? YAMLPlace(line: 1, column: 1)
        guard let members = root?.members, let groups = members.first(where: { $0.key == "groups" }) else {
            return complain("there is no 'groups:', the list of groups of rules", place)
        }
        refuseUnknown(members, among: ["groups"])
        guard let elements = groups.value.elements else {
            return complain("'groups' is a list of groups, each with 'name' and 'rules'", groups.value.place)
        }
        var names: Set<String> = []
        for element in elements { read(group: element, &names) }
    }

    private mutating func read(group: YAMLNode, _ names: inout Set<String>) {
        guard let members = group.members else { return complain("a group has a 'name' and 'rules'", group.place) }
        refuseUnknown(members, among: Self.groupKeys)
        if let name = members.first(where: { $0.key == "name" })?.value {
            if let text = name.text, !text.isEmpty {
                if !names.insert(text).inserted { complain("there are two groups called '\(text)'", name.place) }
            } else {
                complain("a group's name is a text", name.place)
            }
        } else {
            complain("this group has no 'name'", group.place)
        }
        for member in members where Self.ofTheServer.contains(member.key) {
            problems.append(
                RuleProblem(
                    message: "'\(member.key)' says nothing here: a rule is looked at whenever a metric comes",
                    place: member.place, length: member.key.count, isWarning: true))
        }
        let shared = templates(members.first { $0.key == "labels" }?.value, "labels")
        guard let list = members.first(where: { $0.key == "rules" })?.value else {
            return complain("this group has no 'rules'", group.place)
        }
        guard let elements = list.elements else { return complain("'rules' is a list", list.place) }
        for element in elements { read(rule: element, shared) }
    }

    private mutating func read(rule: YAMLNode, _ shared: [NamedTemplate]) {
        guard let members = rule.members else { return complain("a rule has 'alert' and 'expr'", rule.place) }
        if let record = members.first(where: { $0.key == "record" }) {
            return complain(
                "recording rules are weir-aggregate's business: let it make the metric", record.place, "record".count)
        }
        refuseUnknown(members, among: Self.ruleKeys)
        let count = problems.count
        func member(_ key: String) -> YAMLNode? { members.first { $0.key == key }?.value }
        guard let name = member("alert"), let text = name.text, !text.isEmpty else {
            return complain("this rule has no 'alert', its name", member("alert")?.place ?? rule.place)
        }
        var made = AlertRule(name: text)
        made.condition = expression(member("expr"), "expr")
        made.clear = expression(member("clear"), "clear")
        made.timing.holdFor = duration(member("for"), "for") ?? 0
        made.timing.keepFiringFor = duration(member("keep_firing_for"), "keep_firing_for") ?? 0
        made.absentFor = duration(member("absent_for"), "absent_for")
        made.by = fields(member("by"))
        made.labels = shared + templates(member("labels"), "labels")
        made.annotations = templates(member("annotations"), "annotations")
        if let label = made.labels.first(where: { $0.name == "alertname" }), let node = member("labels") {
            complain("the name of the alert is not a label to set: '\(label.name)'", node.place)
        }
        if member("expr") == nil, member("absent_for") == nil { complain("this rule has no 'expr'", rule.place) }
        if made.absentFor != nil, let other = ["for", "keep_firing_for", "clear"].first(where: { member($0) != nil }) {
            complain(
                "'\(other)' does not go with 'absent_for', which says itself how long",
                member(other)?.place ?? rule.place)
        }
        if made.absentFor == 0 {
            complain("'absent_for' must be longer than 0", member("absent_for")?.place ?? rule.place)
        }
        if problems.count == count || problems[count...].allSatisfy(\.isWarning) { rules.append(made) }
    }

    // MARK: Values

    private mutating func expression(_ node: YAMLNode?, _ key: String) -> RuleExpression? {
        guard let node else { return nil }
        guard let text = node.text, !text.allSatisfy(\.isWhitespace) else {
            complain("'\(key)' is an expression", node.place)
            return nil
        }
        do throws(ExpressionError) { return try RuleExpression.compile(text) } catch {
            problems.append(
                RuleProblem(
                    message: "\(error)", place: source.place(of: error.position, in: node), length: max(1, error.length)
                ))
            return nil
        }
    }

    private mutating func duration(_ node: YAMLNode?, _ key: String) -> Int64? {
        guard let node else { return nil }
        guard let text = node.text else {
            complain("'\(key)' is a duration, such as 5m", node.place)
            return nil
        }
        do throws(DurationText.ParseError) { return try DurationText.parse(text) } catch {
            complain("\(key): \(error)", node.place, text.count)
            return nil
        }
    }

    private mutating func fields(_ node: YAMLNode?) -> [String]? {
        guard let node else { return nil }
        guard let elements = node.elements, elements.allSatisfy({ $0.text != nil }) else {
            complain("'by' is a list of fields, such as [client]", node.place)
            return nil
        }
        return elements.compactMap(\.text)
    }

    private mutating func templates(_ node: YAMLNode?, _ key: String) -> [NamedTemplate] {
        guard let node else { return [] }
        guard let members = node.members else {
            complain("'\(key)' is a list of names, each with its text", node.place)
            return []
        }
        var templates: [NamedTemplate] = []
        for member in members {
            guard let text = member.value.text else {
                complain("'\(member.key)' is a text", member.value.place)
                continue
            }
            guard Self.isLabelName(member.key) else {
                complain("'\(member.key)' is no name: letters, digits and _", member.place, member.key.count)
                continue
            }
            do throws(Template.Failure) {
                templates.append(NamedTemplate(name: member.key, template: try Template(text)))
            } catch {
                problems.append(
                    RuleProblem(
                        message: error.message, place: source.place(of: error.range.lowerBound, in: member.value),
                        length: max(1, error.range.count)))
            }
        }
        return templates
    }

    static func isLabelName(_ text: String) -> Bool {
        guard let first = text.utf8.first, !(first &- 0x30 < 10) else { return false }
        return text.utf8.allSatisfy { $0 == 0x5F || $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 }
    }

    // MARK: Complaints

    private mutating func complain(_ message: String, _ place: YAMLPlace, _ length: Int = 1) {
        problems.append(RuleProblem(message: message, place: place, length: length))
    }

    private mutating func refuseUnknown(_ members: [YAMLNode.Member], among keys: [String]) {
        for member in members where !keys.contains(member.key) && !(member.key == "record") {
            let hint =
                Suggestion.nearest(to: member.key, among: keys).map { "did you mean '\($0)'?" }
                ?? "there are \(keys.joined(separator: ", "))"
            complain("unknown key '\(member.key)'; \(hint)", member.place, member.key.count)
        }
    }
}
