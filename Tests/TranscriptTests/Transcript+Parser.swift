/// Two documents hold sessions: a transcript (`.t`), where they are indented by two spaces, and a page of Markdown, where
/// they stand in fenced blocks called `console`. Within a session the syntax is the same:
///
///     $ a command
///     > its next line (or just the next line, after a backslash)
///     what it prints
///     [1]
///
/// and the last line, its exit status, is left out if it is 0. An empty line belongs to the output if more of it follows.
extension Transcript {
    init(transcript text: String, path: String) throws {
        self.init(path: path, lines: text.splitIntoLines, indent: "  ", commands: [])
        var session = Session()
        for (number, line) in lines.enumerated() {
            if line.hasPrefix("  ") {
                try session.read(line.dropFirst(2), at: number, in: self)
            } else if line.isEmpty {
                session.blank()
            } else if line.hasPrefix(" ") || line.hasPrefix("\t") {
                throw Complaint(
                    "\(place(of: number)): a line of the session is indented by two spaces, an explanation not at all")
            } else {
                session.pause()
            }
        }
        commands = session.commands
        guard !commands.isEmpty else {
            throw Complaint("\(path): no command here; one looks like `  $ weir --version`")
        }
    }

    init(markdown text: String, path: String) throws {
        self.init(path: path, lines: text.splitIntoLines, indent: "", commands: [])
        var session = Session()
        var fence: String?
        for (number, line) in lines.enumerated() {
            if line.hasPrefix("```") {
                fence = fence == nil ? String(line.dropFirst(3)) : nil
                session.pause()
            } else if fence == "console" {
                if line.isEmpty { session.blank() } else { try session.read(line[...], at: number, in: self) }
            }
        }
        commands = session.commands
        guard !commands.isEmpty else { throw Complaint("\(path): no command in a ```console block here") }
    }
}

extension Transcript {
    /// What has been read so far of a document's commands.
    private struct Session {
        var commands: [Command] = []
        /// What the next line can be.
        private var state = State.outside
        /// Empty lines that turn out to be output only if output follows.
        private var blanks = 0

        private enum State { case outside, inCommand, inOutput, afterStatus }

        mutating func blank() { if state == .inCommand || state == .inOutput { blanks += 1 } }

        mutating func pause() {
            state = .outside
            blanks = 0
        }

        mutating func read(_ line: Substring, at number: Int, in document: Transcript) throws {
            defer { blanks = 0 }
            let place = document.place(of: number)
            if let text = line.afterPrefix("$ ") {
                commands.append(Command(start: number, text: String(text), expectation: number + 1..<number + 1))
                state = .inCommand
                return
            }
            guard state != .outside, var command = commands.last else {
                throw Complaint("\(place): output without a command before it")
            }
            if state == .inCommand, blanks == 0, command.text.hasSuffix("\\") || line.hasPrefix("> ") {
                command = command.continued(by: line.afterPrefix("> ") ?? line, at: number)
            } else if state == .afterStatus {
                throw Complaint("\(place): output after the exit status")
            } else if let status = line.exitStatus {
                command.status = status
                command.expectation = command.expectation.lowerBound..<number + 1
                state = .afterStatus
            } else {
                command.output += Array(repeating: .literal(""), count: blanks)
                command.output.append(try ExpectedLine(line, at: place))
                command.expectation = command.expectation.lowerBound..<number + 1
                state = .inOutput
            }
            commands[commands.count - 1] = command
        }
    }
}

extension Transcript.Command {
    fileprivate func continued(by line: Substring, at number: Int) -> Self {
        Self(start: start, text: text + "\n" + line, expectation: number + 1..<number + 1)
    }
}

extension Substring {
    fileprivate func afterPrefix(_ prefix: String) -> Substring? { hasPrefix(prefix) ? dropFirst(prefix.count) : nil }

    /// `[74]`
    fileprivate var exitStatus: Int? {
        guard hasPrefix("["), hasSuffix("]") else { return nil }
        return UInt8(dropFirst().dropLast()).map(Int.init)
    }
}

extension String {
    /// The lines, without an empty one after the last newline.
    fileprivate var splitIntoLines: [String] {
        var lines = split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }
}
