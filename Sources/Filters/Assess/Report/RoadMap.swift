import Advice

/// What to do, in the order in which it pays.
struct RoadMap {
    struct Step {
        /// What other parts of the report refer to.
        enum Purpose {
            case origin, clock, install, baseline, finding, outside, watch, privacy, change, behind, repair, measure
        }

        let purpose: Purpose
        let title: String
        /// Who does it.
        let owner: String
        let effort: Effort
        /// What is done, in a sentence or two.
        let work: String
        /// Lines of a shell.
        var commands: [String] = []
        /// What one has afterwards.
        let gain: String
        /// What shows that it is done.
        let proof: String
        /// Points of maturity that it earns.
        var wins: [Win] = []
        /// It comes with a release of a program.
        var isReleased = false
        /// What was lacking and is there then: signals by name, `service`, `time`, a finding.
        var closes: Set<String> = []
        /// Signals that it is for, whether or not it gives them in full.
        var serves: Set<Signal> = []

        /// It is worth doing only if today's log shows more of it.
        var isMinor = false

        var points: Int { wins.reduce(0) { $0 + $1.points } }
    }

    /// Points of a criterion of the score.
    struct Win {
        let criterion: String
        let what: String
        let points: Int
    }

    let steps: [Step]

    init(_ assessment: Assessment, _ standing: Standing) {
        var steps = Self.secrets(assessment) + Self.origin(assessment, standing)
        steps += [Self.install, Self.baseline(assessment, standing)] + Self.clock(assessment, standing)
        steps += Self.outside(assessment) + Self.findings(assessment, standing)
        steps += Self.watch(assessment, standing) + Self.privacy(assessment) + Self.changes(assessment)
        steps += Self.repairs(assessment, closed: steps.reduce(into: []) { $0.formUnion($1.closes) })
        steps.append(Self.measure(assessment))
        self.steps = steps
    }

    /// Points that the steps win.
    var points: Int { steps.reduce(0) { $0 + $1.points } }

    /// Points of one criterion, and by which step: `+2 by step 6 (milliseconds)`; nil where none wins any.
    func wins(_ criterion: String) -> (points: Int, text: String)? {
        let found = steps.enumerated().flatMap { index, step in
            step.wins.filter { $0.criterion == criterion }.map { (index + 1, $0) }
        }
        guard !found.isEmpty else { return nil }
        return (
            found.reduce(0) { $0 + $1.1.points },
            found.map { "+\($0.1.points) by step \($0.0) (\($0.1.what))" }.joined(separator: ", ")
        )
    }

    /// The number of the first step of a purpose.
    func number(of purpose: Step.Purpose) -> Int? { steps.firstIndex { $0.purpose == purpose }.map { $0 + 1 } }

    /// The number of the step after which this is no longer lacking.
    func step(closing what: String) -> Int? { steps.firstIndex { $0.closes.contains(what) }.map { $0 + 1 } }

    /// `step 5`, `step 5, in part`; nil where none of them gives it.
    func closing(_ what: String) -> String? {
        if let step = step(closing: what) { return "step \(step)" }
        return Signal(rawValue: what).flatMap { signal in steps.firstIndex { $0.serves.contains(signal) } }
            .map { "step \($0 + 1), in part" }
    }

    /// `steps 7 and 8`: those that can wait; nil where there are none.
    var minor: String? { numbers(\.isMinor) }

    private func numbers(_ isMeant: (Step) -> Bool) -> String? {
        let found = steps.indices.filter { isMeant(steps[$0]) }
        guard !found.isEmpty else { return nil }
        return (found.count == 1 ? "step " : "steps ") + Self.runs(found.map { $0 + 1 })
    }

    /// What is done in which week, and why it takes that long.
    var timetable: String {
        let released = numbers { $0.isReleased && $0.purpose != .measure }
        let now = numbers { !$0.isReleased && !$0.isMinor && ![.watch, .measure].contains($0.purpose) }
        let watch = number(of: .watch)
        let weeks = [
            "**First week:** "
                + [now, watch.map { "step \($0) begins, and watches without waking anybody" }].compactMap(\.self)
                .joined(separator: "; "),
            watch.map { "**Second week:** step \($0) goes live" } ?? "**Second week:** the new log is gathered",
            number(of: .measure).map { "**Third week:** step \($0), which needs a week of the new log" },
        ]
        return weeks.compactMap(\.self).joined(separator: ". ") + "."
            + (released.map { " **With the next release:** \($0)." } ?? "")
            + (minor.map { " **If today's log shows more of it:** \($0)." } ?? "")
    }

    /// `1 to 4, 6 and 8`
    private static func runs(_ numbers: [Int]) -> String {
        var runs: [ClosedRange<Int>] = []
        for number in numbers {
            if let last = runs.last, last.upperBound + 1 == number {
                runs[runs.count - 1] = last.lowerBound...number
            } else {
                runs.append(number...number)
            }
        }
        return list(
            runs.flatMap { run in
                run.count > 2 ? ["\(run.lowerBound) to \(run.upperBound)"] : run.map { "\($0)" }
            })
    }

    /// The one to take if it is but one: secrets stand before all else, then what serves most signals, then what wins most points.
    var foremost: Int? {
        if let first = steps.first, first.points > 0, first.serves.isEmpty, first.purpose == .repair { return 0 }
        let ranked = steps.indices.filter { !steps[$0].serves.isEmpty || steps[$0].points > 0 }
        return ranked.max {
            (steps[$0].serves.count, steps[$0].points, $1) < (steps[$1].serves.count, steps[$1].points, $0)
        }
    }

    static func list(_ words: [String], _ last: String = "and") -> String {
        guard let end = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " \(last) " + end
    }
}

extension Assessment {
    var lacksService: Bool { !fields.contains { ["service", "host", "vhost"].contains($0.name) } }
}

extension String {
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
