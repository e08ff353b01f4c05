/// What can stand in the header of a log line behind its time, and how it is recognised there. The same expressions
/// probe the sample lines and make up the learned pattern.
enum HeaderElement: CaseIterable {
    /// `[INFO]`, `<info>`; `ERROR`; `error` in every line; `E` in every line.
    case bracketedLevel, level, weakLevel, levelLetter
    /// The word before a process; behind that, `sshd[4711]` or `kernel`. A process without a host must have its number.
    case hostOfProcess, process, processWithPid
    /// `[4711]`, `[4711:4712]`, `(pid 4711)`; `4711`.
    case bracketedPid, barePid, bareTid
    /// `[http-nio-8080-exec-1]`
    case bracketed
    /// `com.example.shop.Orders`; `shop.c:42`, `shop` before a colon, a dash or a bar.
    case dottedName, namedText
    /// The same word in every line, before a name.
    case host
    /// Anything between two bars.
    case column

    /// What may stand between two elements: blanks, a bracket that closes, a dash, a bar, a colon.
    static let separator = #"[\])>"]?+[ \t]*+(?:(?:[|,]|--?(?=[ \t])|[:;](?=[ \t\[(<|]))[ \t]*+)*+"#

    /// The end of a word.
    private static let end = #"(?=[ \t|:,;\[\])>]|\z)"#
    private static let number = #"\[ *+(?<pid>[0-9]++)(?:[:#/](?<tid>[0-9]++))?+ *+\]"#
    private static let unnamedNumber = #"\[ *+[0-9:#/]++ *+\]"#
    private static let program = #"[A-Za-z_][^ \t\[\]:|]*+"#
    /// A word that has a letter, or an address.
    private static let hostName = #"(?=[^ \t]*[A-Za-z]|[0-9]++(?:\.[0-9]++){3}[ \t])[A-Za-z0-9:][A-Za-z0-9._:-]*+"#

    private static let words =
        "trace|trc|finest|finer|verbose|debug|dbg|fine|config|informational|information|info|inf|notice|warning|warn|wrn"
        + "|error|err|severe|fatal|critical|crit|alert|emergency|emerg|panic|log"

    /// - Parameter name: what the element's text is called; for those that have no name of their own.
    func regex(name: String) -> String {
        switch self {
        case .bracketedLevel: #"[\[(<{*] *+(?<level>(?i:\#(Self.words))) *+[\])>}*]"#
        case .level: "(?<level>\(Self.words.uppercased()))\(Self.end)"
        case .weakLevel: "(?<level>(?i:\(Self.words)))\(Self.end)"
        case .levelLetter: #"(?<level>[TVDINWECF])(?=[ \t|])"#
        case .processWithPid: #"(?<process>\#(Self.program))\#(Self.number)"#
        case .hostOfProcess, .host:
            #"(?<host>\#(Self.hostName))(?=[ \t]++\#(Self.program)(?:\#(Self.unnamedNumber))?+:(?:[ \t]|\z))"#
        case .process: #"(?<process>\#(Self.program))(?:\#(Self.number))?+(?=:)"#
        case .bracketedPid: #"[\[(<] *+(?:(?i:pid)[ :=]?+)?+#?+(?<pid>[0-9]++)(?:[:#/](?<tid>[0-9]++))?+ *+[\])>]"#
        case .barePid: "#?+(?<pid>[0-9]++)\(Self.end)"
        case .bareTid: "(?<tid>[0-9]++)\(Self.end)"
        case .bracketed: #"\[ *+(?=.{1,100}\])(?<\#(name)>(?:[^\[\] ]++| ++(?!\])|\[[^\]]*+\])++) *+\]"#
        case .dottedName: #"(?<\#(name)>[A-Za-z_][A-Za-z0-9_]*+(?:[.$][A-Za-z0-9_]++){2,})\#(Self.end)"#
        case .namedText:
            #"(?<\#(name)>[A-Za-z_@][^ \t|\[\],;"'=]{0,80}?)(?=:[ \t]|:\z|[ \t]++--?[ \t]|[ \t]*+\|)"#
        case .column: #"(?<\#(name)>[^|]{1,64}?)(?=[ \t]*+\|)"#
        }
    }

    /// What recognises it in sample lines, more strictly: a word before a number in brackets is hardly anything but a
    /// host, and then it is one before a process without a number, too.
    func probe(name: String) -> String {
        self == .hostOfProcess
            ? #"(?<host>\#(Self.hostName))(?=[ \t]++\#(Self.program)\#(Self.unnamedNumber))"# : regex(name: name)
    }

    /// The fields that it makes, but for one whose name depends on what else there is.
    var fields: [String] {
        switch self {
        case .bracketedLevel, .level, .weakLevel, .levelLetter: ["level"]
        case .process, .processWithPid: ["process", "pid", "tid"]
        case .hostOfProcess, .host: ["host"]
        case .bracketedPid: ["pid", "tid"]
        case .barePid: ["pid"]
        case .bareTid: ["tid"]
        case .bracketed, .dottedName, .namedText, .column: []
        }
    }

    /// Which lines of a sample, of how many, must have it. What looks like a part of the message must be in each of
    /// several; what can hardly be anything else may be missing in some.
    func isLearned(in count: Int, of lines: Int) -> Bool {
        switch self {
        case .bracketedLevel, .level, .process, .processWithPid, .hostOfProcess, .bracketedPid: count * 4 >= lines * 3
        case .dottedName: count * 10 >= lines * 9
        case .bracketed: lines >= 3 && count * 4 >= lines * 3
        case .namedText, .column: lines >= 3 && count * 10 >= lines * 9
        case .barePid, .bareTid: count == lines
        case .weakLevel, .levelLetter, .host: lines >= 3 && count == lines
        }
    }

    /// A field that must have been found before.
    var condition: String? {
        switch self {
        case .process: "host"
        case .bareTid: "pid"
        default: nil
        }
    }

    /// The text must be the same everywhere.
    var isConstant: Bool { self == .host }

    /// Could as well be the message's first word if nothing of the header follows it.
    var needsCompany: Bool { self == .barePid || self == .bareTid }
}
