/// In how many parts of a log each value of a field comes: what tells how many more values there are in the parts that were
/// not read.
///
/// Only a sample of the values is kept, that is even over the values, however often each comes: those whose hash ends with
/// enough zeros (Gibbons, "Distinct sampling for highly-accurate answers to distinct values queries", VLDB 2001). The bound is
/// 2,048 values of 16 bytes; a number estimated from it is off by 2 % or so.
struct PartCounts {
    private struct Entry {
        var hash: UInt64 = 0
        var parts: Int32 = 0
        var last: Int32 = -1
    }

    private static let most = 2048

    private var entries: [Entry] = []
    private var used = 0
    /// Zeros at the end of the hashes that are kept.
    private var level = 0

    /// - Parameters:
    ///   - hash: of the value, even in all its bits.
    ///   - part: number of the part of the log.
    mutating func observe(_ hash: UInt64, part: Int) {
        let hash = hash == 0 ? 1 << 63 : hash
        guard hash.trailingZeroBitCount >= level else { return }
        if entries.isEmpty { entries = Array(repeating: Entry(), count: 64) }
        let place = place(of: hash)
        if entries[place].hash == 0 {
            entries[place].hash = hash
            used += 1
        }
        if entries[place].last != Int32(truncatingIfNeeded: part) {
            entries[place].last = Int32(truncatingIfNeeded: part)
            entries[place].parts += 1
        }
        if used > Self.most { raise() } else if used * 2 > entries.count { keep(in: entries.count * 2) }
    }

    private func place(of hash: UInt64) -> Int {
        let mask = entries.count - 1
        var place = Int(truncatingIfNeeded: hash >> 40) & mask
        while entries[place].hash != 0, entries[place].hash != hash { place = (place + 1) & mask }
        return place
    }

    private mutating func raise() {
        level += 1
        keep(in: entries.count)
    }

    private mutating func keep(in room: Int) {
        let known = entries
        entries = Array(repeating: Entry(), count: room)
        used = 0
        for entry in known where entry.hash != 0 && entry.hash.trailingZeroBitCount >= level {
            entries[place(of: entry.hash)] = entry
            used += 1
        }
    }

    /// Values that come in so many parts, of all values.
    func values(inParts number: Int) -> Double {
        let found = entries.reduce(0) { $0 + ($1.hash != 0 && Int($1.parts) == number ? 1 : 0) }
        return Double(found) * Double(UInt64(1) << UInt64(level))
    }

    /// Different values in a whole log of which `parts` evenly spread parts were read: the curve of Colwell et al., "Models and
    /// estimators linking individual-based and sample-based rarefaction, extrapolation and comparison of assemblages" (Journal
    /// of Plant Ecology 5, 2012), equation 18, with Chao's estimator of what was not seen (Chao, Biometrics 43, 1987).
    ///
    /// Whole parts are its units and not single records, since what stands together in a log is alike: values that come only in
    /// one part say how many are still to come, however often they come in it (the same is found by Chaudhuri, Das & Srivastava,
    /// "Effective use of block-level sampling in statistics estimation", SIGMOD 2004). No estimator from a sample can promise an
    /// error (Charikar et al., "Towards estimation error guarantees for distinct values", PODS 2000).
    ///
    /// - Parameters:
    ///   - distinct: values seen.
    ///   - factor: size of the log, in terms of what was read.
    func extrapolated(_ distinct: Double, parts: Int, timesRead factor: Double) -> Double {
        guard factor > 1, parts > 1 else { return distinct }
        let once = values(inParts: 1)
        let twice = values(inParts: 2)
        guard once > 0 else { return distinct }
        let correction = Double(parts - 1) / Double(parts)
        let unseen = correction * (twice > 0 ? once * once / (2 * twice) : once * (once - 1) / 2)
        guard unseen > 0 else { return distinct }
        let more = Int((Double(parts) * (factor - 1)).rounded())
        let rest = (1 - once / (Double(parts) * unseen + once)).raised(to: more)
        return distinct + unseen * (1 - rest)
    }
}
