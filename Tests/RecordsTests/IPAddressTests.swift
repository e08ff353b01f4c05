import Bytes
import Glibc
import TestSupport
import Testing

@testable import Records

@Suite("Addresses of the Internet Protocol")
struct IPAddressTests {
    @Test(
        "IPv4 as dotted decimals",
        arguments: [("0.0.0.0", 0), ("192.0.2.1", 0xC000_0201), ("255.255.255.255", 0xFFFF_FFFF)] as [(String, UInt32)])
    func v4(_ text: String, _ value: UInt32) { #expect(IPAddress(text) == IPAddress(v4: value)) }

    @Test("An IPv4 address that is mapped into IPv6 is the IPv4 address")
    func mapped() { #expect(IPAddress("::ffff:192.0.2.1") == IPAddress("192.0.2.1")) }

    @Test(
        "What is no address",
        arguments: [
            "", "1", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "1.2.3.4 ", "1.2.3.", "::1::", "1:2:3:4:5:6:7",
            "1:2:3:4:5:6:7:8:9", "12345::", ":1", "1:", "fe80::1%eth0", "::1.2.3", "1:2:3:4:5:6:7:1.2.3.4", "g::",
            "[::1]",
            "1:2:3:4:5:6:7:8::", ":::",
        ])
    func none(_ text: String) { #expect(IPAddress(text) == nil) }

    /// inet_pton(3) is the plain twin.
    @Test("Random texts are read as inet_pton reads them")
    func random() {
        var random = SeededGenerator(seed: 8)
        let parts = ["::", ":", "0", "1", "ffff", "a0", "1.2.3.4", "10", ".", "255"]
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 1...12, using: &random)).map { _ in parts.randomElement(using: &random)! }
                .joined()
            var v4 = in_addr()
            var v6 = in6_addr()
            let expected: IPAddress? =
                if inet_pton(AF_INET, text, &v4) == 1 {
                    IPAddress(v4: UInt32(bigEndian: v4.s_addr))
                } else if inet_pton(AF_INET6, text, &v6) == 1 {
                    withUnsafeBytes(of: &v6) { raw in
                        IPAddress(
                            high: UInt64(bigEndian: raw.load(as: UInt64.self)),
                            low: UInt64(bigEndian: raw.load(fromByteOffset: 8, as: UInt64.self)))
                    }
                } else {
                    nil
                }
            #expect(IPAddress(text) == expected, "\(text)")
        }
    }

    @Test("The network of an address")
    func network() {
        #expect(IPAddress("192.0.2.77")?.network(24) == IPAddress("192.0.2.0"))
        #expect(IPAddress("192.0.2.77")?.network(0) == IPAddress("0.0.0.0"))
        #expect(IPAddress("2001:db8:1:2:3::1")?.network(48) == IPAddress("2001:db8:1::"))
        #expect(IPAddress("2001:db8:1:2:ffff::1")?.network(65) == IPAddress("2001:db8:1:2:8000::"))
        #expect(IPAddress("2001:db8::1")?.network(128) == IPAddress("2001:db8::1"))
    }
}
