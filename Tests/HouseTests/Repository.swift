import Foundation

/// The checkout that the tests look at, found from the place of this very file.
enum Repository {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func path(_ relative: String) -> String { root.appending(path: relative).path(percentEncoded: false) }

    static func exists(_ relative: String) -> Bool { FileManager.default.fileExists(atPath: path(relative)) }

    static func text(_ relative: String) throws -> String {
        try String(contentsOf: root.appending(path: relative), encoding: .utf8)
    }

    /// Relative paths of all files below a directory, in order; none if there is no such directory.
    static func files(under directory: String, ending suffix: String = "") -> [String] {
        let found = FileManager.default.enumerator(atPath: path(directory))?.compactMap { $0 as? String } ?? []
        return found.map { "\(directory)/\($0)" }.filter { $0.hasSuffix(suffix) && !isDirectory($0) }.sorted()
    }

    /// The filters are the folders of Sources/Filters; the Makefile makes their links from the same list.
    static let filters: [String] = {
        let folders = try? FileManager.default.contentsOfDirectory(atPath: path("Sources/Filters"))
        return (folders ?? []).filter { isDirectory("Sources/Filters/\($0)") }.map { "weir-\($0.lowercased())" }
            .sorted()
    }()

    /// The cold filters are the folders of Sources/Shore that have a command; the others are what they stand on.
    static let coldFilters: [String] = {
        let folders = try? FileManager.default.contentsOfDirectory(atPath: path("Sources/Shore"))
        return (folders ?? []).filter { exists("Sources/Shore/\($0)/\($0)Command.swift") }
            .map { "weir-\($0.lowercased())" }.sorted()
    }()

    static let allFilters = filters + coldFilters

    /// Where the running tests were built.
    private static let products = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        .path(percentEncoded: false)

    /// The cold ones' binary, of the tests' own build: the release takes minutes, and nothing in it is fast or slow by that.
    static let shore = "\(products)/weir-shore"

    private static func isDirectory(_ relative: String) -> Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: path(relative), isDirectory: &isDirectory)
            && isDirectory.boolValue
    }
}

/// A sentence for the person who reads the failed test.
struct Complaint: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
