/// Counts by bucket index: pages of 16 buckets that exist once one of their buckets is used, behind a directory that
/// covers the range in use.
///
/// The values of one series mostly lie close together, which is a few pages side by side; two values at the ends of
/// `Double`'s range cost two pages and a 17 KiB directory, where one dense array would cost a mebibyte (and a log can
/// be made to hold such values).
struct BucketCounts: Sendable {
    private static let pageShift = 4
    private static let pageSize = 1 << pageShift

    /// The page number of the directory's first entry.
    private var firstPage = 0
    /// For each page number: 0, or 1 + the page's place in `counts`.
    private var directory: [UInt16] = []
    private var counts: [UInt64] = []

    var isEmpty: Bool { directory.isEmpty }

    /// Adds to the bucket, up to `UInt64.max` (saturation keeps merging free of order). Allocates only when a page is
    /// new.
    @inline(__always)
    mutating func add(_ count: UInt64, to index: Int) {
        let page = index >> Self.pageShift
        let entry = page &- firstPage
        if entry >= 0, entry < directory.count, directory[entry] != 0 {
            let place = (Int(directory[entry]) &- 1) << Self.pageShift | index & (Self.pageSize - 1)
            counts[place] = counts[place].saturatingSum(count)
        } else {
            open(page)
            add(count, toOpened: index)
        }
    }

    private mutating func add(_ count: UInt64, toOpened index: Int) {
        let place =
            (Int(directory[index >> Self.pageShift - firstPage]) - 1) << Self.pageShift | index & (Self.pageSize - 1)
        counts[place] = counts[place].saturatingSum(count)
    }

    private mutating func open(_ page: Int) {
        if directory.isEmpty {
            firstPage = page
            directory.append(0)
        } else if page < firstPage {
            directory.insert(contentsOf: repeatElement(0, count: firstPage - page), at: 0)
            firstPage = page
        } else if page >= firstPage + directory.count {
            directory.append(contentsOf: repeatElement(0, count: page - firstPage - directory.count + 1))
        }
        directory[page - firstPage] = UInt16(counts.count >> Self.pageShift + 1)
        counts.append(contentsOf: repeatElement(0, count: Self.pageSize))
    }

    /// Every bucket that is not zero, by rising index (or falling, if `reversed`), until `body` returns false. Returns
    /// whether all were visited.
    @discardableResult
    func forEach(reversed: Bool = false, _ body: (_ index: Int, _ count: UInt64) -> Bool) -> Bool {
        let span = directory.count << Self.pageShift
        var step = 0
        while step < span {
            let position = reversed ? span - 1 - step : step
            let page = Int(directory[position >> Self.pageShift])
            if page == 0 {
                step += Self.pageSize
                continue
            }
            let count = counts[(page - 1) << Self.pageShift | position & (Self.pageSize - 1)]
            if count != 0, !body(firstPage << Self.pageShift + position, count) { return false }
            step += 1
        }
        return true
    }

    mutating func merge(_ other: BucketCounts) {
        other.forEach { index, count in
            add(count, to: index)
            return true
        }
    }

    /// Forgets the counts and keeps the pages' memory.
    mutating func removeAll() {
        directory.removeAll(keepingCapacity: true)
        counts.removeAll(keepingCapacity: true)
    }
}

extension UInt64 {
    /// The sum, or the largest number if it does not fit: commutative and associative, and nothing that comes from
    /// input traps.
    @inline(__always)
    func saturatingSum(_ other: UInt64) -> UInt64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}
