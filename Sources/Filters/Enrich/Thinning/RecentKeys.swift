import Bytes

/// What is remembered of each key, for a while and for so many keys: a young table and an old one, and when the young one is
/// old or full, the old one is forgotten. So nothing has to be searched for what is to go, and memory has a limit.
struct RecentKeys {
    struct Entry {
        /// Nanoseconds of event time, or the number of a span of it.
        var time: Int64
        var count: Int64
    }

    /// Keys of one table.
    static let most = 1 << 19

    private var young: [RecordKey: Entry] = [:]
    private var old: [RecordKey: Entry] = [:]
    /// When the young table was begun.
    private var begun: Int64?
    /// How long a key is remembered at least, in nanoseconds of event time.
    private let span: Int64

    init(span: Int64) { self.span = span }

    subscript(key: RecordKey) -> Entry? { young[key] ?? old[key] }

    mutating func keep(_ entry: Entry, for key: RecordKey, now: Int64) {
        let (age, overflow) = now.subtractingReportingOverflow(begun ?? now)
        if overflow || age >= span || young.count >= Self.most {
            old = young
            young = [:]
            begun = now
        }
        if begun == nil { begun = now }
        young[key] = entry
    }

    func save(to snapshot: inout SnapshotWriter) {
        snapshot.append(begun != nil)
        if let begun { snapshot.append(begun) }
        for table in [young, old] {
            snapshot.append(UInt64(table.count))
            for (key, entry) in table {
                key.save(to: &snapshot)
                snapshot.append(entry.time)
                snapshot.append(entry.count)
            }
        }
    }

    mutating func restore(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        begun = try snapshot.flag() ? snapshot.signed() : nil
        young = try Self.table(&snapshot)
        old = try Self.table(&snapshot)
    }

    private static func table(_ snapshot: inout SnapshotReader) throws(SnapshotError) -> [RecordKey: Entry] {
        var table: [RecordKey: Entry] = [:]
        for _ in 0..<(try snapshot.count()) {
            let key = try RecordKey(from: &snapshot)
            table[key] = Entry(time: try snapshot.signed(), count: try snapshot.signed())
        }
        return table
    }
}
