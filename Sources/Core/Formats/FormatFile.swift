import Records
import System

/// A format file as it was read: the format, and the text that it came from.
package struct FormatFile: Sendable {
    package let format: LogFormat
    package let path: String
    package let json: [UInt8]
    /// The line of the file that each sample begins on.
    package let sampleLines: [Int]
    private let nameOffset: Int

    package init(_ path: String) throws(FormatError) {
        let bytes: [UInt8]
        do throws(SystemError) { bytes = try FileContents.read(path) } catch {
            throw FormatError(subject: path, place: nil, message: error.reason)
        }
        try self.init(json: bytes, path: path)
    }

    package init(json: [UInt8], path: String) throws(FormatError) {
        let source = FormatSource(file: path, bytes: json)
        let reader = FormatReader(source: source, checksPatterns: true)
        let root = try reader.root()
        format = try LogFormat(reader, root)
        self.path = path
        self.json = json
        let members = try reader.members(root, "a format")
        let samples = try reader.elements(members.first { $0.name == "samples" }?.value, "\"samples\"")
        sampleLines = samples.map { source.line(of: $0.range.lowerBound) }
        nameOffset = members.first { $0.name == "name" }?.value.range.lowerBound ?? 0
    }

    /// The format's name is taken by another file of the same directory, so that neither can be meant to win.
    func refuseName(takenBy other: String) -> FormatError {
        FormatSource(file: path, bytes: json).error(
            at: nameOffset, "\"\(format.name)\" is the name of the format in \(other), too")
    }
}
