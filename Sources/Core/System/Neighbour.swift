import Glibc

/// Programs that are installed beside this one.
package enum Neighbour {
    /// Becomes the program of that name in the directory of this one, or else in PATH; returns if there is none.
    package static func become(_ name: String, _ arguments: [String]) {
        guard !name.isEmpty, name.utf8.allSatisfy(isPlain) else { return }
        let words = [name] + arguments
        // Invariant: the copies outlive the calls, the last pointer is null, and they are freed only when exec has failed.
        var argv = unsafe words.map { word in unsafe strdup(PathText.bytes(word)) }
        unsafe argv.append(nil)
        if let place = try? PathText.resolve("/proc/self/exe"), let end = place.lastIndex(of: "/") {
            _ = unsafe execv(PathText.bytes("\(place[...end])\(name)"), argv)
        }
        _ = unsafe execvp(name, argv)
        unsafe argv.forEach { unsafe free($0) }
    }

    /// Letters, digits and hyphens: never a path.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2D
    }
}
