import Records
import System

/// Asks servers for names of addresses, one after the other. A server that does not answer costs its time limit, so after some such
/// in a row nothing is asked for a while.
final class DNSResolver {
    struct Server: Equatable, Sendable {
        let host: String
        let port: UInt16
    }

    enum Outcome: Equatable {
        case name(String)
        case none
        /// No server has answered, or none was asked.
        case unknown
    }

    private let servers: [Server]
    private let timeout: Int64
    private let clock: any Clock
    private var sockets: [Descriptor?]
    private var failures = 0
    private var silentUntil: Int64?

    /// Failures in a row, and the nanoseconds for which nothing is asked then.
    static let mostFailures = 3
    static let pause: Int64 = 30_000_000_000

    /// - Parameter timeout: nanoseconds for one server to answer.
    init(_ servers: [Server], timeout: Int64, clock: any Clock) {
        self.servers = servers
        self.timeout = timeout
        self.clock = clock
        sockets = Array(repeating: nil, count: servers.count)
    }

    deinit { for socket in sockets { socket?.close() } }

    func name(of address: IPAddress) -> Outcome {
        if let silentUntil {
            guard clock.monotonic >= silentUntil else { return .unknown }
            self.silentUntil = nil
        }
        let question = DNSMessage.question(address)
        for index in servers.indices {
            switch ask(index, question) {
            case .name(let name):
                failures = 0
                return .name(name)
            case .none:
                failures = 0
                return .none
            case .refused, .foreign: continue
            }
        }
        failures += 1
        if failures >= Self.mostFailures {
            silentUntil = clock.monotonic &+ Self.pause
            failures = 0
        }
        return .unknown
    }

    /// - Returns: `.foreign` where nothing has come that answers it.
    private func ask(_ index: Int, _ question: [UInt8]) -> DNSMessage.Answer {
        guard
            let socket = sockets[index]
                ?? (try? Socket.connect(datagramsTo: servers[index].host, port: servers[index].port))
        else { return .foreign }
        sockets[index] = socket
        // Whoever is to be believed has to know this number, and the port (RFC 5452).
        let id = UInt16.random(in: 0 ... .max)
        guard Socket.send(DNSMessage.query(question, id: id), to: socket) else { return drop(index, socket) }
        // The answer is waited for by the kernel's clock: it is the world's time that passes.
        let end = SystemClock().monotonic &+ timeout
        while true {
            let left = (end &- SystemClock().monotonic &+ 999_999) / 1_000_000
            guard left > 0 else { return drop(index, socket) }
            guard socket.wait(for: .reading, milliseconds: Int32(clamping: left)) == .ready else { continue }
            switch Socket.receive(socket) {
            case .bytes(let bytes, _):
                let answer = DNSMessage.answer(bytes, to: question, id: id)
                if answer != .foreign { return answer }
            case .nothing: continue
            case .failed: return drop(index, socket)
            }
        }
    }

    /// An answer that comes too late is for nobody: the next question has a port of its own.
    private func drop(_ index: Int, _ socket: Descriptor) -> DNSMessage.Answer {
        socket.close()
        sockets[index] = nil
        return .foreign
    }
}
