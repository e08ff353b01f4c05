// swift-tools-version: 6.2
import PackageDescription

// The floors of the house, lowest first. A floor imports only what stands below it; `HouseTests` holds that.
// Core and the filters use Glibc, swift-argument-parser and small C libraries: no Foundation (start-up time, size).

// The release build leaves out the check at run time that accesses do not overlap: 5 % of a parse. The tests, which are
// debug builds, have it.
let safe: [SwiftSetting] = [
    .swiftLanguageMode(.v6), .strictMemorySafety(),
    .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
]
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")

/// A room of `Sources/Core`.
func core(_ name: String, _ below: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .target(name: name, dependencies: below, path: "Sources/Core/\(name)", exclude: exclude, swiftSettings: safe)
}

/// A filter: everything of Core, never another filter.
func filter(_ name: String) -> Target {
    .target(
        name: name,
        dependencies: [
            "System", "Bytes", "Decompression", "State", "Records", "Regex", "Expressions", "Formats", "Metrics",
            "YAML", "GeoIP", "Templates", "Hashing", "Advice", "TextTemplates",
            "FilterKit", "Aggregation", arguments,
        ],
        path: "Sources/Filters/\(name)", swiftSettings: safe)
}

/// A room of `Sources/Shore`, where the cold filters live: they may use Foundation and large libraries, and nothing above
/// waits for them.
func shore(_ name: String, _ below: [Target.Dependency] = []) -> Target {
    .target(
        name: name,
        dependencies: [
            "System", "Bytes", "State", "Records", "Expressions", "Metrics", "FilterKit", "Aggregation", arguments,
        ] + below,
        path: "Sources/Shore/\(name)", swiftSettings: safe)
}

/// A test folder, which mirrors its room.
func tests(_ room: String, _ below: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(room)Tests", dependencies: [.init(stringLiteral: room), "TestSupport"] + below,
        path: "Tests/\(room)Tests",
        swiftSettings: [.swiftLanguageMode(.v6)])
}

let filters = ["Tail", "Parse", "Enrich", "Aggregate", "Alert", "Commit", "Assess"]

/// The cold filters, each with what it needs besides Core.
let coldFilters: [(name: String, below: [Target.Dependency])] = [
    ("Store", ["Storage"]), ("Report", ["Storage", "Decompression", "Hashing"]),
    ("Notify", ["Transfer", "TextTemplates"]), ("Top", []),
]

