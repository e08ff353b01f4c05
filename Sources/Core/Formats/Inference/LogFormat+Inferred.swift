extension LogFormat {
    /// The format of logs that no other describes, before anything has been learned of them: its pattern has every field
    /// that a header can have.
    package static func inferred() throws(FormatError) -> LogFormat {
        try LogFormat(json: Array("\(inferredText)".utf8), file: "inferred", checksPatterns: false)
    }

    private static let inferredText: StaticString = #"""
        {
          "name": "inferred",
          "title": "a header that was inferred",
          "patterns": [
            {
              "name": "header",
              "regex": "(?<time>)(?<level>)(?<host>)(?<process>)(?<pid>)(?<tid>)(?<thread>)(?<component>)(?<logger>)(?<message>)"
            }
          ],
          "fields": {"pid": {"type": "integer"}, "tid": {"type": "integer"}},
          "time": {"field": "time", "layouts": ["rfc3339"]},
          "level": {
            "map": {
              "T": "trace", "V": "trace", "D": "debug", "I": "info", "N": "info", "W": "warn", "E": "error", "C": "fatal",
              "F": "fatal"
            }
          }
        }
        """#
}
