import Foundation

/// A mail server (RFC 5321) on loopback that answers as it is told, and keeps what it heard.
final class MailServer: @unchecked Sendable {
    /// What it says instead of its usual answer to a command, each once, in their order.
    typealias Script = [(command: String, answer: String)]

    let port: UInt16
    private let listener: Int32
    private let extensions: [String]
    private let lock = NSLock()
    private var script: Script
    private var commands: [String] = []
    private var messages: [String] = []

    /// - Parameter extensions: what it offers, such as `AUTH PLAIN`.
    init(_ script: Script = [], extensions: [String] = []) throws {
        self.script = script
        self.extensions = extensions
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        port = try withUnsafeMutablePointer(to: &address) { pointer in
            try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
                guard bind(listener, raw, length) == 0, listen(listener, 16) == 0,
                    getsockname(listener, raw, &length) == 0
                else { throw POSIXError(.EADDRNOTAVAIL) }
            }
            return UInt16(bigEndian: pointer.pointee.sin_port)
        }
        Thread.detachNewThread { self.serve() }
    }

    deinit { close(listener) }

    var url: String { "smtp://127.0.0.1:\(port)" }
    /// What it was told, without the messages.
    var heard: [String] { lock.withLock { commands } }
    /// The messages that it took or refused, without the dot at their end.
    var received: [String] { lock.withLock { messages } }

    func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

    private func serve() {
        while true {
            let connection = accept(listener, nil, nil)
            guard connection >= 0 else { return }
            converse(connection)
            close(connection)
        }
    }

    private func answer(_ command: String, or usual: String) -> String {
        lock.withLock {
            guard script.first?.command == command else { return usual }
            return script.removeFirst().answer
        }
    }

    private func converse(_ connection: Int32) {
        var pending = ""
        func say(_ text: String) {
            _ = (text + "\r\n").withCString { send(connection, $0, strlen($0), Int32(MSG_NOSIGNAL)) }
        }
        /// Up to an end, which is not given; nil where the client is gone.
        func read(to end: String) -> String? {
            var chunk = [UInt8](repeating: 0, count: 65536)
            while true {
                if let range = pending.range(of: end) {
                    let text = String(pending[..<range.lowerBound])
                    pending.removeSubrange(..<range.upperBound)
                    return text
                }
                let count = recv(connection, &chunk, chunk.count, 0)
                guard count > 0 else { return nil }
                pending += String(decoding: chunk.prefix(count), as: UTF8.self)
            }
        }
        let greeting = answer("CONNECT", or: "220 test")
        say(greeting)
        guard greeting.hasPrefix("2") else { return }
        while let line = read(to: "\r\n") {
            lock.withLock { commands.append(line) }
            let command = line.prefix { $0 != " " && $0 != ":" }.uppercased()
            switch command {
            case "EHLO":
                let lines = ["test"] + extensions
                for (index, line) in lines.enumerated() { say("250\(index == lines.count - 1 ? " " : "-")\(line)") }
            case "AUTH":
                // Without an initial response it comes as a line of its own (RFC 4954, 4).
                if line.split(separator: " ").count == 2 {
                    say("334 ")
                    guard let response = read(to: "\r\n") else { return }
                    lock.withLock { commands.append(response) }
                }
                say(answer("AUTH", or: "235 2.7.0 welcome"))
            case "STARTTLS":
                say(answer("STARTTLS", or: "454 not now"))
                return
            case "DATA":
                let answer = answer("DATA", or: "354 go on")
                say(answer)
                guard answer.hasPrefix("3") else { continue }
                guard let message = read(to: "\r\n.\r\n") else { return }
                lock.withLock { messages.append(message) }
                say(self.answer("MESSAGE", or: "250 2.0.0 taken"))
            case "QUIT":
                say("221 bye")
                return
            default: say(answer(command, or: "250 2.1.0 well"))
            }
        }
    }
}
