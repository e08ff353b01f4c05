import Expressions
import Records
import TestSupport
import Testing

@testable import Storage

@Suite("Points of a store")
struct PointTests {
    /// What tells a point from others.
    private struct Place: Hashable {
        let minute: Int
        let labels: String
        let origin: Int
    }

    private static let labels = [
        #""path":"/a","status":200"#, #""path":"/a","status":404"#, #""path":"","status":200"#,
        #""path":"/\"b\\","status":null"#, #""path":"/ä\u0001","status":500"#,
    ]

    /// A record whose `_state` is nothing that weir-aggregate would write: it comes back all the same.
    private static func line(_ place: Place, _ random: inout SeededGenerator) -> String {
        let (hours, minutes) = (
            String(100 + place.minute / 60).dropFirst(), String(100 + place.minute % 60).dropFirst()
        )
        var line = "{\"time\":\"2026-11-20T\(hours):\(minutes):00Z\",\"window\":\"1m\",\(place.labels)"
        line += ",\"count\":\(Int.random(in: 0...9, using: &random)),\"top\":[\"x,]\",{\"a\":1e400}],\"n\":1.10"
        line += ",\"_by\":[\"path\",\"status\"]"
        if Bool.random(using: &random) {
            line +=
                ",\"_state\":\"\(["AQ==", "AwMB", "", "AQEDcmVkAQRwYXRoAgEG"].randomElement(using: &random) ?? "")\""
        }
        return line + "}"
    }

    @Test(
        "Whatever comes in any order, twice or from two hosts: what came last for a place is there, once, byte for byte"
    )
    func model() throws {
        var random = SeededGenerator(seed: 9)
        for round in 0..<30 {
            let store = try TestStore()
            var model: [Place: String] = [:]
            for _ in 0..<6 {
                let origin = Int.random(in: 0...1, using: &random)
                var lines: [String] = []
                for _ in 0..<Int.random(in: 1...40, using: &random) {
                    let place = Place(
                        minute: Int.random(in: 0..<90, using: &random),
                        labels: Self.labels.randomElement(using: &random) ?? "", origin: origin)
                    let line = Self.line(place, &random)
                    model[place] = line
                    lines.append(line)
                }
                try store.add(lines, origin: "host\(origin)", each: Int.random(in: 1...50, using: &random))
            }
            let got = try store.get()
            #expect(got.sorted() == model.values.sorted(), "round \(round)")
            #expect(got.map { $0.prefix(30) } == got.map { $0.prefix(30) }.sorted())
        }
    }

    @Test("What a condition says of labels chooses series before anything is read, and nothing else comes of it")
    func conditions() throws {
        var random = SeededGenerator(seed: 10)
        let store = try TestStore()
        let lines = (0..<400).map { index in
            let place = Place(minute: index % 300, labels: Self.labels[index % Self.labels.count], origin: 0)
            return Self.line(place, &random)
        }
        try store.add(lines)
        let all = try store.get()
        let texts = [
            #"path == "/a""#, "status >= 400", #"path == "/a" && count > 4"#, #"count > 4 || path == """#,
            "status == null", #"time > "2026-11-20T01:00:00Z" && status == 200"#, #"window == "1m""#, "nothing == 1",
            #"!(path =~ "^/") && n == 1.1"#,
        ]
        for text in texts {
            let condition = try Expression.compile(text, for: .condition)
            var record = Record()
            let bound = condition.bind(to: &record)
            var query = PointQuery()
            query.conditions = [condition]
            func admitted(_ lines: [String]) throws -> [String] {
                try lines.filter { line in
                    try record.scan(record.store.load(line.utf8))
                    return bound.isTrue(&record)
                }
            }
            #expect(try admitted(store.get(query)) == admitted(all), "\(text)")
        }
        var query = PointQuery()
        query.conditions = [try Expression.compile(#"path == "/a""#, for: .condition)]
        #expect(try store.get(query).allSatisfy { $0.contains("\"/a\"") })
    }

    @Test("A range begins with its first moment and ends before its last")
    func range() throws {
        let store = try TestStore()
        let lines = (0..<60).map { minute in
            #"{"time":"2026-11-20T10:\#(String(100 + minute).dropFirst()):00Z","window":"1m","count":1,"_by":[]}"#
        }
        try store.add(lines)
        var query = PointQuery()
        query.since = try #require(TimeWord.stamp("2026-11-20T10:10:00Z"))
        query.until = try #require(TimeWord.stamp("2026-11-20T10:12:00Z"))
        #expect(try store.get(query) == Array(lines[10..<12]))
        query.window = 3_600_000_000_000
        #expect(try store.get(query).isEmpty)
    }
}
