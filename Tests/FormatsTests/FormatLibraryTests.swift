import Foundation
import Testing

@testable import Formats

@Suite("The formats that are there")
struct FormatLibraryTests {
    /// Directories with format files in them; each file is of kind json, with a name and a title.
    private func library(
        told: [[String: String]] = [], usual: [[String: String]] = [], _ check: (FormatLibrary) throws -> Void
    ) throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "formats-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        func make(_ files: [String: String], _ name: String) throws -> String {
            let directory = root.appending(path: name)
            try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
            for (file, text) in files {
                try text.write(to: directory.appending(path: file), atomically: true, encoding: .utf8)
            }
            return directory.path(percentEncoded: false)
        }
        let toldPaths = try told.enumerated().map { try make($1, "told\($0)") }
        let usualPaths = try usual.enumerated().map { try make($1, "usual\($0)") }
        try check(try FormatLibrary.load(toldPaths, usual: usualPaths + [root.path() + "/missing"]))
    }

    private func json(_ name: String, _ title: String, _ more: String = "") -> String {
        #"{"name":"\#(name)","title":"\#(title)","kind":"json"\#(more)}"#
    }

    @Test("Without directories there are those built in")
    func builtIn() throws {
        let builtIn = FormatLibrary.builtIn().formats.map(\.name)
        try library { library in
            #expect(library.formats.map(\.name) == builtIn)
            #expect(library.faults.isEmpty)
            #expect(library.entry(named: "access")?.file == nil)
        }
    }

    @Test("The first of one name counts: directories as they were told, then the usual ones, then what is built in")
    func order() throws {
        let first = ["b.json": json("app", "told first"), "a.json": json("other", "other")]
        try library(
            told: [first, ["x.json": json("app", "told second")]],
            usual: [["y.json": json("app", "usual"), "z.json": json("access", "mine")]]
        ) { library in
            #expect(library.format(named: "app")?.title == "told first")
            #expect(library.format(named: "access")?.title == "mine")
            #expect(library.format(named: "nginx") == nil, "its alias went with the one that was replaced")
            #expect(library.formats.prefix(3).map(\.name) == ["other", "app", "access"])
            #expect(library.formats.count { $0.name == "access" } == 1)
        }
    }

    @Test("A name goes before an alias")
    func aliases() throws {
        try library(told: [["a.json": json("mine", "mine", #","aliases":["json","combined"]"#)]]) { library in
            #expect(library.format(named: "json")?.title != "mine")
            #expect(library.format(named: "combined")?.title == "mine")
        }
    }

    @Test("A broken file of a usual directory is a fault, and the others are there")
    func faults() throws {
        let files = ["a.json": "{", "b.json": json("app", "app"), ".c.json": "{", "notes.txt": "{"]
        try library(usual: [files]) { library in
            #expect(library.faults.map { $0.origin.split(separator: "/").last } == ["a.json:1:2"])
            #expect(library.format(named: "app") != nil)
        }
    }

    @Test("A broken file of a directory that was told is an error")
    func errors() {
        #expect { try library(told: [["a.json": "{"]]) { _ in } } throws: { "\($0)".contains("a.json:1:2: error: ") }
        #expect { try FormatLibrary.load(["/missing"], usual: []) } throws: {
            "\($0)" == "/missing: No such file or directory"
        }
    }

    @Test("Two files of a directory cannot have one name")
    func twice() throws {
        try library(usual: [["a.json": json("app", "one"), "b.json": json("app", "two")]]) { library in
            #expect(library.format(named: "app")?.title == "one")
            #expect(library.faults.count == 1 && library.faults[0].message.contains("a.json, too"))
        }
    }

    @Test("The file of a format is at hand, byte for byte")
    func text() throws {
        let text = json("app", "app") + "\n\n"
        try library(told: [["a.json": text]]) { library in
            #expect(library.entry(named: "app")?.json == Array(text.utf8))
        }
    }
}
