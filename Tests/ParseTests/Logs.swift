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
        Logs(name: "rows of CSV, some over several lines", arguments: ["--format", "csv"], lines: rows),
        Logs(name: "CSV that is detected", arguments: [], lines: rows),
        Logs(name: "parts of lines from Kubernetes, mixed", arguments: ["--format", "cri"], lines: parts),
        Logs(
            name: "entries of the journal, with binary fields", arguments: ["--format", "journal-export"],
            lines: entries),
        Logs(name: "lines that are not whole", arguments: ["--format", "log4j"], lines: cut),
    ]

    private static let rows =
        ["time,level,message"]
        + (0..<30).flatMap { index in
            let time = "2026-11-24T10:00:\(index + 10)Z"
            return ["\(time),warn,plain \(index)", "\(time),error,\"begins", "", "goes, \"\"on\"\"", "ends\"", ""]
        }

    private static let parts = (0..<20).flatMap { index in
        let time = "2026-11-24T10:00:\(index + 10).000000000Z"
        return [
            "\(time) stdout P begins \(index) ", "\(time) stderr P other ", "\(time) stdout P goes on ",
            "\(time) stdout F ends", "\(time) stderr F ends too", "\(time) stderr F whole",
        ]
    }

    private static let entries = (0..<20).flatMap { index in
        [
            "__CURSOR=s=1;i=\(index)", "__REALTIME_TIMESTAMP=179552160\(index + 10)000000", "PRIORITY=6",
            // A field that has a newline: its length in eight bytes, and then its bytes.
            "MESSAGE", "\u{9}\0\0\0\0\0\0\0two", "lines", "_PID=\(index)", "",
        ]
    }

    /// In envelopes that say how long they were; some of them are events of several lines.
    private static let cut = (0..<30).map { index in
        let raw = index % 3 == 0 ? "2026-11-24 10:00:\(index + 10),000 [main] ERROR shop.Orders - failed" : "more of it"
        return #"{"_raw":"\#(raw)","_file":"app.log","_offset":\#(index * 80),"_partial":\#(1000 + index)}"#
    }

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
