import ArgumentParser
import FilterKit
import GeoIP
import Records
import System

/// The flags of the look-ups in MaxMind databases.
struct GeoIPOptions: ParsableArguments, Sendable {
    @Option(
        name: .customLong("geoip"), parsing: .singleValue,
        help: .init(
            "Add what a MaxMind database knows of the address in FIELD (client), such as country, city or asn.",
            valueName: "file[:field]"),
        transform: GeoIPOption.init)
    var databases: [GeoIPOption] = []
}

struct GeoIPOption: StepOption {
    let path: String
    let field: String

    /// The field whose answers have names without its own before them.
    static let usualField = "client"

    init(_ text: String) {
        let isFile = (try? FileStatus(of: text)) != nil
        guard !isFile, let colon = text.lastIndex(of: ":"), !text[colon...].contains("/"),
            text.index(after: colon) < text.endIndex
        else {
            path = text
            field = Self.usualField
            return
        }
        path = String(text[..<colon])
        field = String(text[text.index(after: colon)...])
    }

    func bind(to record: inout Record, in run: FilterRun) throws(Failure) -> Step {
        let database: GeoIPDatabase
        do throws(GeoIPError) { database = try GeoIPDatabase(path) } catch {
            throw Failure(.noInput, "--geoip \(error)")
        }
        run.expect([field], &record)
        return .part(GeoIPEnricher(database, at: path, field: field, &record))
    }
}
