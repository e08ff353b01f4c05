/// All advice that there is.
package struct AdviceLibrary: Sendable {
    package let programs: [ProgramAdvice]
    /// For logs of any program.
    package let general: ProgramAdvice

    /// Reads what is built in.
    package init() throws(AdviceError) {
        var programs: [ProgramAdvice] = []
        var general: ProgramAdvice?
        for source in AdviceCatalogue.sources {
            let advice = try ProgramAdvice(json: Array("\(source.json)".utf8), file: "\(source.name).json")
            if advice.name == "any" { general = advice } else { programs.append(advice) }
        }
        guard let general else { throw AdviceError("any.json is missing") }
        self.programs = programs
        self.general = general
    }

    /// The programs that write logs of these formats.
    package func programs(writing formats: Set<String>) -> [ProgramAdvice] {
        programs.filter { !formats.isDisjoint(with: $0.formats) }
    }
}
