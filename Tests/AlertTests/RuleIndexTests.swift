import Records
import TestSupport
import Testing

@testable import Alert

@Suite("Candidates among rules, against a look at each rule")
struct RuleIndexTests {
    private static let fields = ["count", "rate", "error_ratio", "p99", "text"]
    private static let bounds = ["0", "1", "2", "2.5", "3", "-1", "0.1", "100", "1e400", "9007199254740993"]
    private static let values =
        bounds + [
            "null", "\"2\"", "\"x\"", "true", "{}", "2.50", "1e0", "9007199254740992", "0.10000000000000001", "50",
        ]

    private static func condition(_ random: inout SeededGenerator) -> String {
        let signs = ["<", "<=", ">", ">=", "==", "!="]
        func comparison(_ random: inout SeededGenerator) -> String {
            let field = fields.randomElement(using: &random) ?? "count"
            let sign = signs.randomElement(using: &random) ?? "<"
            let bound = bounds.randomElement(using: &random) ?? "1"
            return Bool.random(using: &random) || bound.hasPrefix("-")
                ? "\(field) \(sign) \(bound)" : "\(bound) \(sign) \(field)"
        }
        let first = comparison(&random)
        switch Int.random(in: 0..<12, using: &random) {
        case 0: return "\(first) || \(comparison(&random))"
        case 1: return "text =~ \"^x\" && \(first)"
        case 2: return "rate * 2 > count"
        case 3: return "avg_over(count, 3m) > 1"
        case 4: return "(rate ?? 0) < 1"
        case 5: return "!(\(first))"
        case 6...8: return "\(first) && \(comparison(&random)) && \(comparison(&random))"
        case 9: return "\(first) && \(comparison(&random))"
        default: return first
        }
    }

    private static func rules(_ random: inout SeededGenerator) throws -> [AlertRule] {
        // Beyond a word of 64 now and then.
        let count = [1, 3, 20, 64, 65, 150].randomElement(using: &random) ?? 3
        return try (0..<count).map { index in
            var rule = AlertRule(name: "rule\(index)")
            rule.condition = try RuleExpression.compile(condition(&random))
            if Int.random(in: 0..<6, using: &random) == 0 { rule.by = ["host"] }
            if Int.random(in: 0..<20, using: &random) == 0 {
                rule.absentFor = 180 * 1_000_000_000
            } else {
                rule.timing.holdFor = Int64.random(in: 0...3, using: &random) * 60_000_000_000
                rule.timing.keepFiringFor = Int64.random(in: 0...2, using: &random) * 60_000_000_000
                if Int.random(in: 0..<5, using: &random) == 0 {
                    rule.clear = try RuleExpression.compile(condition(&random))
                }
            }
            return rule
        }
    }

    private static func lines(_ random: inout SeededGenerator) -> [String] {
        var lines: [String] = []
        var second = 0
        for _ in 0..<60 {
            second += [0, 0, 60, 60, 120, 7200].randomElement(using: &random) ?? 60
            var members = "\"path\":\"/\(Int.random(in: 0..<4, using: &random))\",\"host\":\"h\",\"_by\":[\"path\"]"
            for field in fields where Int.random(in: 0..<5, using: &random) > 0 {
                members += ",\"\(field)\":\(values.randomElement(using: &random) ?? "1")"
            }
            lines.append(metric(second, width: Bool.random(using: &random) ? "1m" : nil, members))
        }
        return lines
    }

    private static func events(
        _ rules: [AlertRule], _ lines: [String], usesIndex: Bool = true, forgets: Bool = true
    ) throws -> [String] {
        let run = try Alerting.run()
        var record = Record()
        var engine = AlertEngine(rules, in: run, &record)
        engine.usesIndex = usesIndex
        engine.forgets = forgets
        for line in lines {
            try record.scan(record.store.load(line.utf8))
            let time = engine.time(of: record, or: { 0 }) ?? 0
            engine.take(&record, at: time)
        }
        engine.finish()
        return engine.events.map { "\(Alerting.text($0, rules)) \($0)" }
    }

    @Test("60 sets of random rules say the same of random records, field by field")
    func same() throws {
        var random = SeededGenerator(seed: 100)
        var count = 0
        for number in 0..<60 {
            let rules = try Self.rules(&random)
            let lines = Self.lines(&random)
            let quick = try Self.events(rules, lines)
            let plain = try Self.events(rules, lines, usesIndex: false)
            #expect(quick == plain, "set \(number)")
            count += quick.count
        }
        #expect(count > 5_000)
    }

    @Test("Series that are out of memory come again as those that are still in it")
    func forgetting() throws {
        var random = SeededGenerator(seed: 101)
        for number in 0..<40 {
            let rules = try Self.rules(&random)
            let lines = Self.lines(&random)
            #expect(try Self.events(rules, lines) == Self.events(rules, lines, forgets: false), "set \(number)")
        }
    }

    @Test("Rules whose rows would fill the memory are looked at one by one")
    func tooMany() throws {
        let rules = try (0..<4_000).map { index in
            var rule = AlertRule(name: "rule\(index)")
            rule.condition = try RuleExpression.compile("count > \(index)")
            return rule
        }
        let lines = [metric(0, "\"count\":3999,\"_by\":[]"), metric(60, "\"count\":3,\"_by\":[]")]
        #expect(try Self.events(rules, lines).count == 3_999 + 3_996)
    }
}
