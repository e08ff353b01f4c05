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
    /// Addresses of one's own network and machine (RFC 1918 and kin).
    package let allowsPrivate: Bool
    /// Text in the clear: http, and SMTP to servers that do not offer STARTTLS.
    package let allowsClear: Bool
    /// A file of certificates (PEM) that servers' must come from; nil for those that the system trusts.
    package let authorities: String?

    package init(allowsPrivate: Bool, allowsClear: Bool, authorities: String? = nil) {
        self.allowsPrivate = allowsPrivate
        self.allowsClear = allowsClear
        self.authorities = authorities
    }

    /// What is in one's own network may go in the clear.
    package init(allowsPrivate: Bool, authorities: String? = nil) {
        self.init(allowsPrivate: allowsPrivate, allowsClear: allowsPrivate, authorities: authorities)
    }
}

/// How a transfer ended.
package enum TransferOutcome: Equatable, Sendable {
    /// With HTTP's status, the beginning of what the server said, and the seconds that it asks to wait.
    case answered(status: Int, reply: String, retryAfter: Int)
    /// The mail server has the message.
    case accepted(String)
    /// The mail server will never take the message: 5yz (RFC 5321, 4.2.1).
    case rejected(String)
    /// Before there was an answer, or with one that asks to try again.
    case failed(String)
    /// It leads to where it may not.
    case forbidden(String)
}
