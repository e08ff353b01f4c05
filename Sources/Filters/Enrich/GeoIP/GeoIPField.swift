/// A field that a database gives: its name in weir, and where MaxMind's databases have it (https://dev.maxmind.com/geoip/docs/databases).
struct GeoIPField: Sendable {
    let name: String
    let path: [String]

    static let all = [
        GeoIPField(name: "country", path: ["country", "iso_code"]),
        GeoIPField(name: "country_name", path: ["country", "names", "en"]),
        GeoIPField(name: "continent", path: ["continent", "code"]),
        GeoIPField(name: "region", path: ["subdivisions", "0", "iso_code"]),
        GeoIPField(name: "region_name", path: ["subdivisions", "0", "names", "en"]),
        GeoIPField(name: "city", path: ["city", "names", "en"]),
        GeoIPField(name: "postal_code", path: ["postal", "code"]),
        GeoIPField(name: "latitude", path: ["location", "latitude"]),
        GeoIPField(name: "longitude", path: ["location", "longitude"]),
        GeoIPField(name: "time_zone", path: ["location", "time_zone"]),
        GeoIPField(name: "asn", path: ["autonomous_system_number"]),
        GeoIPField(name: "as_org", path: ["autonomous_system_organization"]),
    ]
}
