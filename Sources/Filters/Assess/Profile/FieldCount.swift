import Bytes
import Metrics
import Records

/// How many records have a field, and how many values it has.
struct FieldCount {
    let name: String
    let tag: UInt64
    /// Bytes of the name as it is written.
    let nameCount: Int
    /// Records that have it, with a value that is not null.
    private(set) var present = 0
    private(set) var distinct = DistinctState()
    /// Of a log that is not read whole.
    private var parts: PartCounts?
    /// Values often come again at once.
    private var last: UInt64 = 0

    init(name: String, tag: UInt64, nameCount: Int, isSampled: Bool) {
        self.name = name
        self.tag = tag
        self.nameCount = nameCount
        parts = isSampled ? PartCounts() : nil
    }

    /// - Parameter part: number of the part of the log.
    mutating func observe(_ hash: UInt64, part: Int) {
        present += 1
        if parts == nil {
            guard hash != last || present == 1 else { return }
            last = hash
        } else {
            parts?.observe(hash, part: part)
        }
        distinct.insert(hash)
    }

    /// Different values in what was read. Beyond a few thousand they are estimated, and more than the records that have the field there
    /// are not.
    var different: UInt64 { min(distinct.estimate, UInt64(present)) }

    /// Different values in the whole log.
    /// - Parameters:
    ///   - number: parts that were read.
    ///   - factor: size of the log, in terms of what was read.
    func values(inParts number: Int, timesRead factor: Double) -> UInt64 {
        guard let parts else { return different }
        let whole = parts.extrapolated(Double(different), parts: number, timesRead: factor)
        return UInt64(min(whole, Double(present) * max(factor, 1)).rounded())
    }
}
