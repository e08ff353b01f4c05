import Foundation
import Testing

@Suite("The writer of OPTIONS")
struct ManPageTests {
    private func options(_ arguments: String) throws -> String {
        let json = "{\"commandName\": \"weir-parse\", \"arguments\": [\(arguments)]}"
        return ManPage.options(of: try JSONDecoder().decode(CommandInfo.self, from: Data(json.utf8)))
    }

    @Test("Names, value, sentences, values and default")
    func option() throws {
        let text = try options(
            #"""
            {"kind": "option", "shouldDisplay": true, "valueName": "kind", "defaultValue": "auto", "allValues": ["auto", "json"],
             "names": [{"kind": "short", "name": "o"}, {"kind": "long", "name": "output"}],
             "abstract": "How to write. With \\ too, and --color."}
            """#)
        #expect(
            text == """
                .Bl -tag -width Ds
                .It Fl o , Fl -output Ar kind
                How to write.
                With \\e too, and \\-\\-color.
                (one of auto, json; default: auto)
                .El

                """)
    }

    @Test("Groups are kept, inversions joined, hidden flags left out, and no line begins with a roff request")
    func groups() throws {
        let text = try options(
            #"""
            {"kind": "flag", "shouldDisplay": false, "names": [{"kind": "long", "name": "secret"}]},
            {"kind": "flag", "shouldDisplay": true, "sectionTitle": "Shared", "abstract": ".conf is read.",
             "names": [{"kind": "long", "name": "strict"}]},
            {"kind": "flag", "shouldDisplay": true, "sectionTitle": "Shared", "names": [{"kind": "long", "name": "no-strict"}]},
            {"kind": "positional", "shouldDisplay": true, "valueName": "file", "abstract": "Where from."}
            """#)
        #expect(
            text == """
                .Bl -tag -width Ds
                .It Ar file
                Where from.
                .El
                .Ss Shared
                .Bl -tag -width Ds
                .It Fl -strict , Fl -no-strict
                \\&.conf is read.
                .El

                """)
    }

    @Test("Only what stands between the two comments is replaced")
    func block() {
        let page = "a\n" + ManPage.start + "old\n" + ManPage.end + "b\n"
        #expect(ManPage.page(page, withOptions: "new\n") == "a\n" + ManPage.start + "new\n" + ManPage.end + "b\n")
        #expect(ManPage.page("a\n", withOptions: "new\n") == nil)
    }
}
