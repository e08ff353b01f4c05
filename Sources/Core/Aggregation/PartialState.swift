import Bytes
import Metrics
import Records

/// What `_state` of a partial record holds: all that is needed to merge the series with that of another part, and to know
/// that it is the same question. Base64 of a snapshot:
///
///     version, words of the plan, labels, codes of the measures,
///     window (start, end, width, or the gap of sessions as a negative number) or none,
///     first and last event, key or overflow, count, states
///
/// What left besides, for late records, has version 2, and its number before the words.
package struct PartialState {
    static let version: UInt64 = 1
    static let versionOfLate: UInt64 = 2

    /// What all partial states of one run begin with.
    static func header(_ plan: AggregatePlan, labels: [String]) -> [UInt8] {
        var snapshot = SnapshotWriter()
        snapshot.append(version)
        snapshot.append(UInt64(plan.words.count))
        for word in plan.words { snapshot.append(word) }
        snapshot.append(UInt64(labels.count))
        for label in labels { snapshot.append(label) }
        snapshot.append(UInt64(plan.measures.count))
        for measure in plan.measures { snapshot.append(measure.kind.code) }
        return snapshot.contents
    }

    /// Appends the base64 of a series' state.
    static func append(
        _ header: [UInt8], _ state: WindowState, _ series: Int, to buffer: inout ByteBuffer
    ) {
        var snapshot = SnapshotWriter()
        snapshot.append(state.width != nil)
        if let width = state.width {
            snapshot.append(state.window.start)
            snapshot.append(state.window.end)
            snapshot.append(state.sessionGap.map { -$0 } ?? width)
        }
        state.span.write(to: &snapshot)
        snapshot.append(series != WindowState.overflow)
        if let key = state.key(of: series) { snapshot.append(key) }
        state.write(series, to: &snapshot)
        var bytes = ByteBuffer(capacity: 512)
        if state.part > 0 {
            var late = SnapshotWriter()
            late.append(versionOfLate)
            late.append(state.part)
            bytes.append(late.contents)
        }
        // The version is a byte, and there is one already for late ones.
        bytes.append(state.part > 0 ? Array(header.dropFirst()) : header)
        bytes.append(snapshot.contents)
        buffer.append(base64: bytes, Slice(start: 0, count: bytes.count))
    }

    /// 0, or the number of what left besides.
    package let part: UInt64
    package let words: [String]
    package let labels: [String]
    let codes: [UInt64]
    package internal(set) var window: Window?
    var width: Int64?
    /// Of sessions: their windows are from the first event to the last.
    let sessionGap: Int64?
    let span: EventSpan
    /// Nil for the overflow series.
    var key: [UInt8]?
    /// What is kept of the series comes next.
    var rest: SnapshotReader

    package init(reading bytes: [UInt8]) throws(SnapshotError) {
        var snapshot = SnapshotReader(bytes)
        switch try snapshot.unsigned() {
        case Self.version: part = 0
        case Self.versionOfLate: part = try snapshot.unsigned()
        default: throw .foreign
        }
        var words: [String] = []
        for _ in 0..<(try snapshot.count()) { words.append(try snapshot.text()) }
        var labels: [String] = []
        for _ in 0..<(try snapshot.count()) { labels.append(try snapshot.text()) }
        var codes: [UInt64] = []
        for _ in 0..<(try snapshot.count()) { codes.append(try snapshot.unsigned()) }
        self.words = words
        self.labels = labels
        self.codes = codes
        if try snapshot.flag() {
            let window = Window(start: try snapshot.signed(), end: try snapshot.signed())
            guard window.start <= window.end else { throw .foreign }
            self.window = window
            let width = try snapshot.signed()
            guard width > .min else { throw .foreign }
            self.width = width < 0 ? nil : width
            sessionGap = width < 0 ? -width : nil
        } else {
            window = nil
            width = nil
            sessionGap = nil
        }
        span = try EventSpan(from: &snapshot)
        key = try snapshot.flag() ? try snapshot.run() : nil
        rest = snapshot
    }
}
