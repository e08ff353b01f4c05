import Glibc
import Records
import System
import TestSupport
import Testing

@testable import Enrich

@Suite("Names of addresses")
struct DNSTests {
    static let address = IPAddress("192.0.2.7")
    static let question = DNSMessage.question(address ?? IPAddress(v4: 0))

    /// An answer to the question with these records, each a type and its data.
    static func answer(
        id: UInt16 = 7, code: UInt8 = 0, question: [UInt8] = question, _ records: [(type: UInt8, data: [UInt8])]
    ) -> [UInt8] {
        [UInt8(id >> 8), UInt8(id & 255), 0x81, 0x80 | code, 0, 1, 0, UInt8(records.count), 0, 0, 0, 0] + question
            + records.flatMap { type, data in
                [0xC0, 12, 0, type, 0, 1, 0, 0, 1, 0, UInt8(data.count >> 8), UInt8(data.count & 255)] + data
            }
    }

    static func wire(_ name: String) -> [UInt8] {
        name.split(separator: ".").flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) } + [0]
    }

    @Test("The question is the address backwards")
    func questions() {
        #expect(Self.question == Self.wire("7.2.0.192.in-addr.arpa") + [0, 12, 0, 1])
        let six = IPAddress("2001:db8::1").map(DNSMessage.question)
        let name = "1" + String(repeating: ".0", count: 23) + ".8.b.d.0.1.0.0.2.ip6.arpa"
        #expect(six == Self.wire(name) + [0, 12, 0, 1])
    }

    private func read(_ bytes: [UInt8]) -> DNSMessage.Answer { DNSMessage.answer(bytes, to: Self.question, id: 7) }

    @Test("The first name counts, whatever comes before it")
    func names() {
        #expect(read(Self.answer([(12, Self.wire("web-1.example.org"))])) == .name("web-1.example.org"))
        // RFC 2317: an alias first.
        let alias = Self.answer([(5, Self.wire("7.0-15.2.0.192.in-addr.arpa")), (12, Self.wire("a.example"))])
        #expect(read(alias) == .name("a.example"))
        // `mail`, and a pointer to `in-addr.arpa` of the question.
        #expect(read(Self.answer([(12, [4] + Array("mail".utf8) + [0xC0, 22])])) == .name("mail.in-addr.arpa"))
        #expect(read(Self.answer([])) == .none)
        #expect(read(Self.answer(code: 3, [])) == .none)
        #expect(read(Self.answer(code: 2, [])) == .refused)
    }

    @Test("What is not plain in a name is written as a number")
    func hostile() {
        let name: [UInt8] = [6, 0x1B, 0x5D, 0x22, 0x2E, 0x0A, 0xFF, 1, 0x61, 0]
        #expect(read(Self.answer([(12, name)])) == .name("\\027\\093\\034\\046\\010\\255.a"))
    }

    @Test("An answer to something else is none")
    func foreign() {
        let name = Self.wire("a.example")
        #expect(read(Self.answer(id: 8, [(12, name)])) == .foreign)
        #expect(
            read(Self.answer(question: Self.wire("8.2.0.192.in-addr.arpa") + [0, 12, 0, 1], [(12, name)])) == .foreign)
        var query = Self.answer([(12, name)])
        query[2] = 1
        #expect(read(query) == .foreign)
        #expect(read([]) == .foreign)
    }

    @Test("Pointers in circles and names that are too long end, and damage of any kind is harmless")
    func damage() {
        #expect(read(Self.answer([(12, [0xC0, UInt8(12 + Self.question.count + 12)])])) == .none)
        #expect(read(Self.answer([(12, Array(repeating: [1, 0x61], count: 140).flatMap(\.self) + [0])])) == .none)
        var random = SeededGenerator(seed: 5)
        let good = Self.answer([(5, Self.wire("x.y")), (12, Self.wire("web.example.org"))])
        for _ in 0..<20_000 {
            var bytes = Array(good.prefix(Int.random(in: 0...good.count, using: &random)))
            for _ in 0..<3 where !bytes.isEmpty {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            _ = read(bytes)
        }
    }

    // MARK: A server

    /// Answers so many datagrams at a port of this machine, each as `body` says, nil for not at all.
    private static func serve(
        _ number: Int, _ body: @escaping @Sendable (Int, [UInt8]) -> [UInt8]?
    ) throws -> (port: UInt16, thread: Thread) {
        let listener = socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = bind(listener, $0, length)
                _ = getsockname(listener, $0, &length)
            }
        }
        let port = UInt16(bigEndian: address.sin_port)
        let thread = try Thread.start {
            for turn in 0..<number {
                var peer = sockaddr_storage()
                var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
                var bytes = [UInt8](repeating: 0, count: 512)
                withUnsafeMutablePointer(to: &peer) { pointer in
                    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                        let count = recvfrom(listener, &bytes, bytes.count, 0, $0, &length)
                        if let answer = body(turn, Array(bytes.prefix(max(0, count)))) {
                            _ = sendto(listener, answer, answer.count, 0, $0, length)
                        }
                    }
                }
            }
            close(listener)
        }
        return (port, thread)
    }

    @Test("A name is asked for, forged answers are passed over, and a server that is silent is left alone for a while")
    func resolver() throws {
        let address = try #require(Self.address)
        let question = Self.question
        let (port, thread) = try Self.serve(4) { turn, query in
            let id = UInt16(query[0]) << 8 | UInt16(query[1])
            #expect(Array(query[12...]) == question)
            // The first one is answered, the others are not.
            return turn == 0 ? Self.answer(id: id, [(12, Self.wire("web.example.org"))]) : Self.answer(id: id &+ 1, [])
        }
        let clock = ManualClock(now: 0)
        let resolver = DNSResolver([.init(host: "127.0.0.1", port: port)], timeout: 200_000_000, clock: clock)
        #expect(resolver.name(of: address) == .name("web.example.org"))
        for _ in 0..<DNSResolver.mostFailures { #expect(resolver.name(of: address) == .unknown) }
        thread.join()
        // Nothing is sent now: nobody would take it, and it takes no time.
        let start = SystemClock().monotonic
        for _ in 0..<100 { #expect(resolver.name(of: address) == .unknown) }
        #expect(SystemClock().monotonic - start < 100_000_000)
    }

    @Test(
        "A server is an address, perhaps with a port",
        arguments: [
            ("192.0.2.1", "192.0.2.1", 53), ("192.0.2.1:5353", "192.0.2.1", 5353), ("2001:db8::1", "2001:db8::1", 53),
            ("[2001:db8::1]:5353", "2001:db8::1", 5353),
        ])
    func servers(_ text: String, _ host: String, _ port: UInt16) {
        #expect(DNSOptions.server(text) == .init(host: host, port: port))
        #expect(DNSOptions.server("x" + text) == nil)
    }
}
