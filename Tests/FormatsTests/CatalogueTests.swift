import Records
import Testing

@testable import Formats

@Suite("The catalogue of formats")
struct CatalogueTests {
    static let library = FormatLibrary.builtIn()

    struct Case: CustomTestStringConvertible, Sendable {
        let format: LogFormat
        let sample: LogFormat.Sample
        var testDescription: String { "\(format.name): \(sample.line.prefix(60))" }
    }

    static let samples = library.formats.flatMap { format in format.samples.map { Case(format: format, sample: $0) } }

    @Test("The samples stand last, and what is read without them is the same format")
    func withoutSamples() throws {
        let bare = FormatLibrary.builtIn(withSamples: false)
        for (whole, bare) in zip(Self.library.formats, bare.formats) {
            #expect(bare.samples.isEmpty && !whole.samples.isEmpty)
            #expect(bare.name == whole.name && bare.patterns == whole.patterns && bare.fields == whole.fields)
            #expect(bare.timeLayouts == whole.timeLayouts && bare.weight == whole.weight && bare.over == whole.over)
        }
    }

    @Test("Every file can be read, and names are given once")
    func names() throws {
        let library = FormatLibrary.builtIn()
        #expect(Set(library.names).count == library.names.count)
        for entry in library.entries {
            #expect([entry.name] + entry.aliases == [entry.format.name] + entry.format.aliases, "as they are looked up")
        }
    }

    @Test(
        "Every format has a title, three samples with their source, and a description of each field it captures",
        arguments: library.formats)
    func completeness(_ format: LogFormat) throws {
        #expect(!format.title.isEmpty && !format.description.isEmpty)
        #expect(format.samples.count >= 3)
        #expect(format.samples.allSatisfy { !$0.source.isEmpty })
        for pattern in format.patterns + (format.over?.patterns ?? []) {
            for group in try Pattern.groups(pattern.regex) {
                #expect(format.fields.contains { $0.name == group }, "\(group)")
            }
        }
    }

    @Test("Every format stands up to the checks that a user's file gets", arguments: library.entries.map(\.json))
    func strictness(_ json: [UInt8]) throws {
        #expect(throws: Never.self) { try FormatFile(json: json, path: "catalogue") }
    }

    @Test("Every sample becomes exactly the record that stands beside it", arguments: samples)
    func sample(_ item: Case) throws {
        #expect(try check(item.sample, as: item.format) == .right)
    }

    @Test("No format claims another's samples before their own does", arguments: samples)
    func detection(_ item: Case) throws {
        let counts = try Self.library.formats.map { (format: $0, matches: try matches(item.sample, $0)) }
        let most = counts.map(\.matches).max() ?? 0
        let matching = counts.filter { $0.matches == most && most > 0 }.map(\.format)
        let heaviest = matching.max { $0.weight < $1.weight }
        #expect(heaviest?.weight == item.format.weight, "\(heaviest?.name ?? "none") is heavier")
        #expect(matching.filter { $0.weight == item.format.weight }.map(\.name) == [item.format.name])
    }

    private func check(_ sample: LogFormat.Sample, as format: LogFormat) throws -> SampleOutcome {
        var record = Record()
        return try FormatParser(format, &record).check(sample, &record)
    }

    /// How many lines of the sample speak for the format: one that is whole by itself, or, where a header comes before it,
    /// each of them as detection sees it.
    private func matches(_ sample: LogFormat.Sample, _ format: LogFormat) throws -> Int {
        guard !sample.before.isEmpty else {
            if case .rejected = try check(sample, as: format) { return 0 }
            return 1
        }
        var record = Record()
        let parser = try FormatParser(format, &record)
        var context = ParseContext(reference: FormatParser.sampleReference)
        return (sample.before + [sample.line]).count {
            parser.resembles(record.store.load($0.utf8), &record, &context)
        }
    }
}

private enum Pattern {
    static func groups(_ regex: String) throws -> Set<String> {
        Set(regex.matches(of: /\(\?<([A-Za-z_][A-Za-z0-9_]*)>/).map { String($0.1) })
    }
}
