import Foundation
import Testing

/// MaxMind's test databases come with what was put into them: each network resolves to the values given there.
@Suite("The GeoIP test databases", .enabled(if: Corpora.areThere, "../shared/corpora is not there"))
struct GeoIPTests {
    /// Our names, and where the source has the values.
    private static let fields = [
        "country": ["country", "iso_code"], "country_name": ["country", "names", "en"],
        "continent": ["continent", "code"], "region": ["subdivisions", "0", "iso_code"],
        "region_name": ["subdivisions", "0", "names", "en"], "city": ["city", "names", "en"],
        "postal_code": ["postal", "code"], "latitude": ["location", "latitude"],
        "longitude": ["location", "longitude"], "time_zone": ["location", "time_zone"],
        "asn": ["autonomous_system_number"], "as_org": ["autonomous_system_organization"],
    ]

    @Test("Every network resolves to what its source says", arguments: ["ASN", "City", "Country"])
    func networks(_ name: String) throws {
        let folder = Corpora.folder.appending(path: "geoip")
        let source = try JSONSerialization.jsonObject(
            with: Data(contentsOf: folder.appending(path: "GeoLite2-\(name)-Test.source.json")))
        var expected: [(network: String, values: [String: String])] = []
        for entry in try #require(source as? [[String: Any]]) {
            for (network, value) in entry {
                expected.append((network, Self.fields.compactMapValues { Self.value(value, $0[...]) }))
            }
        }
        #expect(expected.count > 200)
        let input = FileManager.default.temporaryDirectory.appending(path: "weir-\(UUID().uuidString).ndjson")
        defer { try? FileManager.default.removeItem(at: input) }
        try expected.map { #"{"client":"\#($0.network.split(separator: "/")[0])"}"# + "\n" }.joined()
            .write(to: input, atomically: true, encoding: .utf8)
        let (status, output) = try shell(
            #"weir-enrich --geoip "$CORPORA/geoip/GeoLite2-\#(name)-Test.mmdb" --input "\#(input.path)""#)
        #expect(status == 0)
        let records = try output.split(separator: "\n").map { try Loghub.Record(json: $0) }
        #expect(records.count == expected.count)
        var values = 0
        for (record, (network, wanted)) in zip(records, expected) {
            var found = record.fields
            found["client"] = nil
            #expect(found == wanted, "\(network)")
            values += wanted.count
        }
        print("geoip: \(name): \(expected.count) networks, \(values) values")
    }

    private static func value(_ tree: Any?, _ path: ArraySlice<String>) -> String? {
        guard let name = path.first else { return tree.map { "\($0)" } }
        if let list = tree as? [Any] {
            return value(Int(name).flatMap { $0 < list.count ? list[$0] : nil }, path.dropFirst())
        }
        return value((tree as? [String: Any])?[name], path.dropFirst())
    }
}
