import Records

@testable import Notify

let second: Int64 = 1_000_000_000

/// An alert as weir-alert writes it.
func alert(
    _ name: String = "Slow", path: String = "/a", firing: Bool = true, since: String = "2026-11-24T10:00:00Z",
    annotations: String = "{}"
) throws -> AlertNotice {
    let json = """
        {"alert":"\(name)","state":"\(firing ? "firing" : "resolved")","labels":{"path":"\(path)"},"value":0.5,\
        "starts_at":"\(since)","ends_at":\(firing ? "null" : #""2026-11-24T11:00:00Z""#),"fingerprint":"\(name)\(path)",\
        "annotations":\(annotations)}
        """
    return try AlertNotice(JSONTree(parsing: Array(json.utf8)))
}
