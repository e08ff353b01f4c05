import Testing

@Suite("The embedded catalogues")
struct CatalogueTests {
    @Test(
        "What is embedded is what `make generate` writes",
        arguments: [
            ("formats", "Formats/Catalogue+Generated.swift"), ("advice", "Advice/AdviceCatalogue+Generated.swift"),
        ])
    func isFresh(_ catalogue: String, _ file: String) throws {
        let fresh = try Program.run("scripts/generate-catalogue", "--stdout", catalogue)
        try #require(fresh.status == 0, "\(fresh.output)")
        let kept = try Repository.text("Sources/Core/\(file)")
        #expect(kept == fresh.output, "stale: run `make generate`")
    }
}
