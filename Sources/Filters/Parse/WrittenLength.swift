import Bytes
import FilterKit
import Records

/// How long a record is when it is written. Escapes, the Base64 of bytes that are not UTF-8 and the names of columns make it
/// longer than its line was, and the next filter takes no line beyond its limit.
final class WrittenLength {
    private var buffer = ByteBuffer(capacity: 1 << 10)

    /// Lines up to this, of at most this many fields, cannot become too long.
    static let harmlessLine = 16_384
    private static let harmlessFields = 512

    /// Bytes of the record, if they are more than the next filter takes; nil where they are not.
    func excess(_ record: borrowing Record, of line: Slice, in run: FilterRun) -> Int? {
        guard line.count > Self.harmlessLine || record.count > Self.harmlessFields else { return nil }
        buffer.truncate(to: 0)
        record.write(to: &buffer)
        return buffer.count > run.longestRecord ? buffer.count : nil
    }
}
