import Records
import Testing

@testable import Assess

@Suite("Paths that are shown to people")
struct PathTextTests {
    @Test(
        "What may be somebody's or a key is taken out of them, and the query is not there",
        arguments: [
            ("/files/logstash-1.3.2.jar", "/files/logstash-1.3.2.jar"),
            ("/search?q=ada+lovelace", "/search"),
            ("/search%3Fq=ada", "/search"),
            ("/cart;jsessionid=8A1F", "/cart"),
            ("/users/ada/orders/17", "/users/<…>/orders/<n>"), ("/orders/1989", "/orders/<n>"),
            ("/orders/104711/items", "/orders/<n>/items"),
            ("/blog/2014/05", "/blog/2014/05"), ("/blog/2014/5/31/titles", "/blog/2014/5/31/titles"),
            ("/reset/abcdef", "/reset/<…>"),
            ("/reset.css", "/reset.css"),
            ("/mail/ada%40example.org/box", "/mail/<email>/box"),
            ("/host/192.0.2.17/up", "/host/<address>/up"),
            ("/log/192.0.2.17-3.txt", "/log/<address>"),
            ("/f/0b9c1e2a-77aa-4f3e-9c55-0123456789ab", "/f/<id>"),
            ("/d/kX93hfQz71LmNopQrsTuVw", "/d/<id>"),
            ("/~ada/cv.html", "/<~…>/cv.html"),
            ("/a/key=s3cret/b", "/a/key=<…>/b"),
        ])
    func shown(_ path: String, _ text: String) throws {
        #expect(try PathText.shown(path, SensitiveData()) == text)
    }

    @Test("Of a secret not even the path around it is shown")
    func secrets() throws {
        #expect(try PathText.shown("/x/AKIAIOSFODNN7EXAMPLE", SensitiveData()).contains("AKIA") == false)
    }
}

@Suite("Which requests fail or are refused")
struct RequestEvidenceTests {
    private func evidence(_ lines: [String]) throws -> RequestEvidence {
        let detector = try SensitiveData()
        var record = Record()
        var evidence = RequestEvidence(&record)
        for (second, line) in lines.enumerated() {
            try record.scan(record.store.load(Array(line.utf8)))
            evidence.observe(&record, second: Int64(second), detector)
        }
        return evidence
    }

    @Test("Paths that differ in their query, or in what is not shown, are one")
    func together() throws {
        let found = try evidence([
            #"{"path":"/users/ada","status":404,"bytes":10}"#, #"{"path":"/users/bob","status":404,"bytes":20}"#,
            #"{"path":"/a?x=1","status":200,"bytes":5}"#, #"{"path":"/a?x=2","status":503,"method":"GET"}"#,
            #"{"path":"/b"}"#, #"{"status":404}"#,
        ])
        let refused = found.top(5) { Int64($0.refused) }
        #expect(refused.map(\.text) == ["/users/<…>"] && refused[0].refused == 2 && refused[0].bytes == 30)
        let failed = found.top(5) { Int64($0.failed) }
        #expect(failed.map(\.text) == ["/a"] && failed[0].requests == 2 && failed[0].statuses { $0 >= 500 } == "503")
        #expect(found.failed.map(\.status) == [503])
        let window = found.blamed(from: 0, to: 60, most: 1)
        #expect(window.paths.map(\.text) == ["/users/<…>"] && window.paths[0].count == 2 && window.others == 1)
    }

    @Test("Of very many paths the frequent ones are kept, and it is said that counts are the least")
    func many() throws {
        var lines: [String] = []
        for number in 0..<(RequestEvidence.mostPaths * 2) {
            lines.append(#"{"path":"/p\#(number)x","status":200}"#)
            if number % 10 == 0 { lines.append(#"{"path":"/often","status":404}"#) }
        }
        let found = try evidence(lines)
        #expect(found.isPartial)
        let top = found.top(1) { Int64($0.requests) }
        #expect(top.first?.text == "/often" && top.first?.refused == (RequestEvidence.mostPaths * 2 + 9) / 10)
    }
}
