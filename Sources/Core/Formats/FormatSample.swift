import Bytes
import Records

/// A sample line put through its format, held against the record that stands beside it.
package enum SampleOutcome: Equatable {
    case right
    /// The line did not become a record.
    case rejected(ParseOutcome)
    case differs([SampleDifference])
    /// Every field is right, but they come in another order.
    case reordered(expected: [String], got: [String])
}

/// A field that is not what the sample says; nil where it should not be, or is not.
package struct SampleDifference: Equatable {
    package let field: String
    package let expected: JSONTree?
    package let got: JSONTree?
}

extension FormatParser {
    /// When samples are read: 2024-12-31T23:59:59Z, so that stamps without a year are of 2024 (weir-format(5)).
    package static let sampleReference: Int64 = 1_735_689_599_000_000_000

    /// Parses the sample's line, by itself, and compares.
    package func check(_ sample: LogFormat.Sample, _ record: inout Record) -> SampleOutcome {
        var context = ParseContext(reference: Self.sampleReference)
        for line in sample.before {
            let outcome = parse(record.store.load(line.utf8), &record, &context)
            guard outcome == .absorbed else { return .rejected(outcome) }
        }
        let outcome = parse(record.store.load(sample.line.utf8), &record, &context)
        guard outcome.isParsed else { return .rejected(outcome) }
        var output = ByteBuffer(capacity: 256)
        record.write(to: &output)
        let text = output.copy(Slice(start: 0, count: output.count))
        // What a record writes is JSON; were it not, nothing in it would be as expected.
        let got = (try? JSONTree(parsing: text)) ?? .null
        return SampleOutcome(expected: sample.record.members, got: got.members)
    }
}

extension SampleOutcome {
    /// Numbers are compared as they are written: 1.50 is not 1.5, as it is not in a record.
    init(expected: [JSONTree.Member], got: [JSONTree.Member]) {
        var differences: [SampleDifference] = []
        for member in expected {
            let value = got.first { $0.name == member.name }?.value
            if value != member.value {
                differences.append(SampleDifference(field: member.name, expected: member.value, got: value))
            }
        }
        for member in got where !expected.contains(where: { $0.name == member.name }) {
            differences.append(SampleDifference(field: member.name, expected: nil, got: member.value))
        }
        if !differences.isEmpty {
            self = .differs(differences)
        } else {
            self = expected == got ? .right : .reordered(expected: expected.map(\.name), got: got.map(\.name))
        }
    }
}

extension FormatFile {
    /// Runs all samples.
    package func checkSamples() throws(FormatError) -> [SampleOutcome] {
        var record = Record()
        let parser = try FormatParser(format, &record)
        return format.samples.map { parser.check($0, &record) }
    }
}
