import Expressions
import FilterKit
import Records
import System
import YAML

/// One metric of a file of derivation rules: what it is called, what it is of, and of which records.
package struct DerivedMetric {
    package let plan: AggregatePlan
    package let labels: [String]
    package let condition: Expression?

    /// Reads a file such as
    ///
    ///     metrics:
    ///       - name: request_seconds
    ///         type: histogram
    ///         value: duration
    ///         where: status < 500
    ///         labels: [method, path]
    ///         buckets: [0.1, 0.5, 1]
    package static func read(_ path: String) throws(Failure) -> [DerivedMetric] {
        let bytes: [UInt8]
        do throws(SystemError) { bytes = try FileContents.read(path) } catch {
            throw Failure(.noInput, "--derive \(error)")
        }
        do throws(YAMLError) {
            let root = try YAMLReader.read(bytes)
            var reader = DerivedMetricReader()
            return try reader.metrics(root)
        } catch {
            throw Failure(.badConfiguration, error.message, at: "\(path):\(error.place)")
        }
    }
}

/// Makes metrics of a tree of YAML; what is wrong is shown at its place.
struct DerivedMetricReader {
    private static let types = ["counter", "gauge", "histogram"]
    private static let keys = ["name", "type", "value", "function", "where", "labels", "buckets", "help"]

    private var names: Set<String> = []

    mutating func metrics(_ root: YAMLNode?) throws(YAMLError) -> [DerivedMetric] {
        let place = root?.place ?? YAMLPlace(line: 1, column: 1)
        guard let members = root?.members, let list = members.first(where: { $0.key == "metrics" }) else {
            throw YAMLError("there is no 'metrics:', the list of what to derive", at: place)
        }
        if let other = members.first(where: { $0.key != "metrics" }) { throw Self.unknown(other, among: ["metrics"]) }
        guard let elements = list.value.elements, !elements.isEmpty else {
            throw YAMLError("'metrics' is a list of at least one metric", at: list.value.place)
        }
        var metrics: [DerivedMetric] = []
        for element in elements { metrics.append(try metric(element)) }
        return metrics
    }

    private mutating func metric(_ node: YAMLNode) throws(YAMLError) -> DerivedMetric {
        guard let members = node.members else { throw YAMLError("a metric has a name and a type", at: node.place) }
        if let other = members.first(where: { !Self.keys.contains($0.key) }) {
            throw Self.unknown(other, among: Self.keys)
        }
        func member(_ key: String) -> YAMLNode? { members.first { $0.key == key }?.value }
        guard let name = member("name"), let word = name.text, Self.isName(word) else {
            throw YAMLError("a metric needs a 'name' of letters, digits and _", at: member("name")?.place ?? node.place)
        }
        guard names.insert(word).inserted else {
            throw YAMLError("there are two metrics called '\(word)'", at: name.place)
        }
        var labels: [String] = []
        if let list = member("labels") {
            guard let elements = list.elements else { throw YAMLError("'labels' is a list of fields", at: list.place) }
            for element in elements {
                guard let label = element.text, !ReservedKey.all.contains(label) else {
                    throw YAMLError(
                        "a label is a field, and none of those that weir keeps for itself", at: element.place)
                }
                labels.append(label)
            }
        }
        var condition: Expression?
        if let node = member("where") { condition = try Self.condition(node) }
        let call = try self.call(member, in: node)
        let place = (member("function") ?? member("value") ?? node).place
        do throws(Failure) {
            return DerivedMetric(plan: try AggregatePlan(["\(call) as \(word)"]), labels: labels, condition: condition)
        } catch {
            throw YAMLError(error.message, at: place)
        }
    }

    /// The function of aggregate that computes the metric.
    private func call(_ member: (String) -> YAMLNode?, in node: YAMLNode) throws(YAMLError) -> String {
        if let function = member("function") {
            if let other = member("type") ?? member("value") ?? member("buckets") {
                throw YAMLError("with 'function' nothing else says what is computed", at: other.place)
            }
            guard let text = function.text else { throw YAMLError("such as p99(duration)", at: function.place) }
            return text
        }
        guard let type = member("type"), let kind = type.text, Self.types.contains(kind) else {
            throw YAMLError(
                "a metric needs a 'type', one of \(Self.types.joined(separator: ", ")), or a 'function'",
                at: member("type")?.place ?? node.place)
        }
        let value = member("value")
        if value == nil, kind != "counter" { throw YAMLError("a \(kind) needs a 'value'", at: node.place) }
        if let value { try Self.check(value) }
        let buckets = member("buckets")
        if let buckets, kind != "histogram" { throw YAMLError("only a histogram has buckets", at: buckets.place) }
        switch kind {
        case "counter": return value?.text.map { "sum(\($0))" } ?? "count"
        case "gauge": return "last(\(value?.text ?? ""))"
        default:
            guard let buckets else { return "histogram(\(value?.text ?? ""))" }
            guard let bounds = buckets.elements?.map(\.text), !bounds.contains(nil) else {
                throw YAMLError("'buckets' is a list of rising bounds", at: buckets.place)
            }
            return "histogram(\(([value?.text] + bounds).compactMap(\.self).joined(separator: ", ")))"
        }
    }

    /// By itself first: what is wrong with it should not be said of the call that is made of it.
    private static func check(_ value: YAMLNode) throws(YAMLError) {
        guard let text = value.text else { throw YAMLError("'value' is an expression", at: value.place) }
        do throws(ExpressionError) { _ = try Expression.compile(text) } catch {
            throw YAMLError("\(error)", at: value.place)
        }
    }

    private static func condition(_ node: YAMLNode) throws(YAMLError) -> Expression {
        guard let text = node.text else { throw YAMLError("'where' is an expression", at: node.place) }
        do throws(ExpressionError) { return try Expression.compile(text, for: .condition) } catch {
            throw YAMLError("\(error)", at: node.place)
        }
    }

    private static func unknown(_ member: YAMLNode.Member, among keys: [String]) -> YAMLError {
        let hint =
            Suggestion.nearest(to: member.key, among: keys).map { "did you mean '\($0)'?" }
            ?? "there are \(keys.joined(separator: ", "))"
        return YAMLError("unknown key '\(member.key)'; \(hint)", at: member.place)
    }

    private static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, first < 0x30 || first > 0x39 else { return false }
        return text.utf8.allSatisfy { byte in
            byte == 0x5F || byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
        }
    }
}
