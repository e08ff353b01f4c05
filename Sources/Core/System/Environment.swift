import Glibc

/// The process around us: environment, host, exit.
package enum Environment {
    package static subscript(_ name: String) -> String? {
        // Invariant: getenv's text is copied before anything could change the environment; nothing here does.
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe String(cString: value)
    }

    /// Whose rights this process has.
    package static var user: UInt32 { geteuid() }

    package static func quit(_ status: Int32) -> Never { exit(status) }
}
