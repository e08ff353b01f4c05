/// `udp://127.0.0.1:5514`, `tcp://[::1]:5514`, `unix:///run/app/log.sock`: where lines are sent to.
struct ListenAddress: Equatable {
    enum Place: Equatable {
        case udp(host: String, port: UInt16)
        case tcp(host: String, port: UInt16)
        /// Datagrams, as syslog(3) sends them.
        case unix(path: String)
    }

    struct Mistake: Error, Equatable {
        let message: String
    }

    let text: String
    let place: Place

    /// Nil where the text is no address but a name.
    init?(_ text: String) throws(Mistake) {
        self.text = text
        if text.hasPrefix("unix://") {
            let path = String(text.dropFirst("unix://".count))
            guard !path.isEmpty else {
                throw Mistake(message: "\(text): a path is missing, as in unix:///run/app/log.sock")
            }
            place = .unix(path: path)
            return
        }
        guard text.hasPrefix("udp://") || text.hasPrefix("tcp://") else { return nil }
        let rest = text.dropFirst("udp://".count)
        guard let colon = rest.lastIndex(of: ":"), let port = UInt16(rest[rest.index(after: colon)...]), port > 0 else {
            throw Mistake(message: "\(text): a port is missing, as in \(text.prefix(6))127.0.0.1:5514")
        }
        let host = try Self.host(String(rest[..<colon]), in: text)
        place = text.hasPrefix("udp") ? .udp(host: host, port: port) : .tcp(host: host, port: port)
    }

    private static func host(_ text: String, in whole: String) throws(Mistake) -> String {
        switch text {
        case "", "localhost": return "127.0.0.1"
        case "[::1]": return "::1"
        default:
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            if parts.count == 4, parts[0] == "127", parts.allSatisfy({ UInt8($0) != nil }) { return text }
            throw Mistake(
                message:
                    "\(whole): only this machine is listened to (127.0.0.1, [::1]), since there is neither TLS nor a token "
                    + "here; let a relay that has them, such as rsyslog or stunnel, pass on what comes from elsewhere")
        }
    }
}
