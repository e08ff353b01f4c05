/// What a field is good for.
enum FieldRole: String {
    case time, level, message, label, measure, identifier, constant, text
}

/// What an identifier tells apart.
enum IdentifierKind: String { case trace, span, request, session, user, client, process, other }

/// The judgement over a field, from its name and what its values look like.
struct FieldJudgement {
    let role: FieldRole
    var identifier: IdentifierKind?
    /// Series that `--by` this field would give; nil where it makes no label.
    var series: Int?
    /// Why, in half a sentence.
    let reason: String

    /// A label with more values makes tables that nobody reads, and metrics that cost more than the log.
    static let mostSeries = 100

    /// Numbers that are names.
    private static let codes: Set<String> = [
        "status", "code", "pid", "tid", "uid", "gid", "line", "port", "facility_code", "thread_id",
    ]
    /// What tells places in a program or a request apart, not what one would watch.
    private static let places: Set<String> = ["line", "port", "query", "version"]
    private static let names: [(IdentifierKind, Set<String>)] = [
        (.trace, ["trace_id", "traceid", "traceparent", "x_b3_traceid", "dd_trace_id", "trace"]),
        (.span, ["span_id", "spanid", "parent_id", "parent_span_id"]),
        (.request, ["request_id", "requestid", "req_id", "reqid", "x_request_id", "correlation_id", "unique_id"]),
        (.session, ["session_id", "sessionid", "session", "sid", "conn_id", "connection_id"]),
        (.user, ["user", "user_id", "userid", "username", "user_name", "login", "account", "customer_id"]),
        (.client, ["client", "remote_addr", "client_ip", "peer"]),
        (.process, ["pid", "tid", "process_id", "thread_id"]),
    ]

    /// - Parameters:
    ///   - present: records that have the field, of `records` that were counted.
    ///   - distinct: values in the whole log.
    init(_ field: FieldProfile, present: Int, records: Int, distinct: UInt64) {
        let name = field.name.lowercased()
        let plain = String(name.map { $0 == "." || $0 == "-" ? "_" : $0 })
        let isNumeric = field.kinds.numeric * 10 >= field.present * 9 && field.present > 0
        switch name {
        case "time": (role, reason) = (.time, "event time")
        case "message": (role, reason) = (.message, "what happened, in words")
        case "level":
            (role, series, reason) = (.level, Int(distinct), "severity")
        default:
            if let kind = Self.kind(of: plain, field.texts) {
                (role, identifier) = (.identifier, kind)
                // A few users, or a few clients, make a label all the same.
                series = Self.series(distinct, present, records)
                reason = "tells each \(kind == .other ? "thing" : kind.rawValue) apart"
            } else if distinct == 1, present * 10 >= records * 9, records > 1 {
                (role, reason) = (.constant, "the same in all records")
            } else if isNumeric, !Self.codes.contains(plain) {
                (role, reason) = (.measure, "numbers to sum up or to take quantiles of")
            } else if !Self.places.contains(plain), let few = Self.series(distinct, present, records) {
                (role, series, reason) = (.label, few, "few values that come again")
            } else if !isNumeric, distinct * 10 >= UInt64(present) * 9, present >= 20,
                field.texts.shortest == field.texts.longest
            {
                (role, identifier, reason) = (
                    .identifier, .other, "nearly every value is new, and all are of one length"
                )
            } else {
                (role, reason) = (
                    .text, isNumeric ? "numbers that are names" : "no label: too many values, or too few records"
                )
            }
        }
    }

    private static func kind(of name: String, _ texts: TextShapes) -> IdentifierKind? {
        if let (kind, _) = names.first(where: { $0.1.contains(name) }) { return kind }
        if texts.are(\.traceParents) || texts.are(\.traceIds) && name.contains("trace") { return .trace }
        if texts.are(\.uuids) || texts.are(\.traceIds) { return .other }
        return name.hasSuffix("_id") || name.hasSuffix("uuid") ? .other : nil
    }

    private static func series(_ distinct: UInt64, _ present: Int, _ records: Int) -> Int? {
        guard distinct > 1, distinct <= UInt64(mostSeries), distinct * 4 <= UInt64(present) || distinct <= 3 else {
            return nil
        }
        return Int(distinct) + (present < records ? 1 : 0)
    }
}
