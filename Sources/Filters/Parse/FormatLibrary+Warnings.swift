import FilterKit
import Formats

extension FormatLibrary {
    /// The formats of these directories, of the usual ones, and those built in. A broken file of a usual directory is said,
    /// and left out.
    /// - Parameter withSamples: with the samples of those built in, which nothing but showing them needs.
    package static func load(
        _ directories: [String], warn diagnostics: Diagnostics, withSamples: Bool = true
    ) throws(Failure) -> FormatLibrary {
        let library: FormatLibrary
        do throws(FormatError) { library = try load(directories, withSamples: withSamples) } catch {
            throw Failure(error)
        }
        for fault in library.faults {
            diagnostics.warning(at: fault.origin, "\(fault.message); left out", place: fault.shown)
        }
        return library
    }
}

extension Failure {
    package init(_ error: FormatError) {
        self.init(.badConfiguration, error.message, at: error.origin, place: error.shown)
    }
}

extension FormatError {
    /// The line with a caret, aligned for a terminal.
    fileprivate var shown: [String] { excerpt { TerminalText.width($0) } }
}
