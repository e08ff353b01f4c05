/// What is to be sent to where.
package struct TransferRequest: Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
        /// HTTP POST with these header lines.
        case post(headers: [String])
        /// SMTP (RFC 5321); the body is the message with its headers.
        case mail(from: String, to: [String], user: String?, password: String?)
    }

    package let url: String
    package let kind: Kind
    package let body: [UInt8]
    package let permissions: Permissions
    package let timeout: Int

    /// - Parameter timeout: milliseconds for the whole transfer.
    package init(url: String, kind: Kind, body: [UInt8], permissions: Permissions, timeout: Int = 10_000) {
        self.url = url
        self.kind = kind
        self.body = body
        self.permissions = permissions
        self.timeout = timeout
    }
}

/// What a transfer may do beyond TLS to public addresses.
package struct Permissions: Equatable, Sendable {
    /// Addresses of one's own network and machine (RFC 1918 and kin), and text in the clear to them.
    package let allowsPrivate: Bool

    package init(allowsPrivate: Bool) { self.allowsPrivate = allowsPrivate }
}

/// How a transfer ended.
package enum TransferOutcome: Equatable, Sendable {
    /// With the server's status, the beginning of what it said, and the seconds that it asks to wait.
    case answered(status: Int, reply: String, retryAfter: Int)
    /// Before there was an answer.
    case failed(String)
    /// It leads to where it may not.
    case forbidden(String)
}
