import Expressions
import Formats
import Testing

@testable import Advice

@Suite("What weir knows of programs")
struct AdviceTests {
    static let programs = (try? AdviceLibrary()).map { $0.programs + [$0.general] } ?? []

    @Test("Every file can be read, under a name of its own")
    func names() throws {
        let library = try AdviceLibrary()
        #expect(library.programs.count > 15)
        #expect(Set(library.programs.map(\.name)).count == library.programs.count)
    }

    @Test("Every expression is one of weir's language", arguments: programs.map(\.name))
    func expressions(name: String) throws {
        let program = try #require(Self.programs.first { $0.name == name })
        for text in program.derivations.map(\.expression) + [program.evidence].compactMap(\.self) {
            _ = try Expression.compile(text)
            // It is put into single quotes of the shell.
            #expect(!text.contains("'"))
        }
    }

    @Test("Every format that a program is said to write is one that weir reads", arguments: programs.map(\.name))
    func formats(name: String) throws {
        let program = try #require(Self.programs.first { $0.name == name })
        let library = FormatLibrary.builtIn(withSamples: false)
        for format in program.formats { #expect(library.format(named: format)?.name == format, "\(format)") }
        #expect(program.name == "any" || !program.formats.isEmpty)
    }

    @Test("No program leaves a signal without an answer that its logs cannot give")
    func answers() throws {
        for signal in Signal.allCases {
            #expect(Self.programs.contains { $0.changes.contains { $0.signals.contains(signal) } })
        }
    }
}
