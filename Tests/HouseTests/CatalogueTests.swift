import Testing

@Suite("The embedded log formats")
struct CatalogueTests {
    @Test("Catalogue+Generated.swift is what `make generate` writes")
    func isFresh() throws {
        let fresh = try Program.run("scripts/generate-catalogue", "--stdout")
        try #require(fresh.status == 0, "\(fresh.output)")
        let kept = try Repository.text("Sources/Core/Formats/Catalogue+Generated.swift")
        #expect(kept == fresh.output, "stale: run `make generate`")
    }
}
