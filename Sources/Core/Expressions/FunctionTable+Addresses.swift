import Bytes
import Records

extension FunctionTable {
    static let addresses: [Function] = [
        Function(
            "in_cidr", [.init("ip", .text), .init("network", .text)], .bool,
            "Whether the address lies in the network; null where one of them is none.",
            examples: [
                .init(#"in_cidr("10.1.2.3", "10.0.0.0/8")"#, "true"),
                .init(#"in_cidr("2001:db8::1", "2001:db9::/32")"#, "false"),
            ],
            otherNames: ["cidr", "cidr_match", "in_network", "ip_in", "in_subnet", "cidrmatch"],
            .prepared { literals throws(ArgumentError) in try NetworkTest(network: literals[1]) }),
        Function(
            "is_private", [.init("ip", .text)], .bool,
            "Whether the address is not one of the internet: private, of this host, of the link, or a carrier's shared one.",
            examples: [.init(#"is_private("192.168.1.1")"#, "true"), .init(#"is_private("8.8.8.8")"#, "false")],
            otherNames: ["is_internal", "private_ip", "is_private_ip"],
            .one { text, record, _ in record.address(text).map { .bool($0.isPrivate) } ?? .null }),
        Function(
            "ip_version", [.init("ip", .text)], .number, "The version, 4 or 6; null where the text is no address.",
            examples: [
                .init(#"ip_version("::1")"#, "6"), .init(#"ip_version("192.0.2.1")"#, "4"),
                .init(#"ip_version("localhost")"#, "null"),
            ],
            otherNames: ["is_ipv4", "is_ipv6", "ip_family"],
            .one { text, record, _ in record.address(text).map { .integer(Int64($0.version)) } ?? .null }),
        Function(
            "ip_mask",
            [
                .init("ip", .text), .init("bits", .number, preset: .integer(24)),
                .init("bits6", .number, preset: .integer(48)),
            ], .text, "The address with only so many of its first bits; those for version 6 stand behind.",
            examples: [
                .init(#"ip_mask("192.0.2.77")"#, #""192.0.2.0""#),
                .init(#"ip_mask("2001:db8:1:2::3", 16, 32)"#, #""2001:db8::""#),
            ],
            otherNames: ["mask", "truncate_ip", "ip_truncate", "mask_ip", "anonymize_ip"],
            .three { text, bits, bits6, record, _ in
                guard let address = record.address(text), let bits = bits.wholeNumber, let bits6 = bits6.wholeNumber
                else { return .null }
                let count = Int(clamping: address.isV4 ? bits : bits6)
                return record.made { address.network(count).append(to: &$0) }
            }),
    ]
}

extension Record {
    fileprivate func address(_ value: Value) -> IPAddress? {
        guard case .text(let text) = value else { return nil }
        return IPAddress(store.buffer, text)
    }
}

private final class NetworkTest: PreparedFunction {
    /// Nil where it does not stand in the expression.
    private let known: IPNetwork?

    init(network literal: Literal?) throws(ArgumentError) {
        guard case .text(let text) = literal else {
            known = nil
            return
        }
        guard let network = IPNetwork(text) else {
            throw ArgumentError(
                index: 1, message: "'\(text)' is no network", hint: "write 10.0.0.0/8, or 2001:db8::/32")
        }
        known = network
    }

    func callAsFunction(_ arguments: Arguments, _ record: inout Record, _ tally: inout Tally) -> Value {
        guard let address = record.address(arguments.first) else { return .null }
        if let known { return .bool(known.contains(address)) }
        guard case .text(let text) = arguments.second, let network = IPNetwork(record.store.buffer, text) else {
            return .null
        }
        return .bool(network.contains(address))
    }
}
