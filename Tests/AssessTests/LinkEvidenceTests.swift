import Records
import Testing

@testable import Assess

@Suite("Who asks for what is not there")
struct LinkEvidenceTests {
    private func evidence(_ requests: [(path: String, status: Int, client: String, referrer: String?)]) throws
        -> RequestEvidence
    {
        let detector = try SensitiveData()
        var record = Record()
        var evidence = RequestEvidence(&record)
        for (path, status, client, referrer) in requests {
            let sent = referrer.map { ",\"referrer\":\"\($0)\"" } ?? ""
            try record.scan(
                record.store.load(
                    Array("{\"path\":\"\(path)\",\"status\":\(status),\"client\":\"\(client)\"\(sent)}".utf8)))
            evidence.observe(&record, second: nil, detector)
        }
        return evidence
    }

    @Test("A page of the site is told from another, with www and without")
    func whose() throws {
        let found = try evidence(
            (1...9).map { ("/a.css", 200, "c\($0)", "https://www.example.org/blog/?q=ada") }
                + (1...4).map { ("/gone", 404, "c\($0)", "http://example.org:8080/blog/#top") }
                + [("/gone", 404, "c1", "https://elsewhere.example/"), ("/gone", 404, "c9", nil)])
        let asked = found.asked(for: "/gone")
        #expect(asked.requests == 6 && asked.clients.count == 5)
        #expect(asked.topReferrer?.page == "example.org/blog/" && asked.topReferrer?.count == 4)
        #expect(found.links.ownHost == "example.org" && found.links.isOwn("example.org/blog/"))
        #expect(!found.links.isOwn("elsewhere.example/") && !found.links.isOwn("example.organic/"))
        #expect(!LinkText(asked: asked, links: found.links).isOfOneClient)
    }

    @Test("What one client alone asks for is no link")
    func one() throws {
        let found = try evidence(
            (1...19).map { _ in ("/old.jar", 404, "c1", nil) } + [("/old.jar", 404, "c2", nil)]
                + [("/", 200, "c3", "https://example.org/")])
        let text = LinkText(asked: found.asked(for: "/old.jar"), links: found.links)
        #expect(text.isOfOneClient)
        #expect(text.text == "none with a referrer; 19 by one client, so rather a program than a link")
    }

    @Test("What the log does not have is not told")
    func none() throws {
        let detector = try SensitiveData()
        var record = Record()
        var found = RequestEvidence(&record)
        try record.scan(record.store.load(Array("{\"path\":\"/a\",\"status\":404}".utf8)))
        found.observe(&record, second: nil, detector)
        #expect(LinkText(asked: found.asked(for: "/a"), links: found.links).text == nil && found.links.ownHost == nil)
    }
}
