import Bytes
import Formats
import Records

func fuzzFormats(_ bytes: [UInt8]) {
    guard let format = try? LogFormat(json: bytes, file: "fuzz.json") else { return }
    var record = Record()
    guard let parser = try? FormatParser(format, &record) else { return }
    for sample in format.samples.prefix(4) {
        record.store.clearScratch()
        let outcome = parser.check(sample, &record)
        if case .rejected = outcome { continue }
        var output = ByteBuffer(capacity: 64)
        record.write(to: &output)
        let isJSON = (try? JSONText.check(output, Slice(start: 0, count: output.count))) != nil
        hold(isJSON, "what a format makes of a line is JSON")
    }
}
