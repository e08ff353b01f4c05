import Foundation
import Records
import Testing

@testable import GeoIP

@Suite("MaxMind databases")
struct GeoIPDatabaseTests {
    private static let fixture = [UInt8](
        try! Data(
            contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Fixtures/geoip.mmdb")))

    private static func address(_ text: String) throws -> IPAddress { try #require(IPAddress(text)) }

    @Test("Addresses of both families, and their values")
    func values() throws {
        let database = try GeoIPDatabase(Self.fixture, "geoip.mmdb")
        #expect(database.type == "weir-Test")
        let entry = try #require(try database.entry(of: Self.address("192.0.2.9")))
        #expect(try database.value(of: entry, at: ["country", "iso_code"]) == .text("NZ"))
        #expect(try database.value(of: entry, at: ["subdivisions", "0", "iso_code"]) == .text("WGN"))
        #expect(try database.value(of: entry, at: ["subdivisions", "1", "iso_code"]) == nil)
        #expect(try database.value(of: entry, at: ["location", "latitude"]) == .double(-41.21))
        #expect(try database.value(of: entry, at: ["autonomous_system_number"]) == .integer(64496))
        #expect(try database.entry(of: Self.address("192.0.3.9")) == nil)
        let other = try #require(try database.entry(of: Self.address("2001:db8::9")))
        #expect(try database.value(of: other, at: ["autonomous_system_number"]) == .integer(4_294_967_295))
    }

    @Test("What is no database is an error that says so")
    func foreign() {
        #expect { try GeoIPDatabase(Array("no database".utf8), "a.mmdb") } throws: {
            "\($0)".hasPrefix("a.mmdb: is no MaxMind database, or a damaged one")
        }
        #expect(throws: GeoIPError.self) { try GeoIPDatabase([], "empty.mmdb") }
        #expect(throws: GeoIPError.self) { try GeoIPDatabase("/nowhere/a.mmdb") }
    }

    @Test("A damaged database is an error, never a crash: each byte is flipped, each length is cut")
    func damaged() {
        func use(_ bytes: [UInt8]) {
            guard let database = try? GeoIPDatabase(bytes, "a.mmdb") else { return }
            for text in ["192.0.2.9", "198.51.100.200", "2001:db8::9", "::"] {
                guard let address = IPAddress(text), let entry = try? database.entry(of: address) else { continue }
                for path in [
                    ["country", "iso_code"], ["location", "latitude"], ["subdivisions", "0", "names", "en"],
                ] {
                    _ = try? database.value(of: entry, at: path)
                }
            }
        }
        for position in Self.fixture.indices {
            for mask: UInt8 in [0x01, 0x80, 0xFF] {
                var bytes = Self.fixture
                bytes[position] ^= mask
                use(bytes)
            }
            use(Array(Self.fixture.prefix(position)))
        }
    }
}
