import Glibc

/// A refused system call: the call, its errno, and what it was about.
package struct SystemError: Error, Equatable, CustomStringConvertible {
    package let call: String
    package let code: Int32
    package let subject: String

    package init(call: String, code: Int32, subject: String = "") {
        self.call = call
        self.code = code
        self.subject = subject
    }

    /// The kernel's own sentence for the code: "No such file or directory".
    package var reason: String {
        // Invariant: strerror returns a NUL-terminated text that lives until the next call on this thread.
        unsafe String(cString: strerror(code))
    }

    package var description: String {
        subject.isEmpty ? "\(call): \(reason)" : "\(subject): \(reason)"
    }

    /// The reader of our output has gone; every filter ends quietly on it.
    package static let closedPipe = SystemError(call: "write", code: EPIPE)
    package var isClosedPipe: Bool { code == EPIPE }
    package var isMissing: Bool { code == ENOENT || code == ENOTDIR }
    package var isAlreadyThere: Bool { code == EEXIST }
    /// O_NOFOLLOW met a symbolic link, or O_DIRECTORY something that is no directory.
    package var isLink: Bool { code == ELOOP || code == ENOTDIR }

    /// What is there belongs to somebody else.
    package static func notOurs(_ subject: String) -> SystemError {
        SystemError(call: "open", code: EPERM, subject: subject)
    }
}
