import Bytes
import Records

/// What a parser is told of the lines before: one for each stream, a plain value to copy.
package struct ParseContext: Sendable {
    package var time: TimeContext
    /// The header that names the columns of a CSV or W3C log; nil before it has come.
    package var header: LogHeader?

    /// - Parameters:
    ///   - reference: nanoseconds since 1970, when the source was written last, or now.
    ///   - isLive: the source is still being written.
    package init(zone: TimeZoneRules = .utc, reference: Int64, isLive: Bool = false) {
        time = TimeContext(zone: zone, reference: reference, isLive: isLive)
    }

    /// All that must be saved for a stream to go on where it was.
    package func save(to snapshot: inout SnapshotWriter) {
        time.save(to: &snapshot)
        snapshot.append(header != nil)
        header?.save(to: &snapshot)
    }

    package mutating func restore(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        try time.restore(from: &snapshot)
        header = try snapshot.flag() ? LogHeader(from: &snapshot) : nil
    }
}
