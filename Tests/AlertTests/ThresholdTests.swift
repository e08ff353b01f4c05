import Records
import TestSupport
import Testing

@testable import Alert

@Suite("Comparisons by doubles against the expression itself")
struct ThresholdTests {
    private static func number(_ random: inout SeededGenerator) -> String {
        let digits = Int.random(in: 1...20, using: &random)
        var text = Bool.random(using: &random) ? "-" : ""
        text += String(Int.random(in: 0...9, using: &random))
        if text.hasSuffix("0") { text += "." }
        for _ in 1..<max(2, digits) {
            if !text.contains("."), Int.random(in: 0..<4, using: &random) == 0 { text += "." }
            text += String(Int.random(in: 0...9, using: &random))
        }
        return text.hasSuffix(".") ? text + "0" : text
    }

    @Test("They agree wherever they decide, on 20,000 pairs of numbers near and far")
    func agree() throws {
        var random = SeededGenerator(seed: 7)
        let signs = ["<", "<=", ">", ">=", "==", "!="]
        var decided = 0
        for _ in 0..<400 {
            let bound = Self.number(&random)
            let sign = signs.randomElement(using: &random) ?? "<"
            let rule = try RuleExpression.compile("x \(sign) \(bound)")
            let threshold = try #require(rule.expression.thresholds?.first)
            var record = Record()
            var slots = FieldSlots()
            let test = try #require(ThresholdTest(threshold, slot: slots.slot(of: "x", &record)))
            let condition = rule.expression.bind(to: &record)
            for _ in 0..<50 {
                var text = Self.number(&random)
                switch Int.random(in: 0..<5, using: &random) {
                case 0: text = bound
                case 1: text = bound + (bound.contains(".") ? "1" : ".0000000001")
                case 2: text = ["null", "\"7\"", "true", "{}", "1e3"].randomElement(using: &random) ?? "null"
                default: break
                }
                try record.scan(record.store.load("{\"x\":\(text)}".utf8))
                slots.read(record)
                let outcome = test.outcome(slots)
                guard outcome != .unsure else { continue }
                decided += 1
                #expect((outcome == .holds) == condition.isTrue(&record), "\(text) \(sign) \(bound)")
            }
        }
        #expect(decided > 8_000)
    }
}
