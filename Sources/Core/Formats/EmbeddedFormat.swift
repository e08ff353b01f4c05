import Synchronization

/// A format of the catalogue, read when it is first asked for, on whatever thread: most runs need one of them, and
/// reading all takes as long as all else that a start does.
final class EmbeddedFormat: Sendable {
    let name: StaticString
    let json: StaticString
    private let withSamples: Bool
    private let known = Mutex<LogFormat?>(nil)

    /// - Parameter withSamples: the samples, which are most of a format's text, are read, too.
    init(name: StaticString, json: StaticString, withSamples: Bool) {
        self.name = name
        self.json = json
        self.withSamples = withSamples
    }

    var format: LogFormat {
        known.withLock { known in
            if let known { return known }
            let format = read()
            known = format
            return format
        }
    }

    /// No input comes here: what cannot be read is a fault of the build, which a test of the whole catalogue finds.
    private func read() -> LogFormat {
        let text = Array("\(json)".utf8)
        do throws(FormatError) {
            return try LogFormat(
                json: withSamples ? text : Self.withoutSamples(text), file: "\(name).json", checksPatterns: false)
        } catch { preconditionFailure("\(error)") }
    }

    /// The samples stand at the end of each file of the catalogue; a test sees to that.
    private static func withoutSamples(_ json: [UInt8]) -> [UInt8] {
        let mark = Array(",\n  \"samples\": [".utf8)
        var position = 0
        while let comma = json[position...].firstIndex(of: mark[0]) {
            if json[comma...].starts(with: mark) { return Array(json[..<comma]) + Array("\n}".utf8) }
            position = comma + 1
        }
        return json
    }
}
