import Bytes
import TestSupport
import Testing

@testable import Records

@Suite("Where a field stands, remembered")
struct FieldPlaceTests {
    @Test("It is where a search finds it, whatever records come", arguments: 0..<20)
    func search(_ seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        var record = Record()
        let names = ["a", "time", "request_time", "request_size", "path", "status", "b"]
        let asked = names + ["missing", "request_date"]
        let fieldNames = asked.map { record.name($0) }
        var places = fieldNames.map { FieldPlace($0) }
        var remembered = 0
        let hasTwins = seed % 2 == 1
        for round in 0..<2000 {
            var others = names.dropFirst().filter { _ in Int.random(in: 0..<5, using: &random) > 0 }
            // The order is that of the first records.
            if round > 100, Int.random(in: 0..<40, using: &random) == 0 { others.shuffle(using: &random) }
            var chosen = ["a"] + others
            var space = ""
            // Twice in one record, first and not, with other space around it: all these make two keys of one name.
            if hasTwins {
                if Int.random(in: 0..<40, using: &random) == 0 { chosen.shuffle(using: &random) }
                if Int.random(in: 0..<40, using: &random) == 0 { chosen.append(chosen[0]) }
                if Int.random(in: 0..<50, using: &random) == 0 { space = " " }
            }
            let members = chosen.map { "\"\($0)\":\(space)\(Int.random(in: 0..<1000, using: &random))" }
            let line = record.store.load("{\(members.joined(separator: ","))}".utf8)
            try record.scan(line, isPlain: true)
            if record.shape != 0 { remembered += 1 }
            // Changes count as well.
            if Int.random(in: 0..<10, using: &random) == 0, record.count > 0 {
                record.remove(at: Int.random(in: 0..<record.count, using: &random))
            }
            for (index, name) in fieldNames.enumerated() {
                #expect(places[index].find(in: &record) == record.position(of: name), "\(asked[index]) of \(members)")
            }
        }
        #expect(hasTwins || remembered > 1000)
    }

    @Test("A name that is written with escapes is found")
    func escapes() throws {
        var record = Record()
        let name = record.name("a")
        var place = FieldPlace(name)
        for _ in 0..<3 {
            let line = record.store.load(#"{"b":1,"\u0061":2}"#.utf8)
            try record.scan(line, isPlain: false)
            #expect(place.find(in: &record) == 1)
        }
    }
}
