import Bytes
import Records

/// A record as one line for eyes: time, level and message first and bare, then `name=value`.
struct ReadableText {
    let colors: Bool

    /// Bookkeeping that nobody at a terminal asked for.
    static let hidden: Set<String> = ["_file", "_offset", "_peer", "_partial", "_by", "_state", "_raw64"]
    private static let bare = ["time", "level", "_raw", "message"]

    func write(_ record: borrowing Record, to writer: inout LineWriter) {
        var line = ""
        for name in Self.bare {
            for position in 0..<record.count where record.nameText(at: position) == name {
                let text = Self.text(record, position)
                line += (line.isEmpty ? "" : " ") + paint(text, name: name)
            }
        }
        for position in 0..<record.count {
            let name = record.nameText(at: position)
            guard !Self.hidden.contains(name), !Self.bare.contains(name) else { continue }
            let label = colors ? "\u{1B}[2m\(TerminalText.harmless(name))=\u{1B}[0m" : "\(TerminalText.harmless(name))="
            line += (line.isEmpty ? "" : " ") + label + Self.text(record, position)
        }
        writer.buffer.append(line)
        writer.endLine()
    }

    static func text(_ record: borrowing Record, _ position: Int) -> String {
        var bytes = ByteBuffer(capacity: 256)
        record.writeText(at: position, to: &bytes)
        return TerminalText.harmless(bytes.text(Slice(start: 0, count: bytes.count)))
    }

    private func paint(_ text: String, name: String) -> String {
        guard colors else { return text }
        guard name == "level" else { return name == "time" ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
        let code =
            switch text {
            case "fatal", "error": "31"
            case "warn": "33"
            case "debug", "trace": "2"
            default: "36"
            }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }
}
