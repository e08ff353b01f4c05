/// What became of the lines that were read.
struct LineTally {
    var lines = 0
    var bytes: Int64 = 0
    var blank = 0
    /// Lines of events that became records, and headers.
    var understood = 0
    /// Records that came of them.
    var records = 0
    /// Bytes of the records, as weir-parse would write them.
    var recordBytes: Int64 = 0

    /// Lines that say something and that no format took.
    var rejected: Int { max(0, lines - blank - understood) }

    /// Of the lines that say something, those that were understood, 0…1; nil where there are none.
    var share: Double? {
        let spoken = lines - blank
        return spoken > 0 ? Double(understood) / Double(spoken) : nil
    }

    static func += (a: inout LineTally, b: LineTally) {
        a.lines += b.lines
        a.bytes += b.bytes
        a.blank += b.blank
        a.understood += b.understood
        a.records += b.records
        a.recordBytes += b.recordBytes
    }
}
