import Testing

/// Logs whose lines depend on those before them.
struct Logs: CustomTestStringConvertible, Sendable {
    let name: String
    let arguments: [String]
    let lines: [String]

    var testDescription: String { name }

    static let all = [
        Logs(name: "files that come mixed, in envelopes", arguments: [], lines: mixed),
        Logs(name: "stack traces", arguments: ["--format", "log4j"], lines: traces),
        Logs(name: "no year, over New Year", arguments: ["--format", "syslog-rfc3164"], lines: yearless),
        Logs(name: "a header that is inferred", arguments: [], lines: inferred),
        Logs(name: "another format from the middle on", arguments: [], lines: changing),
        Logs(
            name: "fields within fields", arguments: ["--nested", "message:syslog-rfc3164"],
            lines: yearless.map { #"{"message":""# + $0 + #"","a":1}"# }),
        Logs(name: "too few lines to decide", arguments: [], lines: Array(access.prefix(3))),
        Logs(
            name: "events that a pattern begins", arguments: ["--pattern", "^(?<message>.*)", "--multiline", "^A"],
            lines: ["x", "A1", "", "", "b", "A2", "", "A3", "c"]),
    ]

    private static let access = (0..<80).map { index in
        #"192.0.2.10 - - [24/Nov/2026:10:00:\#(index % 50 + 10) +0000] "GET /\#(index) HTTP/1.1" 200 1043"#
    }

    private static let traces = (0..<30).flatMap { index in
        [
            "2026-11-24 10:00:\(index + 10),000 [main] ERROR shop.Orders - failed \(index)",
            "java.lang.IllegalStateException: no stock", "\tat shop.Orders.place(Orders.java:42)", "",
            "Caused by: java.io.IOException: timeout", "\t... 12 more",
        ]
    }

    private static let yearless = (0..<90).map { index in
        let day = index < 45 ? "Dec 31 23:5" : "Jan  1 00:0"
        return "\(day)\(index % 10):\(index % 50 + 10) web1 sshd[\(index)]: session \(index) opened"
    }

    private static let inferred = (0..<90).map { index in
        "2026-11-24 10:\(index % 50 + 10):00 INFO  worker-\(index % 3) did \(index)"
    }

    private static let changing =
        Array(access.prefix(70)) + inferred.map { #"{"time":"\#($0.prefix(19))","n":\#($0.count)}"# }

    private static let mixed: [String] = {
        var lines: [String] = []
        for index in 0..<70 {
            lines.append(envelope(access[index], "access.log", index * 80))
            lines.append(envelope(traces[index], "app.log", index * 60))
            lines.append(envelope(yearless[index], #"odd\"name.log"#, index * 50))
        }
        return lines
    }()

    private static func envelope(_ line: String, _ file: String, _ offset: Int) -> String {
        let raw = line.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\t", with: "\\t")
        return #"{"_raw":"\#(raw)","_file":"\#(file)","_offset":\#(offset)}"#
    }
}

extension String {
    /// Plain replacement, without Foundation.
    fileprivate func replacing(_ part: Character, with text: String) -> String {
        reduce(into: "") { $0 += $1 == part ? text : String($1) }
    }
}
