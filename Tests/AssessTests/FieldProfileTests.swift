import Testing

@testable import Assess

@Suite("What a field is good for")
struct FieldProfileTests {
    static let requests = (0..<200).map { number in
        """
        {"time":"2026-11-24T10:00:00Z","level":"\(number % 9 == 0 ? "error" : "info")","message":"took \(number) ms",\
        "host":"web-1","method":"\(["GET", "POST", "HEAD"][number % 3])","took_ms":\(number),\
        "request_id":"\(number)-abcdef","user":"user\(number % 150)","token_key":"\(String(0x100_0000 + number * 7919, radix: 16))",\
        "note":null,"maybe":\(number % 2 == 0 ? "1.5" : "\"none\"")\(number == 3 ? ",\"seldom\":true" : "")}
        """
    }

    @Test("Its role is told by its name and its values")
    func roles() throws {
        let seen = try Profiling(Self.requests)
        #expect(seen.judgement(of: "time")?.role == .time)
        #expect(seen.judgement(of: "level")?.role == .level)
        #expect(seen.judgement(of: "message")?.role == .message)
        #expect(seen.judgement(of: "host")?.role == .constant)
        #expect(seen.judgement(of: "took_ms")?.role == .measure)
        let method = try #require(seen.judgement(of: "method"))
        #expect(method.role == .label && method.series == 3)
        let request = try #require(seen.judgement(of: "request_id"))
        #expect(request.role == .identifier && request.identifier == .request && request.series == nil)
        #expect(seen.judgement(of: "user")?.identifier == .user)
        // Nearly all new, and of one length.
        #expect(seen.judgement(of: "token_key")?.identifier == .other)
        #expect(seen.judgement(of: "seldom")?.role != .constant)
    }

    @Test("Its kind is that of all its values; null is none")
    func kinds() throws {
        let seen = try Profiling(Self.requests)
        #expect(seen.fields["took_ms"]?.kinds.name == "integer")
        #expect(seen.fields["method"]?.kinds.name == "string")
        #expect(seen.fields["maybe"]?.kinds.name == "mixed")
        #expect(seen.fields["seldom"]?.kinds.name == "boolean")
        #expect(seen.fields["note"]?.kinds.name == "null" && seen.fields["note"]?.present == 0)
    }

    @Test("Numbers have quantiles, and few values are counted")
    func values() throws {
        let seen = try Profiling(Self.requests)
        let took = try #require(seen.fields["took_ms"])
        #expect(took.numbers.minimum == 0 && took.numbers.maximum == 199)
        #expect(abs((took.numbers.quantile(0.5) ?? 0) - 99) <= 2)
        let levels = try #require(seen.fields["level"]?.values.ranked)
        #expect(levels.map(\.text) == ["info", "error"] && levels.map(\.count) == [177, 23])
        // More values than are kept.
        let many = try Profiling((0..<300).map { "{\"n\":\"v\($0)\"}" })
        #expect(many.fields["n"]?.values.ranked == nil)
        #expect(many.fields["n"]?.values.examples.map(\.text) == ["v0", "v1", "v2"])
    }

    @Test("A trace is known by W3C's form, whatever the field is called")
    func traces() throws {
        let seen = try Profiling(
            (10..<60).map {
                "{\"tp\":\"00-4bf92f3577b34da6a3ce929d0e0e47\($0)-00f067aa0ba902b7-01\",\"n\":\"deadbeefcafebabe\"}"
            })
        #expect(seen.judgement(of: "tp")?.identifier == .trace)
        #expect(seen.judgement(of: "n")?.role == .constant)
    }

    @Test("Sensitive values are counted by kind, also where they come again")
    func sensitive() throws {
        let seen = try Profiling((0..<20).map { "{\"text\":\"mail from a\($0 % 2)@example.org\"}" })
        #expect(seen.fields["text"]?.sensitive.sorted.map(\.kind) == [.email])
        #expect(seen.fields["text"]?.sensitive.sorted.first?.count == 20)
    }

    @Test("In a template what is personal is masked, and one with a secret is not shown")
    func masks() throws {
        let detector = try SensitiveData()
        #expect(detector.masked("session opened for user root by <*>") == "session opened for user <user-name> by <*>")
        #expect(detector.masked("mail to <bob@example.org>, again") == "mail to <<email>>, again")
        #expect(detector.masked("login with password=hunter2 failed") == nil)
        #expect(detector.masked("nothing of the kind") == "nothing of the kind")
    }
}
