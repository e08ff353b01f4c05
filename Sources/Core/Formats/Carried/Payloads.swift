import Bytes
import Records

/// The programs whose messages come over syslog, or the journal, and can be taken apart: in one auth.log or syslog, sshd, sudo,
/// cron and postfix come mixed, and each line gets the fields of the program that wrote it.
package final class Payloads {
    private struct Program {
        let name: FieldName
        /// Position among the parsers.
        let parser: Int
    }

    private let process: FieldName
    private let message: FieldName
    private let programs: [Program]
    /// Names that end with a `*` in the format: what they begin with.
    private let families: [Program]
    private let parsers: [PayloadParser]
    /// The record looked at last was of one of the programs.
    private(set) var knewProgram = false

    /// - Parameters:
    ///   - formats: those that are not carried by a transport are passed over.
    ///   - only: names of the fields wanted, nil for all.
    package init(
        _ formats: [LogFormat], only: Set<String>? = nil, limit: Int = FormatParser.usualLimit, _ record: inout Record
    ) throws(FormatError) {
        process = record.name("process")
        message = record.name("message")
        var programs: [Program] = []
        var families: [Program] = []
        var parsers: [PayloadParser] = []
        for format in formats {
            guard let over = format.over else { continue }
            for text in over.processes {
                let isFamily = text.hasSuffix("*")
                let program = Program(
                    name: record.name(isFamily ? String(text.dropLast()) : text), parser: parsers.count)
                if isFamily { families.append(program) } else { programs.append(program) }
            }
            parsers.append(try PayloadParser(format, over, only: only, limit: limit, &record))
        }
        self.programs = programs
        self.families = families
        self.parsers = parsers
    }

    /// Adds the fields of the program that wrote the message. The record stays as it is where nobody knows the program, or
    /// what it says.
    func apply(_ record: inout Record, _ context: inout TimeContext) {
        knewProgram = false
        guard let position = record.position(of: process), record[position].kind.isPlainText else { return }
        let name = record[position].value
        let tag = record.store.buffer.tag(name)
        for program in programs where program.name.tag == tag {
            guard name.count <= 8 || record.store.buffer.equal(name, program.name.slice) else { continue }
            knewProgram = true
            if apply(parsers[program.parser], &record, &context) { return }
        }
        for family in families where record.store.buffer.equal(name.prefix(family.name.slice.count), family.name.slice)
        {
            knewProgram = true
            if apply(parsers[family.parser], &record, &context) { return }
        }
    }

    private func apply(_ parser: PayloadParser, _ record: inout Record, _ context: inout TimeContext) -> Bool {
        guard let position = record.position(of: message), record[position].kind.isText else { return false }
        var text = record[position].value
        if record[position].kind == .escapedString {
            let start = record.store.buffer.count
            record.store.buffer.appendUnescaping(text)
            text = Slice(from: start, to: record.store.buffer.count)
        }
        return parser.apply(to: text, message, &record, &context)
    }
}

extension Field.Kind {
    /// The bytes are the text.
    fileprivate var isPlainText: Bool { self == .string || self == .text }
}
