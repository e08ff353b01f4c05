import Bytes
import TestSupport
import Testing

@testable import Records

private func address(_ text: String) -> IPAddress? {
    var buffer = ByteBuffer(capacity: text.utf8.count)
    buffer.append(text)
    return IPAddress(buffer, Slice(start: 0, count: buffer.count))
}

private func text(_ address: IPAddress) -> String {
    var buffer = ByteBuffer(capacity: 48)
    address.append(to: &buffer)
    return buffer.text(Slice(start: 0, count: buffer.count))
}

@Suite("An IP address and its networks")
struct IPNetworkTests {
    @Test(
        "is read in all its forms, and written in one (RFC 5952)",
        arguments: [
            ("192.0.2.1", "192.0.2.1"), ("0.0.0.0", "0.0.0.0"), ("255.255.255.255", "255.255.255.255"),
            ("2001:db8::1", "2001:db8::1"), ("2001:0DB8:0000:0000:0000:0000:0000:0001", "2001:db8::1"), ("::", "::"),
            ("::1", "::1"), ("1::", "1::"), ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"),
            ("2001:0:0:1:0:0:0:1", "2001:0:0:1::1"), ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"),
            ("::ffff:192.0.2.1", "192.0.2.1"), ("::FFFF:c000:201", "192.0.2.1"),
            ("64:ff9b::192.0.2.33", "64:ff9b::c000:221"),
            ("1:2:3:4:5:6:7.8.9.10", "1:2:3:4:5:6:708:90a"), ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"),
        ])
    func forms(given: String, written: String) throws { #expect(text(try #require(address(given))) == written) }

    @Test(
        "is nothing else",
        arguments: [
            "", "1", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "1.2.3.4 ", "1.2.3.", ".1.2.3", "1..2.3", ":", ":1",
            "1:", ":::", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "12345::", "g::", "fe80::1%eth0", "::1.2.3",
            "1:2:3:4:5:6:7:1.2.3.4", "1:2:3:4:5:6:7:8::", "::1/128", "localhost", "1.2.3.4:80", "::1.2.3.4:1",
        ])
    func refused(text: String) { #expect(address(text) == nil) }

    @Test(
        "is in a network or not",
        arguments: [
            ("10.1.2.3", "10.0.0.0/8", true), ("11.1.2.3", "10.0.0.0/8", false), ("10.1.2.3", "10.1.2.3", true),
            ("10.1.2.3", "0.0.0.0/0", true), ("10.1.2.3", "::/0", false), ("2001:db8::1", "2001:db8::/32", true),
            ("2001:db9::1", "2001:db8::/32", false), ("::ffff:10.0.0.1", "10.0.0.0/8", true),
            ("10.0.0.1", "::ffff:10.0.0.0/104", true), ("10.0.0.129", "10.0.0.200/25", true),
        ])
    func networks(given: String, network: String, isInside: Bool) throws {
        #expect(try #require(IPNetwork(network)).contains(try #require(address(given))) == isInside)
    }

    @Test(
        "has no network of more bits than it has",
        arguments: ["10.0.0.0/33", "::/129", "10.0.0.0/-1", "10.0.0.0/", "/8", "10/8"])
    func noNetworks(text: String) { #expect(IPNetwork(text) == nil) }

    @Test("is private by the tables of the registries")
    func privacy() {
        for text in [
            "10.0.0.1", "172.31.255.255", "192.168.1.1", "127.0.0.1", "169.254.0.1", "100.64.0.1", "::1", "fd00::1",
            "fe80::1",
        ] {
            #expect(address(text)?.isPrivate == true, "\(text)")
        }
        for text in ["9.255.255.255", "172.32.0.0", "192.169.0.0", "8.8.8.8", "2001:db8::1", "fec0::1", "::"] {
            #expect(address(text)?.isPrivate == false, "\(text)")
        }
    }

    @Test("is the same when it is read again", arguments: 0..<4)
    func roundTrip(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<2000 {
            var words: [UInt64] = [0, 0]
            for index in 0..<8 where Bool.random(using: &random) {
                words[index / 4] |= UInt64.random(in: 0...0xFFFF, using: &random) << UInt64(16 * (index % 4))
            }
            let six = IPAddress(high: words[0], low: words[1])
            #expect(address(text(six)) == six)
            let four = IPAddress(v4: UInt32(truncatingIfNeeded: words[1]))
            #expect(address(text(four)) == four)
        }
    }
}
