/// One line that a transcript expects. Usually it says exactly what is printed; a word in brackets at its end says otherwise:
///
///     weir-parse: [0-9]+ lines (re)       a regular expression for the whole line
///     weir-parse: * lines (glob)          `*` and `?` as in file names, `\*` for an asterisk
///     \x1b[31mred\x1b[0m (esc)            bytes that do not print, as `\xNN`, and `\\` for a backslash
///     the end (no-eol)                    no newline after this, the last line; may follow one of the others
///     …                                   any number of lines, even none
struct ExpectedLine {
    enum Kind {
        case bytes([UInt8])
        case pattern(Regex<AnyRegexOutput>)
        case anyLines
    }

    let kind: Kind
    let isTerminated: Bool
    /// As it stands in the document, without the indentation.
    let source: String

    static func literal(_ text: String) -> Self {
        Self(kind: .bytes(Array(text.utf8)), isTerminated: true, source: text)
    }

    init(kind: Kind, isTerminated: Bool, source: String) {
        self.kind = kind
        self.isTerminated = isTerminated
        self.source = source
    }

    init(_ line: Substring, at place: String) throws {
        source = String(line)
        var text = line
        isTerminated = !text.drop(suffix: "(no-eol)")
        if line == "…" {
            kind = .anyLines
        } else if text.drop(suffix: "(re)") {
            kind = .pattern(try Self.regex(String(text), at: place))
        } else if text.drop(suffix: "(glob)") {
            kind = .pattern(try Self.regex(Self.translate(glob: text), at: place))
        } else if text.drop(suffix: "(esc)") {
            guard let bytes = Escape.decode(text) else { throw Complaint("\(place): an escape is \\xNN or \\\\") }
            kind = .bytes(bytes)
        } else {
            kind = .bytes(Array(text.utf8))
        }
    }

    func matches(_ line: PrintedLine) -> Bool {
        guard isTerminated == line.isTerminated else { return false }
        return switch kind {
        case .bytes(let bytes): bytes == line.bytes
        case .pattern(let regex): (try? regex.wholeMatch(in: String(decoding: line.bytes, as: UTF8.self))) != nil
        case .anyLines: false
        }
    }

    private static func regex(_ pattern: String, at place: String) throws -> Regex<AnyRegexOutput> {
        do {
            return try Regex(pattern).matchingSemantics(.unicodeScalar)
        } catch {
            throw Complaint("\(place): not a regular expression: \(error)")
        }
    }

    private static func translate(glob: Substring) -> String {
        var pattern = ""
        var isEscaped = false
        for scalar in glob.unicodeScalars {
            switch scalar {
            case "\\" where !isEscaped:
                isEscaped = true
                continue
            case "*" where !isEscaped: pattern += ".*"
            case "?" where !isEscaped: pattern += "."
            case "\\", "*", "?", "+", ".", "^", "$", "|", "(", ")", "[", "]", "{", "}": pattern += "\\\(scalar)"
            default: pattern.unicodeScalars.append(scalar)
            }
            isEscaped = false
        }
        return pattern
    }
}

extension Substring {
    /// Takes a word in brackets, and the space before it, from the end. Says whether it was there.
    fileprivate mutating func drop(suffix word: String) -> Bool {
        if self == word {
            self = ""
        } else if hasSuffix(" " + word) {
            removeLast(word.count + 1)
        } else {
            return false
        }
        return true
    }
}
