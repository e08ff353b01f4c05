import System

/// Why a state directory cannot be used, or a save did not come about.
package struct StateError: Error, Equatable, CustomStringConvertible {
    package enum Kind: Equatable, Sendable {
        /// Somebody else holds the lock, or a later run has taken over.
        case busy
        /// What is there must not be used as it is; a person has to decide.
        case unusable
        /// A system call was refused, such as for want of space. It may succeed another time.
        case failed
    }

    package let kind: Kind
    package let message: String

    package init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    init(_ error: SystemError, in path: String) {
        let name = error.subject.isEmpty || error.subject == path ? path : "\(path)/\(error.subject)"
        self.init(.failed, "\(name): \(error.call): \(error.reason)")
    }

    package var description: String { message }
}
