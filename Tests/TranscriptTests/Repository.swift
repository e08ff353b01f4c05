import Foundation

/// Where this checkout is, found from the place of this very file: the tests work from any directory.
enum Repository {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .path(percentEncoded: false).trimmedSlash

    static let bin = root + "/bin"
    static let fixtures = root + "/Tests/Fixtures"

    /// Links to the cold filters of the tests' own build: their release takes minutes, and the tests do not wait for it.
    static let cold: String = {
        let products = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        let links = products.appending(path: "cold")
        try? FileManager.default.createDirectory(at: links, withIntermediateDirectories: true)
        for folder in (try? FileManager.default.contentsOfDirectory(atPath: root + "/Sources/Shore")) ?? [] {
            let link = links.appending(path: "weir-\(folder.lowercased())")
            try? FileManager.default.createSymbolicLink(
                at: link, withDestinationURL: products.appending(path: "weir-shore"))
        }
        return links.path(percentEncoded: false)
    }()

    /// The transcripts run what `make build` left, not a debug build: it is the product that has to be right.
    static func requireBinary() throws {
        guard FileManager.default.isExecutableFile(atPath: bin + "/weir") else {
            throw Complaint("bin/weir is missing: run `make build` first")
        }
    }
}

/// A sentence for the person who reads the failed test.
struct Complaint: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

extension String {
    fileprivate var trimmedSlash: String { hasSuffix("/") ? String(dropLast()) : self }
}
