import Bytes

/// A series that is pending or firing under a rule.
struct ActiveAlert {
    let rule: Int
    /// The rule's place in its group, and the series'.
    let entry: Int
    var series: Int
    let group: Int
    var state = SeriesState()
    var width: Int64?
    /// What was measured last, and what when the condition held last, as JSON.
    var value: [UInt8] = []
    var heldValue: [UInt8] = []
    /// The labels it fired with, as a JSON object: what is resolved is what fired.
    var labels: [UInt8] = []

    init(rule: Int, entry: Int, series: Int, group: Int) {
        self.rule = rule
        self.entry = entry
        self.series = series
        self.group = group
    }

    func save(to snapshot: inout SnapshotWriter) {
        state.save(to: &snapshot)
        snapshot.append(width ?? 0)
        snapshot.append(value)
        snapshot.append(heldValue)
        snapshot.append(labels)
    }

    mutating func restore(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        state = try SeriesState(from: &snapshot)
        let width = try snapshot.signed()
        self.width = width > 0 ? width : nil
        value = try snapshot.run()
        heldValue = try snapshot.run()
        labels = try snapshot.run()
    }
}
