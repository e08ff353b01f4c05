import Records

/// What has become of a log since an earlier assessment.
struct Progress {
    struct Row {
        let name: String
        let before: String
        let now: String
    }

    let rows: [Row]
    let before: Int
    let now: Int

    /// - Parameter old: an earlier assessment; nil for what is none.
    init?(from old: JSONTree, to assessment: Assessment) {
        guard case .number(let text)? = old["score"], let score = Int(text), old["signals"] != nil else { return nil }
        before = score
        now = assessment.maturity.score
        var rows = [Row(name: "score", before: "\(score)", now: "\(assessment.maturity.score)")]
        for criterion in assessment.maturity.criteria {
            let then = old["maturity"]?.elements.first { $0["criterion"]?.string == criterion.name }?["points"]
            rows.append(Row(name: criterion.name, before: Self.number(then), now: "\(criterion.points)"))
        }
        for statement in assessment.signals {
            let then = old["signals"]?[statement.signal.rawValue]?["state"]?.string ?? "?"
            rows.append(Row(name: statement.signal.rawValue, before: then, now: statement.state.rawValue))
        }
        let secrets = old["sensitive"]?.elements.compactMap { $0["kind"]?.string } ?? []
        rows.append(
            Row(
                name: "sensitive", before: secrets.isEmpty ? "none" : secrets.joined(separator: ", "),
                now: assessment.sensitive.isEmpty
                    ? "none" : assessment.sensitive.map(\.kind.rawValue).joined(separator: ", ")))
        self.rows = rows
    }

    private static func number(_ tree: JSONTree?) -> String {
        guard case .number(let text)? = tree else { return "?" }
        return text
    }

    var lines: [String] {
        let change = now - before
        let head =
            change == 0 ? "no change" : "\(NumberText.counted(abs(change), "point")) \(change > 0 ? "up" : "down")"
        return ["PROGRESS: \(head)"]
            + TextColumns.lines(
                rows.map { [$0.name, $0.before == $0.now ? $0.now : "\($0.before) -> \($0.now)"] })
    }

    var json: JSONTree {
        .object([
            "score_before": .integer(before), "score": .integer(now),
            "changes": .array(
                rows.filter { $0.before != $0.now }.map {
                    .object(["what": .text($0.name), "before": .text($0.before), "now": .text($0.now)])
                }),
        ])
    }
}
