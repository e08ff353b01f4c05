import Bytes
import Records
import Testing

@testable import Formats

@Suite("The catalogue of formats")
struct CatalogueTests {
    static let library = (try? FormatLibrary.builtIn()) ?? FormatLibrary(formats: [])

    struct Case: CustomTestStringConvertible, Sendable {
        let format: LogFormat
        let sample: LogFormat.Sample
        var testDescription: String { "\(format.name): \(sample.line.prefix(60))" }
    }

    static let samples = library.formats.flatMap { format in format.samples.map { Case(format: format, sample: $0) } }

    @Test("Every file can be read, and names are given once")
    func names() throws {
        let library = try FormatLibrary.builtIn()
        #expect(library.formats.count == Catalogue.sources.count)
        #expect(Set(library.names).count == library.names.count)
    }

    @Test(
        "Every format has a title, three samples with their source, and a description of each field it captures",
        arguments: library.formats)
    func completeness(_ format: LogFormat) throws {
        #expect(!format.title.isEmpty && !format.description.isEmpty)
        #expect(format.samples.count >= 3)
        #expect(format.samples.allSatisfy { !$0.source.isEmpty })
        for pattern in format.patterns {
            for group in try Pattern.groups(pattern.regex) {
                #expect(format.fields.contains { $0.name == group }, "\(group)")
            }
        }
    }

    @Test("Every sample becomes exactly the record that stands beside it", arguments: samples)
    func sample(_ item: Case) throws {
        let (outcome, record) = try parse(item.sample.line, as: item.format)
        #expect(outcome == .parsed)
        #expect(record == canonical(item.sample.record))
    }

    @Test("No format claims another's samples before their own does", arguments: samples)
    func detection(_ item: Case) throws {
        let matching = try Self.library.formats.filter { try parse(item.sample.line, as: $0).0 == .parsed }
        let heaviest = matching.max { $0.weight < $1.weight }
        #expect(heaviest?.weight == item.format.weight, "\(heaviest?.name ?? "none") is heavier")
        #expect(matching.filter { $0.weight == item.format.weight }.map(\.name) == [item.format.name])
    }

    private func parse(_ line: String, as format: LogFormat) throws -> (ParseOutcome, String) {
        var record = Record()
        let parser = try FormatParser(format, &record)
        // Yearless samples are read as of the end of 2024.
        var context = TimeContext(reference: 1_735_689_599_000_000_000)
        let outcome = parser.parse(record.store.load(line.utf8), &record, &context)
        var output = ByteBuffer(capacity: 256)
        record.write(to: &output)
        return (outcome, outcome == .parsed ? output.text(Slice(start: 0, count: output.count)) : "")
    }

    private func canonical(_ tree: JSONTree) -> String {
        switch tree {
        case .null: "null"
        case .bool(let flag): "\(flag)"
        case .number(let text): text
        case .text(let text): quoted(text)
        case .array(let items): "[" + items.map(canonical).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { quoted($0.name) + ":" + canonical($0.value) }.joined(separator: ",") + "}"
        }
    }

    private func quoted(_ text: String) -> String {
        var buffer = ByteBuffer(capacity: 64)
        buffer.append(escaping: text)
        return "\"" + buffer.text(Slice(start: 0, count: buffer.count)) + "\""
    }
}

private enum Pattern {
    static func groups(_ regex: String) throws -> Set<String> {
        Set(regex.matches(of: /\(\?<([A-Za-z_][A-Za-z0-9_]*)>/).map { String($0.1) })
    }
}
