/// A document that shows a session at a shell: commands, and what each of them prints. It is explanation for people, and a
/// test for us.
struct Transcript {
    /// Relative to the repository, as it stands in messages.
    let path: String
    /// The text of the document, line by line.
    let lines: [String]
    /// What stands before each line of the session in `lines`.
    let indent: String
    var commands: [Command]

    struct Command {
        /// Where its first line is in `lines`.
        let start: Int
        /// What the shell is given; may be several lines.
        let text: String
        /// Which of `lines` say what is expected, the exit status included. Empty if nothing is, and then it is the place
        /// where that would stand.
        var expectation: Range<Int>
        var output: [ExpectedLine] = []
        var status = 0
    }

    /// `Tests/Transcripts/tail/follows-a-file.t:12`
    func place(of line: Int) -> String { "\(path):\(line + 1)" }
}
