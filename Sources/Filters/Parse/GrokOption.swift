import Bytes
import FilterKit
import Formats
import Records
import System

/// `--grok '%{…}'`, more than once perhaps, and the files of patterns that it may use: the formats that come of them, to
/// be tried in this order.
enum GrokOption {
    static func formats(_ texts: [String], files: [String], timeLayout: String?) throws(Failure) -> [LogFormat] {
        var vocabulary = GrokVocabulary.standard
        for file in files {
            let bytes = try read(file)
            do throws(GrokError) { try vocabulary.add(bytes, file: file) } catch {
                throw Failure(.usage, "--grok-patterns: \(error)", place: error.place)
            }
        }
        var formats: [LogFormat] = []
        for text in texts {
            do throws(GrokError) {
                let pattern = try GrokPattern(text, vocabulary: vocabulary)
                formats.append(pattern.format(timeLayout: timeLayout))
            } catch {
                let near = error.unknown.flatMap { Suggestion.nearest(to: $0.word, among: $0.known) }
                let hint = near.map { "; did you mean '\($0)'?" } ?? ""
                throw Failure(.usage, "--grok: \(error)\(hint)", place: error.place)
            }
        }
        return formats
    }

    private static let longestLine = 1 << 16

    /// The file's bytes, lines joined again by newlines.
    private static func read(_ path: String) throws(Failure) -> [UInt8] {
        do throws(SystemError) {
            let descriptor = try Descriptor.open(reading: path)
            defer { descriptor.close() }
            var store = ByteStore()
            var reader = LineReader(descriptor, in: store, limit: longestLine)
            var bytes: [UInt8] = []
            while true {
                switch reader.next(in: store.buffer) {
                case .line(let line), .lastLine(let line): bytes += store.buffer.copy(line) + [0x0A]
                case .tooLong:
                    throw SystemError(call: "read", code: 0, subject: "\(path):\(reader.lineNumber)")
                case .end: return bytes
                case .needsInput:
                    if case .failed(let error) = reader.fill(&store) { throw error }
                }
            }
        } catch {
            if error.code == 0 {
                throw Failure(.usage, "--grok-patterns: \(error.subject): longer than any pattern is")
            }
            throw Failure(.noInput, "\(path): \(error.reason)")
        }
    }
}
