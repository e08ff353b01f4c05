import FilterKit
import System
import YAML

/// A file of rules, as Prometheus has them, read whole: all that is wrong with it is found, not the first thing only.
struct RuleFile {
    let source: SourceText
    let rules: [AlertRule]
    let problems: [RuleProblem]

    var errors: [RuleProblem] { problems.filter { !$0.isWarning } }

    init(reading path: String) throws(Failure) {
        let bytes: [UInt8]
        do throws(SystemError) { bytes = try FileContents.read(path) } catch { throw Failure(.noInput, "\(error)") }
        self.init(path: path, bytes)
    }

    init(path: String, _ bytes: [UInt8]) {
        source = SourceText(path: path, bytes)
        var reader = RuleReader(source)
        do throws(YAMLError) {
            reader.read(try YAMLReader.read(bytes))
        } catch {
            reader.problems.append(RuleProblem(message: error.message, place: error.place))
        }
        rules = reader.rules
        problems = reader.problems.sorted { ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column) }
    }

    /// The rules, if nothing is wrong with any of them; else all that is wrong is said.
    static func rules(of path: String, _ diagnostics: Diagnostics) throws(Failure) -> [AlertRule] {
        let file = try RuleFile(reading: path)
        let failures = file.errors.map(file.source.failure)
        for failure in failures.dropLast() { diagnostics.error(failure) }
        if let last = failures.last { throw last }
        return file.rules
    }

    /// `--check`: says all that is wrong, and how many rules there are.
    func check(_ diagnostics: Diagnostics) -> ExitStatus {
        for problem in problems {
            let failure = source.failure(problem)
            if problem.isWarning {
                diagnostics.warning(at: failure.origin ?? source.path, failure.message, place: failure.place)
            } else {
                diagnostics.error(failure)
            }
        }
        return errors.isEmpty ? .done : .badConfiguration
    }
}