let package = Package(
    name: "weir",
    products: [
        .executable(name: "weir", targets: ["weir"]),
        .executable(name: "weir-shore", targets: ["weir-shore"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CPCRE2", path: "Sources/Libraries/CPCRE2", pkgConfig: "libpcre2-8",
            providers: [.apt(["libpcre2-dev"])]),
        .systemLibrary(name: "CZlib", path: "Sources/Libraries/CZlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CZstd", path: "Sources/Libraries/CZstd", providers: [.apt(["libzstd-dev"])]),
        .systemLibrary(name: "CLZMA", path: "Sources/Libraries/CLZMA", providers: [.apt(["liblzma-dev"])]),
        .systemLibrary(name: "CBZip2", path: "Sources/Libraries/CBZip2", providers: [.apt(["libbz2-dev"])]),

        .systemLibrary(
            name: "CYAML", path: "Sources/Libraries/CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),

        .systemLibrary(
            name: "CMaxMindDB", path: "Sources/Libraries/CMaxMindDB", providers: [.apt(["libmaxminddb-dev"])]),
        .systemLibrary(
            name: "CCurl", path: "Sources/Libraries/CCurl", pkgConfig: "libcurl",
            providers: [.apt(["libcurl4-openssl-dev"])]),
        // Not a library: a header of what Swift has no words for.
        .systemLibrary(name: "CVector", path: "Sources/Libraries/CVector"),
        .systemLibrary(name: "CScheduling", path: "Sources/Libraries/CScheduling"),

        core("System", ["CScheduling"]),
        core("Bytes", ["System", "CVector"]),
        core("State", ["System", "Bytes"]),
        core("Decompression", ["System", "Bytes", "CZlib", "CZstd", "CLZMA", "CBZip2"]),
        core("Records", ["Bytes", "CVector"]),
        core("Regex", ["Bytes", "CPCRE2", "CVector"]),
        core("YAML", ["CYAML"]),
        core("Templates", ["Bytes"]),
        core("GeoIP", ["System", "Records", "CMaxMindDB"]),
        core("Hashing", ["Bytes"]),
        core("Expressions", ["System", "Bytes", "Records", "Regex", "Hashing"]),
        core("Formats", ["System", "Bytes", "Records", "Regex"], exclude: ["Catalogue"]),
        core("Metrics", ["Bytes", "Records"]),
        core("Advice", ["Records"], exclude: ["Catalogue"]),
        core("TextTemplates", ["Bytes", "Records", "Regex"]),
        core("FilterKit", ["System", "Bytes", "Decompression", "State", "Records", "Expressions", arguments]),
        core("Aggregation", ["System", "Bytes", "YAML", "Records", "Expressions", "Metrics", "FilterKit"]),
    ]
        + filters.map(filter) + [
            .executableTarget(
                name: "weir",
                dependencies: filters.map { .init(stringLiteral: $0) } + [
                    "FilterKit", "State", "Records", "Formats", arguments,
                ],
                path: "Sources/weir", swiftSettings: safe),

            // What the cold filters share: the database of metrics, what is sent over a network.
            shore("Storage", [grdb, sqlite]),
            shore("Transfer", ["CCurl"]),
        ] + coldFilters.map { shore($0.name, $0.below) } + [
            .executableTarget(
                name: "weir-shore",
                dependencies: coldFilters.map { .init(stringLiteral: $0.name) } + ["FilterKit", arguments],
                path: "Sources/weir-shore", swiftSettings: safe),

            .target(
                name: "TestSupport", dependencies: ["Bytes", "Records"], path: "Tests/Support",
                swiftSettings: [.swiftLanguageMode(.v6)]),
            tests("Bytes"),
            tests("State", ["System", "Bytes"]),
            tests("Decompression", ["System", "Bytes"]),
            tests("Tail", ["System", "Bytes", "Decompression", "Records", "FilterKit"]),
            tests("Records", ["Bytes"]),
            tests("Expressions", ["System", "Bytes", "Records"]),
            tests("Hashing", ["Bytes"]),
            tests("YAML"),
            tests("GeoIP", ["Records"]),
            tests("Templates", ["Bytes"]),
            tests("TextTemplates"),
            tests("Regex", ["Bytes"]),
            tests("Formats", ["Bytes", "Records", "Regex"]),
            tests("Metrics", ["Bytes", "Records"]),
            tests("FilterKit", ["Bytes", "Records", "State", "System"]),
            tests("Aggregation", ["Bytes", "FilterKit", "Metrics", "Records", "System"]),
            tests("Notify", ["FilterKit", "Records", "Transfer"]),
            tests("Storage", ["Bytes", "Expressions", "Records"]),
            tests(
                "Report",
                ["Aggregation", "Bytes", "Decompression", "FilterKit", "Metrics", "Records", "Storage", "System"]),
            tests("Alert", ["Bytes", "FilterKit", "Records", "System"]),
            tests(
                "Assess", ["System", "Bytes", "Records", "Expressions", "Formats", "Metrics", "FilterKit", "Advice"]),
            tests("Enrich", ["System", "Bytes", "FilterKit", "Records", "Regex"]),
            tests("Parse", ["System", "Bytes", "Records", "Formats", "FilterKit"]),

            // What `make fuzz` runs; inputs that it stumbled over once are tests.
            .target(
                name: "FuzzTargets", dependencies: ["Bytes", "Records", "Formats"], path: "Tests/Fuzz/Targets",
                swiftSettings: [.swiftLanguageMode(.v6)]),
            .testTarget(
                name: "FuzzTests", dependencies: ["FuzzTargets", "TestSupport"], path: "Tests/FuzzTests",
                swiftSettings: [.swiftLanguageMode(.v6)]),

            // What the compiler cannot hold: the floors, the manual; and the command line, run as a user runs it.
            .testTarget(name: "HouseTests", path: "Tests/HouseTests", swiftSettings: [.swiftLanguageMode(.v6)]),
            .testTarget(
                name: "TranscriptTests", path: "Tests/TranscriptTests", swiftSettings: [.swiftLanguageMode(.v6)]),
            .testTarget(
                name: "TortureTests", dependencies: ["TestSupport"], path: "Tests/TortureTests",
                swiftSettings: [.swiftLanguageMode(.v6)]),
            .testTarget(
                name: "ConformanceTests", dependencies: ["Bytes", "Records"], path: "Tests/ConformanceTests",
                swiftSettings: [.swiftLanguageMode(.v6)]),
        ]
)

// libFuzzer brings its own main and wants everything instrumented: only scripts/fuzz builds this, in a place of its own.
if Context.environment["WEIR_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "weir-fuzz", dependencies: ["FuzzTargets"], path: "Tests/Fuzz/Driver", swiftSettings: safe))
}
