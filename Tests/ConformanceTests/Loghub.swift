import Foundation
import Testing

/// The seven systems of loghub (https://github.com/logpai/loghub; Zhu et al., ISSRE 2023), and what the columns of
/// their truth mean for us: which field a column is held against, which column says something else than its name, and
/// where the truth itself is not what stands in the log.
struct LoghubSystem: Sendable, CustomTestStringConvertible {
    let name: String
    /// The log's time, made of the truth's columns: all of RFC 3339, or what follows the year where the log has none.
    let time: @Sendable (Loghub.Row) -> String
    let checks: [Check]
    var testDescription: String { name }

    /// A field, or several put together, that must be what the truth's columns say.
    struct Check: Sendable {
        let columns: String
        let expected: @Sendable (Loghub.Row) -> String
        let actual: @Sendable (Loghub.Record) -> String

        init(
            _ columns: String, _ actual: @escaping @Sendable (Loghub.Record) -> String,
            _ expected: (@Sendable (Loghub.Row) -> String)? = nil
        ) {
            self.columns = columns
            self.expected = expected ?? { $0[columns] }
            self.actual = actual
        }
    }

    static let all = [
        LoghubSystem(
            name: "Apache", time: { Loghub.ctime($0["Time"]) },
            checks: [level, Check("Content", Loghub.apacheContent)]),
        LoghubSystem(
            name: "HDFS", time: { Loghub.compact($0["Date"], $0["Time"]) },
            checks: [Check("Pid") { $0["pid"] }, level, Check("Component") { $0["logger"] }, content]),
        LoghubSystem(
            name: "Hadoop", time: { Loghub.iso($0["Date"], $0["Time"]) },
            checks: [level, Check("Process") { $0["thread"] }, Check("Component") { $0["logger"] }, content]),
        LoghubSystem(
            name: "Linux", time: { Loghub.yearless($0["Month"], $0["Date"], $0["Time"]) },
            checks: [
                Check("Level") { $0["host"] }, Check("PID") { $0["pid"] },
                Check("Component") { $0["process"] + ($0["version"].isEmpty ? "" : " " + $0["version"]) }, content,
            ]),
        LoghubSystem(
            name: "OpenSSH", time: { Loghub.yearless($0["Date"], $0["Day"], $0["Time"]) },
            checks: [Check("Component") { $0["host"] }, Check("Pid") { $0["pid"] }, content]),
        LoghubSystem(
            name: "Proxifier", time: { Loghub.dotted($0["Time"]) },
            checks: [Check("Program") { $0["process"] + ($0["bits"].isEmpty ? "" : " *" + $0["bits"]) }, content]),
        LoghubSystem(
            name: "Zookeeper", time: { Loghub.iso($0["Date"], $0["Time"]) },
            checks: [
                level,
                Check("Node:Component", { $0["thread"] + ":" + $0["logger"] }, { $0["Node"] + ":" + $0["Component"] }),
                Check("Id") { $0["line"] }, content,
            ]),
    ]

    private static let content = Check("Content") { $0["message"] }
    private static let level = Check(
        "Level", { $0["level"] }, { Loghub.levels[$0["Level"].lowercased()] ?? $0["Level"] })
}

/// A column whose name, or whose text, is not what the log says. It is still held against the log: as what it is.
struct LoghubDoubt: Sendable {
    let system: String
    let column: String
    let reason: String

    static let all = [
        LoghubDoubt(
            system: "all", column: "Content",
            reason: "the blanks at both ends were stripped; we keep them, and compare without"),
        LoghubDoubt(
            system: "HDFS", column: "Pid",
            reason: "the layout's %t: the number of a thread; we call it pid as the truth does"),
        LoghubDoubt(system: "Hadoop", column: "Process", reason: "the layout's %t: our thread"),
        LoghubDoubt(system: "Linux", column: "Level", reason: "the host: syslog's files have no level"),
        LoghubDoubt(
            system: "Linux", column: "Component", reason: "with the version of 'syslogd 1.4.1', which we take apart"),
        LoghubDoubt(system: "OpenSSH", column: "Date", reason: "the month"),
        LoghubDoubt(system: "OpenSSH", column: "Component", reason: "the host: the program is always sshd"),
        LoghubDoubt(
            system: "Proxifier", column: "Program",
            reason: "with the mark of 64 bit programs, ' *64', which we take apart"),
        LoghubDoubt(
            system: "Zookeeper", column: "Node, Component",
            reason:
                "'[%t:%C{1}@%L]' cut at the first ':', in the midst of addresses; joined again they are thread and logger"
        ),
        LoghubDoubt(system: "Zookeeper", column: "Id", reason: "the line of the source"),
    ]
}
