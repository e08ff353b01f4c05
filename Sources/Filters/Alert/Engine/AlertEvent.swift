import Bytes

/// Something to tell: an alert fires, or is resolved.
struct AlertEvent {
    /// The rule's place in the list.
    let rule: Int
    let isFiring: Bool
    /// When, in event time.
    let time: Int64
    /// Since when the condition has held.
    let startsAt: Int64
    /// The labels of the alert as a JSON object: those of the series, and the rule's.
    let labels: [UInt8]
    /// What was measured last, and what when the condition held last, as JSON.
    let value: [UInt8]
    let heldValue: [UInt8]
    /// The width of the windows, nanoseconds.
    let width: Int64?
    /// The values that were measured last, up to this one.
    var recent: [(time: Int64, value: Double)] = []
    /// Sample lines and values that came with the record, as members of a JSON object.
    var samples: [UInt8] = []
}
