import ArgumentParser
import FilterKit
import Records
import System

/// The flags of asking for names of addresses.
struct DNSOptions: ParsableArguments, Sendable {
    @Option(
        name: .customLong("dns"), parsing: .singleValue,
        help: .init("Add FIELD_name, the name of the address in FIELD, asked for over the network.", valueName: "field")
    )
    var fields: [String] = []

    @Option(
        name: .customLong("dns-server"), parsing: .singleValue,
        help: .init("Ask this server, and not those of /etc/resolv.conf.", valueName: "address[:port]"))
    var servers: [String] = []

    @Option(
        name: .customLong("dns-timeout"), help: .init("How long one server has to answer.", valueName: "duration"),
        transform: DurationOption.parse)
    var timeout = DurationOption(nanoseconds: 500_000_000)

    /// As many as resolv.conf(5) takes.
    private static let mostServers = 3

    func steps() throws(Failure) -> [any StepOption] {
        if fields.isEmpty, !servers.isEmpty { throw Failure(.usage, "--dns-server is for --dns; give that, too") }
        guard !fields.isEmpty else { return [] }
        var asked: [DNSResolver.Server] = []
        for text in servers {
            guard let server = Self.server(text) else {
                throw Failure(.usage, "--dns-server: '\(text)' is no address, nor an address with a port")
            }
            asked.append(server)
        }
        if asked.isEmpty { asked = try Self.usual() }
        let (timeout, found) = (timeout.nanoseconds, Array(asked.prefix(Self.mostServers)))
        return fields.map { DNSOption(field: $0, servers: found, timeout: timeout) }
    }

    /// `192.0.2.1`, `192.0.2.1:5353`, `2001:db8::1`, `[2001:db8::1]:5353`
    static func server(_ text: String) -> DNSResolver.Server? {
        if IPAddress(text) != nil { return DNSResolver.Server(host: text, port: 53) }
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]), port > 0 else {
            return nil
        }
        var host = String(text[..<colon])
        if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
        return IPAddress(host) == nil ? nil : DNSResolver.Server(host: host, port: port)
    }

    private static func usual() throws(Failure) -> [DNSResolver.Server] {
        let path = "/etc/resolv.conf"
        let bytes: [UInt8]
        do throws(SystemError) { bytes = try FileContents.read(path, limit: 1 << 20) } catch {
            throw Failure(.noInput, "--dns \(error); --dns-server names a server")
        }
        let servers = bytes.split(separator: 0x0A).compactMap { line -> DNSResolver.Server? in
            let words = line.split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }
            return words.count >= 2 && words[0] == "nameserver" ? server(words[1]) : nil
        }
        guard !servers.isEmpty else {
            throw Failure(.noInput, "--dns: \(path) names no server; --dns-server does")
        }
        return servers
    }
}

struct DNSOption: StepOption {
    let field: String
    let servers: [DNSResolver.Server]
    let timeout: Int64

    func bind(to record: inout Record, in run: FilterRun) throws(Failure) -> Step {
        run.expect([field], &record)
        let resolver = DNSResolver(servers, timeout: timeout, clock: run.clock)
        return .part(DNSEnricher(resolver, field: field, &record))
    }
}
