import Bytes
import System

/// Messages to people, on stderr: `weir-parse: access.log:412: warning: no pattern matched`. What comes from data is
/// made harmless for terminals first.
package struct Diagnostics: Sendable {
    package let program: String
    private let descriptor: Descriptor

    package init(program: String, descriptor: Descriptor = .errors) {
        self.program = program
        self.descriptor = descriptor
    }

    package func error(_ message: String, place: [String] = []) { say("error: \(message)", place: place) }
    package func error(_ failure: Failure) {
        guard let origin = failure.origin else { return error(failure.message, place: failure.place) }
        say("\(origin): error: \(failure.message)", place: failure.place)
    }
    package func warning(_ message: String) { say("warning: \(message)") }

    /// A message about a place in a configuration, `app.json:3:14`, and what stands there.
    package func warning(at origin: String, _ message: String, place: [String] = []) {
        say("\(origin): warning: \(message)", place: place)
    }
    package func note(_ message: String, place: [String] = []) { say(message, place: place) }

    /// A message about a place in the input.
    package func warning(_ origin: Origin, _ message: String, place: [String] = []) {
        say("\(origin.place): warning: \(message)", place: place)
    }

    private func say(_ text: String, place: [String] = []) {
        let lines = ["\(program): \(text)"] + place.map { "  \($0)" }
        // stderr that refuses a message leaves nowhere to say so.
        try? descriptor.writeAll(lines.map { TerminalText.harmless(PathText.shown($0)) + "\n" }.joined())
    }
}
