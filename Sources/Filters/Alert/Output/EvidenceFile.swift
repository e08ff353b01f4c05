import Bytes
import Records
import System

/// The file of `--evidence`: records of the log, the newest last. An alert brings along those that its series was made of.
struct EvidenceFile {
    let path: String

    /// Records that an alert brings.
    static let most = 5
    /// Bytes that are read from the end.
    static let reach: Int64 = 1 << 20

    /// The last records with the labels of the alert from the time since its condition held, as a JSON array; nil where
    /// there are none.
    func records(of event: AlertEvent) -> [UInt8]? {
        guard let file = try? Descriptor.open(reading: path) else { return nil }
        defer { file.close() }
        guard let status = try? FileStatus(of: file), status.kind == .regular else { return nil }
        let start = max(0, status.size - Self.reach)
        let bytes = file.bytes(at: start, count: Int(status.size - start))
        var lines = bytes.split(separator: 0x0A)
        // The first may be the rest of one, the last one that is being written.
        if start > 0, !lines.isEmpty { lines.removeFirst() }
        if bytes.last != 0x0A, !lines.isEmpty { lines.removeLast() }
        let labels = (try? JSONTree(parsing: event.labels))?.members ?? []
        let end = event.time.addingReportingOverflow(event.width ?? 0)
        var found: [[UInt8]] = []
        for line in lines.reversed() where found.count < Self.most {
            guard let tree = try? JSONTree(parsing: Array(line)), case .object = tree,
                Self.isOf(tree, labels, from: event.startsAt, to: end.overflow ? .max : end.partialValue)
            else { continue }
            found.append(Array(line))
        }
        guard !found.isEmpty else { return nil }
        return [0x5B] + Array(found.reversed().joined(separator: [0x2C])) + [0x5D]
    }

    /// Labels that a record does not have, such as those of the rule, say nothing about it.
    private static func isOf(_ tree: JSONTree, _ labels: [JSONTree.Member], from start: Int64, to end: Int64) -> Bool {
        var buffer = ByteBuffer(capacity: 64)
        buffer.append(tree["time"]?.string ?? "")
        guard let time = Timestamp(rfc3339: buffer, Slice(start: 0, count: buffer.count))?.nanoseconds,
            time >= start, time <= end
        else { return false }
        return labels.allSatisfy { label in tree[label.name].map { $0 == label.value } ?? true }
    }
}
