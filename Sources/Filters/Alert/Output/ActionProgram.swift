import FilterKit
import System

/// The program of `--exec`, looked at before the first record: an alert that comes at night is too late to find out that
/// nobody can be called.
enum ActionProgram {
    static func check(_ program: String) throws(Failure) {
        guard let fault = ProgramFile.fault(of: program) else { return }
        throw Failure(.usage, "--exec: \(sentence(program, fault))")
    }

    private static func sentence(_ program: String, _ fault: ProgramFile.Fault) -> String {
        switch fault {
        case .directory: return "\(program) is a directory"
        case .notExecutable(let path): return "\(path) is not executable; chmod +x \(path)"
        case .noInterpreter(let path):
            return "\(path) does not say what runs it; let its first line be #!/bin/sh, or what it is written for"
        case .missing: break
        }
        if program.utf8.contains(0x20) {
            return "there is no program '\(program)'; no shell is involved: write \(form(of: program))"
        }
        if program.utf8.contains(0x2F) { return "there is no file \(program)" }
        if (try? FileStatus(of: program))?.kind == .regular {
            return "there is no '\(program)' in PATH; for the file that is here write ./\(program)"
        }
        return program.isEmpty ? "it needs the name of a program" : "there is no '\(program)' in PATH"
    }

    /// How a line for a shell is given: its words behind the program, or if only a shell understands it, as a whole.
    private static func form(of line: String) -> String {
        let words = line.split(separator: " ")
        let isPlain = line.utf8.allSatisfy { byte in
            (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || " ./_-+@:=,%".utf8.contains(byte)
        }
        let isShells = words.count > 1 && words[0].hasSuffix("sh") && words[1] == "-c"
        if isShells || line.utf8.contains(0x27) { return "--exec sh -- -c '…'" }
        guard isPlain, words.count > 1 else { return "--exec sh -- -c '\(line)'" }
        return "--exec \(words[0]) -- \(words.dropFirst().joined(separator: " "))"
    }

    /// What to write where arguments of the program stand before the `--`, so that they were taken for flags of our own.
    static func advice(onUnknown word: String, in arguments: [String]) -> String? {
        guard !arguments.contains("--"), let place = arguments.firstIndex(of: "--exec"),
            let other = arguments.lastIndex(of: word), other > place + 1
        else { return nil }
        return "arguments of --exec's program come last, behind --: --exec \(arguments[place + 1]) -- \(word) …"
    }
}
