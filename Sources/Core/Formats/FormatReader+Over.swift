import Records

/// Formats that are carried by another.
extension FormatReader {
    /// Which programs' messages they are, and the patterns that take them apart.
    func over(_ value: PlacedJSON?, of format: String) throws(FormatError) -> LogFormat.Over? {
        guard let value else { return nil }
        let members = try members(value, "\"over\"", known: ["transport", "process", "patterns"])
        if let transport = members["transport"] {
            _ = try word(transport, "\"transport\"", as: LogFormat.Transport.self)
        }
        let processes = try texts(members["process"], "\"process\"")
        guard !processes.isEmpty else {
            throw refuse(value, "\"over\" needs \"process\", the names of the programs")
        }
        if let index = processes.firstIndex(of: "*") {
            let odd = try elements(members["process"], "\"process\"")[index]
            throw refuse(odd, "\"*\" would be every program; write what their names begin with before it")
        }
        let (patterns, captured) = try patterns(members["patterns"], of: format)
        guard !patterns.isEmpty else {
            throw refuse(members["patterns"] ?? value, "\"over\" has no {\"name\":…,\"regex\":…} in \"patterns\"")
        }
        return LogFormat.Over(processes: processes, patterns: patterns, captured: captured)
    }
}
