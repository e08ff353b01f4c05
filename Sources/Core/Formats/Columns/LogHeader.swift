import Bytes

/// The line of a log that names its columns, as it was read. It belongs to one format: another's parser does not look
/// at it.
package struct LogHeader: Sendable {
    package let format: String
    /// The names, without what a directive has before them.
    package internal(set) var text: [UInt8]
    /// What a `#Date` directive said (W3C): the day of rows that have but a time.
    package var date: [UInt8]
    /// `#Software` is one whose times taken are seconds, as the W3C has them, and not IIS' milliseconds.
    package var hasSeconds = false
    /// What was made of the text; made again after a restart.
    var columns: Columns?
    /// A row has shown that it is no header, but a line like the others; while the format is being found out only.
    var isRefuted = false

    init(
        format: String, text: [UInt8], date: [UInt8] = [], hasSeconds: Bool = false, columns: Columns? = nil
    ) {
        self.hasSeconds = hasSeconds
        self.format = format
        self.text = text
        self.date = date
        self.columns = columns
    }

    init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        format = try snapshot.text()
        text = try snapshot.run()
        date = try snapshot.run()
        hasSeconds = try snapshot.flag()
        columns = nil
    }

    func save(to snapshot: inout SnapshotWriter) {
        snapshot.append(format)
        snapshot.append(text)
        snapshot.append(date)
        snapshot.append(hasSeconds)
    }
}
