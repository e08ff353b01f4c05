import ArgumentParser
import FilterKit
import Records

/// The flags that let fewer records through, or in another order. `--by` and `--within` belong to the one that needs them.
struct ThinningOptions: ParsableArguments, Sendable {
    @Option(
        help: .init(
            "Leave out what says the same in FIELDS as a record less than --within before it.", valueName: "fields"))
    var dedupe: String?

    @Option(
        help: .init(
            "Keep one of so many, the same ones on every machine; 'weight' says for how many each stands.",
            valueName: "1/100"))
    var sample: String?

    @Option(
        help: .init(
            "Keep at most so many in a second, minute (m), hour (h) or day (d) of event time.", valueName: "100/s"))
    var throttle: String?

    @Option(
        help: .init(
            "Sample by what FIELDS say, all of a user or none; throttle each of their values by itself.",
            valueName: "fields"))
    var by: String?

    @Option(
        help: .init(
            "Put records that come late in the order of FIELD, a time, once all else is done; they wait for --within.",
            valueName: "field"))
    var sort: String?

    @Option(
        help: .init("How long --dedupe looks back, or --sort waits, in event time: 10s, 5m.", valueName: "duration"),
        transform: DurationOption.parse)
    var within: DurationOption?

    /// What was given, by flag.
    func steps() throws(Failure) -> [String: [any StepOption]] {
        let fields = by.map(FieldList.parse)
        if let by, fields?.isEmpty == true { throw Failure(.usage, "--by: '\(by)' names no field") }
        if by != nil, sample == nil, throttle == nil { throw Failure(.usage, "--by goes with --sample or --throttle") }
        if by != nil, sample != nil, throttle != nil {
            throw Failure(.usage, "--by: one of --sample and --throttle; give the other to a weir-enrich of its own")
        }
        if within != nil, dedupe == nil, sort == nil { throw Failure(.usage, "--within goes with --dedupe or --sort") }
        if dedupe != nil, sort != nil {
            throw Failure(.usage, "--within: one of --dedupe and --sort; give the other to a weir-enrich of its own")
        }
        var steps: [String: [any StepOption]] = [:]
        if let dedupe {
            guard let within, within.nanoseconds > 0 else {
                throw Failure(.usage, "--dedupe needs --within, the time that it looks back, such as 10s")
            }
            if by != nil { throw Failure(.usage, "--dedupe and --by: give one of them to a weir-enrich of its own") }
            let names = FieldList.parse(dedupe)
            guard !names.isEmpty else { throw Failure(.usage, "--dedupe: no field is named") }
            steps["--dedupe"] = [DedupeOption(fields: names, within: within.nanoseconds)]
        }
        if let sample { steps["--sample"] = [try SampleOption(sample, by: fields)] }
        if let throttle { steps["--throttle"] = [try ThrottleOption(throttle, by: fields ?? [])] }
        return steps
    }

    /// What `--sort` asks for; nil where it was not given.
    func sorter(_ record: inout Record, in run: FilterRun) throws(Failure) -> Sorter? {
        guard let sort else { return nil }
        guard let within, within.nanoseconds > 0 else {
            throw Failure(.usage, "--sort needs --within, how long records wait for later ones, such as 5s")
        }
        run.expect([sort], &record)
        return Sorter(by: sort, within: within.nanoseconds, &record)
    }
}
