import Records
import TestSupport
import Testing

@testable import Expressions

@Suite("A condition that remembers its answers")
struct ConditionMemoryTests {
    private static let conditions = [
        #"status >= 500 || level in ("error", "fatal")"#,
        "status >= 200 && status < 300",
        #"!(status == 200 && level != "info")"#,
        #"level in ("error", 500, 1.5)"#,
        #"(status == null || status > 1.5) && level == null"#,
    ]

    private static let values = [
        "1", "1.0", "1e0", "499", "500", "-500", "5000000000", "50000000000000000000", #""500""#, #""error""#,
        #""errors""#, #""\u0065rror""#, #""a longer text than is remembered""#, #""""#, "null", "true", "false", "{}",
        "[500]", "1.50", "1.51",
    ]

    @Test("answers as one that does not, whatever came before", arguments: conditions)
    func sameAnswers(condition: String) throws {
        var random = SeededGenerator(seed: 7)
        var remembering = try Evaluation(condition)
        var forgetful = try Evaluation(condition)
        forgetful.bound.remembersAnswers = false
        for _ in 0..<4000 {
            let members = ["status", "level", "other"].compactMap { name in
                Bool.random(using: &random) ? "\"\(name)\":\(Self.values.randomElement(using: &random) ?? "")" : nil
            }
            let line = "{\(members.shuffled(using: &random).joined(separator: ","))}"
            let expected = try forgetful.isTrue(line)
            #expect(try remembering.isTrue(line) == expected, "\(condition) of \(line)")
            #expect(try remembering.json(line) == (expected ? "true" : "false"), "\(condition) of \(line)")
        }
    }

    @Test("is asked again about what a field holds that was changed on the way")
    func changedField() throws {
        var evaluation = try Evaluation(#"status >= 500 || level == "error""#)
        let status = evaluation.record.name("status")
        try evaluation.load(#"{"status":200}"#)
        let before = evaluation.bound.isTrue(&evaluation.record)
        evaluation.record.set(status, to: .integer(503))
        let after = evaluation.bound.isTrue(&evaluation.record)
        #expect(!before && after)
    }
}
