import Foundation

/// An HTTP server on loopback that answers each connection as it is told, and keeps what it heard.
final class LoopbackServer: @unchecked Sendable {
    enum Answer {
        case status(Int, headers: String)
        /// Says nothing, and leaves the connection open.
        case hang
        /// Closes the connection without a word.
        case close
    }

    let port: UInt16
    private let listener: Int32
    private let lock = NSLock()
    private var answers: [Answer]
    private var requests: [String] = []
    private var held: [Int32] = []

    /// - Parameter answers: to one connection after the other; the last for all that follow.
    init(_ answers: [Answer]) throws {
        self.answers = answers
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

    var url: String { "http://127.0.0.1:\(port)/hook" }

    /// What came, each with its header lines.
    var heard: [String] { lock.withLock { requests } }

    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        lock.withLock { for connection in held { close(connection) } }
    }

    private func serve() {
        while true {
            let connection = accept(listener, nil, nil)
            guard connection >= 0 else { return }
            let request = read(connection)
            let answer = lock.withLock {
                requests.append(request)
                return answers.count > 1 ? answers.removeFirst() : answers[0]
            }
            switch answer {
            case .status(let status, let headers):
                let text = "HTTP/1.1 \(status) X\r\n\(headers)Content-Length: 2\r\nConnection: close\r\n\r\nok"
                _ = text.withCString { send(connection, $0, strlen($0), Int32(MSG_NOSIGNAL)) }
                close(connection)
            case .close: close(connection)
            case .hang: lock.withLock { held.append(connection) }
            }
        }
    }

    /// Up to the end of the body that Content-Length announces.
    private func read(_ connection: Int32) -> String {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65536)
        while true {
            let text = String(decoding: bytes, as: UTF8.self)
            if let head = text.range(of: "\r\n\r\n") {
                let length =
                    text[..<head.lowerBound].components(separatedBy: "\r\n")
                    .first { $0.lowercased().hasPrefix("content-length:") }
                    .flatMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) } ?? 0
                if text[head.upperBound...].utf8.count >= length { return text }
            }
            let count = recv(connection, &chunk, chunk.count, 0)
            guard count > 0 else { return text }
            bytes += chunk.prefix(count)
        }
    }
}
