import ArgumentParser
import FilterKit
import Records
import Templates

/// The flags of learning templates from messages.
struct TemplateOptions: ParsableArguments, Sendable {
    @Flag(
        name: .customLong("template"),
        help: "Learn what is constant in messages; add template_id, template and, of what varies, params.")
    var isWanted = false

    @Option(
        name: .customLong("template-state"),
        help: .init(
            "Keep the templates in FILE: what it has is known, and what is learned goes there.", valueName: "file"))
    var path: String?

    @Flag(
        name: .customLong("templates"),
        help: "Show the templates with their counts: those of --template-state FILE, or else of the records.")
    var areShown = false

    func steps() throws(Failure) -> [any StepOption] {
        if areShown, isWanted {
            throw Failure(.usage, "--template works on records, --templates shows the catalogue; give one")
        }
        if !areShown, !isWanted, path != nil {
            throw Failure(.usage, "--template-state keeps what --template learns; give that, or --templates to see it")
        }
        return isWanted ? [TemplateOption(path: path)] : []
    }
}

struct TemplateOption: StepOption {
    let path: String?

    func bind(to record: inout Record, in run: FilterRun) throws(Failure) -> Step {
        let file = path.map(TemplateFile.init)
        run.expect(["message"], &record)
        return .part(TemplateEnricher(try file?.read() ?? TemplateTree(), keptIn: file, &record))
    }
}
