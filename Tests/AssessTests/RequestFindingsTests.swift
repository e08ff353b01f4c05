import Records
import Testing

@testable import Assess

@Suite("What the requests of a log give reason to do")
struct RequestFindingsTests {
    private func findings(_ requests: [(path: String, status: Int, count: Int)], seconds: Double? = nil) throws
        -> RequestFindings
    {
        let detector = try SensitiveData()
        var record = Record()
        var evidence = RequestEvidence(&record)
        for (path, status, count) in requests {
            for _ in 0..<count {
                try record.scan(record.store.load(Array("{\"path\":\"\(path)\",\"status\":\(status)}".utf8)))
                evidence.observe(&record, second: nil, detector)
            }
        }
        return RequestFindings(evidence, probes: ["wp-login", "/.env", "/administrator"], seconds: seconds)
    }

    @Test("Pages that are missed are told from doors that scanners try")
    func missing() throws {
        let found = try findings([
            ("/old.jar", 404, 60), ("/gone", 410, 12), ("/wp-login.php", 404, 9), ("/blog/.env", 403, 2),
            ("/", 200, 500), ("/once", 404, 1),
        ])
        #expect(found.worthMending.map(\.text) == ["/old.jar", "/gone"] && found.missingCount == 73)
        #expect(
            found.probes.map(\.text) == ["/wp-login.php", "/blog/.env"] && found.probeCount == 11 && found.isScanned)
        #expect(found.probesAnswered == 0 && found.probeParts == ["wp-login", "/.env"])
        #expect(found.others.isEmpty)
    }

    @Test("A large file that is a quarter of all that was sent is named; a small one is not")
    func heavy() throws {
        let detector = try SensitiveData()
        var record = Record()
        var evidence = RequestEvidence(&record)
        for (path, bytes) in [("/big.log", 600 << 20), ("/a", 100 << 20), ("/b", 300 << 20)] {
            try record.scan(record.store.load(Array("{\"path\":\"\(path)\",\"status\":200,\"bytes\":\(bytes)}".utf8)))
            evidence.observe(&record, second: nil, detector)
        }
        let heaviest = try #require(RequestFindings(evidence, probes: []).heaviest)
        #expect(heaviest.path.text == "/big.log" && heaviest.share == 0.6)
        // A month of it is nothing for a line, an hour is.
        #expect(RequestFindings(evidence, probes: [], seconds: 30 * 86_400).isHeavyMinor)
        #expect(!RequestFindings(evidence, probes: [], seconds: 3600).isHeavyMinor)
        #expect(try findings([("/a", 200, 1)]).heaviest == nil)
    }

    @Test("A page of the site is no door that is tried, whatever it is called")
    func ours() throws {
        let found = try findings([("/administrator/", 200, 80), ("/administrator/", 403, 3)])
        #expect(found.probes.isEmpty && !found.isScanned)
        #expect(found.others.map(\.status) == [403] && found.others.map(\.count) == [3])
    }

    @Test("What is little for the time that it took is told, and no work: unless a scanner got an answer")
    func little() throws {
        func scans(_ count: Int, answered: Int = 0, seconds: Double?) throws -> RequestFindings {
            try findings([("/.env", 404, count), ("/.env", 200, answered)], seconds: seconds)
        }
        #expect(
            try scans(45, seconds: 300_000).isScanMinor && !(try scans(45, answered: 1, seconds: 300_000).isScanMinor))
        #expect(try !scans(5000, seconds: 86_400).isScanMinor && !(try scans(45, seconds: nil).isScanMinor))
    }

    @Test("A scanner that got an answer is counted apart")
    func answered() throws {
        let found = try findings([("/.env", 404, 5), ("/.env", 200, 1)])
        #expect(found.probesAnswered == 1)
    }

    @Test("What fails comes by how often it does, and single misses are not worth a step")
    func failing() throws {
        let found = try findings([("/a", 500, 1), ("/b", 502, 4), ("/x", 404, 1), ("/y", 404, 2)])
        #expect(found.failing.map(\.text) == ["/b", "/a"])
        #expect(found.worthMending.isEmpty)
    }
}
