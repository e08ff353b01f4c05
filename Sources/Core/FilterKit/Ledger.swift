import Bytes
import System

/// Why a record or line went no further. The words stand in ledgers and rejects; scripts rely on them.
package enum DropReason: String, CaseIterable, Sendable {
    case filtered
    case blank
    case late
    case noMatch = "no-match"
    case tooLong = "too-long"
    case badJSON = "bad-json"
    case badTime = "bad-time"
    case badType = "bad-type"
    case badRow = "bad-row"
    case cutShort = "cut-short"
    case forgedControl = "forged-control"
    case matchLimit = "match-limit"

    /// Data that weir could not take, as against data that was told to go.
    package var isReject: Bool { self != .filtered && self != .blank && self != .late }
}

/// What went in and where it went: in = passed + absorbed + dropped, out = passed + created. Every filter keeps one.
package struct Ledger: Sendable {
    package var taken = 0
    package var passed = 0
    package var absorbed = 0
    package var created = 0
    package private(set) var dropped: [DropReason: Int] = [:]
    /// The reader of the output left before the end, so less was written than was made.
    package var closedEarly = false

    package init() {}

    package mutating func drop(_ reason: DropReason) { dropped[reason, default: 0] += 1 }

    package var droppedInAll: Int { dropped.values.reduce(0, +) }
    package var rejected: Int { dropped.reduce(0) { $0 + ($1.key.isReject ? $1.value : 0) } }
    package var out: Int { passed + created }
    package var balances: Bool { taken == passed + absorbed + droppedInAll }

    /// The ledger's line. Pipes are named by inode, so that a reader can follow stage to stage.
    package func line(stage: String, status: Int32, input: String?, output: String?) -> [UInt8] {
        var text = ByteBuffer(capacity: 512)
        text.append("{\"stage\":\"")
        text.append(escaping: stage)
        text.append("\"")
        func member(_ name: String, _ value: Int) { text.append(",\"\(name)\":\(value)") }
        member("in", taken)
        member("passed", passed)
        member("absorbed", absorbed)
        member("created", created)
        member("out", out)
        text.append(",\"dropped\":{")
        var isFirst = true
        for reason in DropReason.allCases {
            guard let count = dropped[reason] else { continue }
            text.append("\(isFirst ? "" : ",")\"\(reason.rawValue)\":\(count)")
            isFirst = false
        }
        text.append("}")
        if closedEarly { text.append(",\"closed_early\":true") }
        if let input { text.append(",\"input\":\"\(input)\"") }
        if let output { text.append(",\"output\":\"\(output)\"") }
        member("status", Int(status))
        text.append("}\n")
        return text.contents
    }
}
