import ArgumentParser
import FilterKit
import Records
import Templates

package struct EnrichCommand: FilterCommand {
    package static let configuration = CommandConfiguration(
        commandName: "weir-enrich",
        abstract: "Add, look up, change, rename and drop fields of records.",
        discussion: """
            Steps are done in the order of the command line, each seeing what those before it did. A field that \
            none touches leaves byte for byte as it came. New fields go to the end.

            EXAMPLES
              weir-enrich --set 'ms = duration * 1000' --drop agent,referrer
              weir-enrich --where 'status >= 500' --keep time,path,status
              weir-enrich --rename service=app --set 'slow = duration > 0.5'
              weir-enrich --dedupe host,message --within 10s
              weir-enrich --sample 1/100 --by client
              weir-enrich --geoip GeoLite2-City.mmdb --geoip GeoLite2-ASN.mmdb
              weir-enrich --templates
              weir-enrich --redact email,token,ip:truncate
            """,
        version: Version.text)

    @Option(
        name: .customLong("set"), parsing: .singleValue,
        help: .init("Give a field the value of an expression (weir-expr(7)).", valueName: "name = expr"),
        transform: ChangeOption.set)
    var sets: [ChangeOption] = []

    @Option(
        name: .customLong("drop"), parsing: .singleValue, help: .init("Leave these fields out.", valueName: "fields"),
        transform: ChangeOption.drop)
    var drops: [ChangeOption] = []

    @Option(
        name: .customLong("keep"), parsing: .singleValue,
        help: .init("Leave all other fields out.", valueName: "fields"), transform: ChangeOption.keep)
    var keeps: [ChangeOption] = []

    @Option(
        name: .customLong("rename"), parsing: .singleValue,
        help: .init("Give a field another name; its value and place stay.", valueName: "new=old"),
        transform: ChangeOption.rename)
    var renames: [ChangeOption] = []

    @Option(
        name: .customLong("order"), parsing: .singleValue,
        help: .init("Put these fields first, in this order.", valueName: "fields"), transform: ChangeOption.order)
    var orders: [ChangeOption] = []

    @Option(
        name: .customLong("nest"), parsing: .singleValue,
        help: .init(
            "Put fields into an object; with a name alone, those that begin with it and a dot.",
            valueName: "name[=fields]"),
        transform: ChangeOption.nest)
    var nests: [ChangeOption] = []

    @Flag(name: .customLong("flatten"), help: "Make fields of the members of nested objects: http.request.id.")
    var flattens: Int

    @OptionGroup var thinning: ThinningOptions
    @OptionGroup var geoIP: GeoIPOptions
    @OptionGroup var template: TemplateOptions
    @OptionGroup var redact: RedactOptions
    @OptionGroup var agent: AgentOptions
    @OptionGroup var lookup: LookupOptions
    @OptionGroup var names: SystemNameOptions
    @OptionGroup var dns: DNSOptions
    @OptionGroup var input: RecordInput
    @OptionGroup package var shared: SharedOptions

    package init() {}

    package var isSource: Bool { !input.files.isEmpty }

    package func execute(_ run: FilterRun, _ record: inout Record) throws(Failure) -> ExitStatus {
        let templates = try template.steps()
        var output = RecordOutput(shared, onTerminal: template.areShown ? .table : .readable)
        if template.areShown { return try showTemplates(run, &record, into: &output) }
        var options: [String: [any StepOption]] = [
            "--set": sets, "--drop": drops, "--keep": keeps, "--rename": renames, "--order": orders, "--nest": nests,
            "--flatten": Array(repeating: ChangeOption.flatten, count: flattens), "--geoip": geoIP.databases,
            "--template": templates, "--agent": try agent.steps(), "--lookup": try lookup.steps(),
        ]
        options.merge(try thinning.steps()) { first, _ in first }
        options.merge(try redact.steps()) { first, _ in first }
        options.merge(try names.steps()) { first, _ in first }
        options["--dns"] = try dns.steps()
        let sorter = try thinning.sorter(&record, in: run)
        var steps: [Step] = []
        for option in ChangeOrder.arrange(options) { steps.append(try option.bind(to: &record, in: run)) }
        // What was added behind it is looked through, too.
        if let redaction = steps.first(where: \.isRedaction), steps.last?.isRedaction == false {
            steps.append(redaction)
        }
        guard !steps.isEmpty || sorter != nil || !shared.predicates.isEmpty else {
            throw Failure(
                .usage,
                "nothing to do: give --set, --drop, --keep, --rename, another change or --where (weir-enrich --help)")
        }
        return try run.run(EnrichFilter(steps, sorter), inputs: input, &record, into: &output)
    }

    private func showTemplates(
        _ run: FilterRun, _ record: inout Record, into output: inout RecordOutput
    ) throws(Failure) -> ExitStatus {
        if let path = template.path {
            guard let tree = try TemplateFile(path: path).read() else {
                throw Failure(.noInput, "--template-state \(path): is not there yet; --template makes it")
            }
            TemplateCatalogue(tree, &record).write(in: run, into: &output)
            return run.finish(.done, &output)
        }
        return try run.run(TemplateCatalogue(TemplateTree(), &record), inputs: input, &record, into: &output)
    }
}
