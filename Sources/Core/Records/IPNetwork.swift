import Bytes

/// Addresses that begin with the same bits, as CIDR writes them (RFC 4632): `192.0.2.0/24`.
package struct IPNetwork: Hashable, Sendable, BitwiseCopyable {
    /// The first address; bits behind the prefix are 0.
    package let address: IPAddress
    package let prefix: Int

    package init(_ address: IPAddress, prefix: Int) {
        self.address = address.network(prefix)
        self.prefix = min(max(prefix, 0), address.width)
    }

    /// Reads the whole slice; an address alone is the network of itself. Bits behind the prefix may be anything.
    package init?(_ buffer: borrowing ByteBuffer, _ slice: Slice) {
        let slash = buffer.find(0x2F, from: slice.start, to: slice.end)
        guard let address = IPAddress(buffer, Slice(from: slice.start, to: slash ?? slice.end)) else { return nil }
        var prefix = address.width
        if let slash {
            let digits = Slice(from: slash + 1, to: slice.end)
            guard digits.count <= 3, let number = buffer.integer(digits), number >= 0 else { return nil }
            // Of a mapped IPv4 address, the prefix counts from the left of the IPv6 one that it is written as.
            let isMapped = address.isV4 && buffer.find(0x3A, from: slice.start, to: slash) != nil
            prefix = Int(number) - (isMapped ? 96 : 0)
            guard prefix >= 0, prefix <= address.width else { return nil }
        }
        self.init(address, prefix: prefix)
    }

    package init?(_ text: String) {
        var buffer = ByteBuffer(capacity: text.utf8.count)
        buffer.append(text)
        self.init(buffer, Slice(start: 0, count: buffer.count))
    }

    package func contains(_ other: IPAddress) -> Bool {
        other.isV4 == address.isV4 && other.network(prefix) == address
    }

    /// What is not reached from the internet: private networks (RFC 1918, RFC 4193), this host, the link (RFC 3927,
    /// RFC 4291), and carriers' shared addresses (RFC 6598).
    package static let privateNetworks: [IPNetwork] = [
        "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "169.254.0.0/16", "100.64.0.0/10", "fc00::/7",
        "fe80::/10", "::1/128",
    ].compactMap { IPNetwork($0) }
}

extension IPAddress {
    package var isPrivate: Bool { IPNetwork.privateNetworks.contains { $0.contains(self) } }
}
