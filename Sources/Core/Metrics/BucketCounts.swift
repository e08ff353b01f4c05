/// Counts by bucket index: up to four buckets in place, and beyond that pages of 16 buckets that exist once one of their
/// buckets is used, behind a directory that covers the range in use.
///
/// The values of one series mostly lie close together, which is a few pages side by side; two values at the ends of
/// `Double`'s range cost two pages and a 17 KiB directory, where one dense array would cost a mebibyte (and a log can
/// be made to hold such values). Where there are a million series, most of them have but a few values each.
struct BucketCounts: Sendable {
    private static let pageShift = 4
    private static let pageSize = 1 << pageShift
    private static let mostInPlace = 4
    /// A directory that is longer was made for values far apart, which may well not come again.
    private static let mostKept = 256
    private static let emptyPage = [UInt64](repeating: 0, count: pageSize)

    private struct Bucket: BitwiseCopyable {
        var index: Int32 = 0
        var count: UInt32 = 0
    }

    /// The page number of the directory's first entry.
    private var firstPage = 0
    /// For each page number: 0, or 1 + the page's place in `counts`.
    private var directory: [UInt16] = []
    private var counts: [UInt64] = []
    /// The buckets while there are no pages, in no order.
    private var few = InlineArray<4, Bucket>(repeating: Bucket())
    private var fewCount = 0

    /// Counts have moved from their place into pages.
    private var hasPages: Bool { !counts.isEmpty }
    var isEmpty: Bool { !hasPages && fewCount == 0 }

    /// Adds to the bucket, up to `UInt64.max` (saturation keeps merging free of order). Allocates only when a page is
    /// new.
    @inline(__always)
    mutating func add(_ count: UInt64, to index: Int) {
        let page = index >> Self.pageShift
        let entry = page &- firstPage
        if entry >= 0, entry < directory.count, directory[entry] != 0 {
            let place = (Int(directory[entry]) &- 1) << Self.pageShift | index & (Self.pageSize - 1)
            counts[place] = counts[place].saturatingSum(count)
        } else if hasPages || !addInPlace(count, to: index) {
            addToPage(count, index)
        }
    }

    /// Returns whether there was room; if not, all buckets are in pages now.
    private mutating func addInPlace(_ count: UInt64, to index: Int) -> Bool {
        var place = 0
        while place < fewCount, few[place].index != Int32(truncatingIfNeeded: index) { place += 1 }
        let before = place < fewCount ? few[place].count : 0
        if place < Self.mostInPlace, let sum = UInt32(exactly: UInt64(before).saturatingSum(count)) {
            few[place] = Bucket(index: Int32(truncatingIfNeeded: index), count: sum)
            fewCount = max(fewCount, place + 1)
            return true
        }
        let known = few
        let used = fewCount
        fewCount = 0
        for place in 0..<used { addToPage(UInt64(known[place].count), Int(known[place].index)) }
        return false
    }

    private mutating func addToPage(_ count: UInt64, _ index: Int) {
        let entry = index >> Self.pageShift - firstPage
        if entry < 0 || entry >= directory.count || directory[entry] == 0 { open(index >> Self.pageShift) }
        add(count, toOpened: index)
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
            while firstPage + directory.count <= page { directory.append(0) }
        }
        directory[page - firstPage] = UInt16(counts.count >> Self.pageShift + 1)
        counts += Self.emptyPage
    }

    /// Every bucket that is not zero, by rising index (or falling, if `reversed`), until `body` returns false. Returns
    /// whether all were visited.
    @discardableResult
    func forEach(reversed: Bool = false, _ body: (_ index: Int, _ count: UInt64) -> Bool) -> Bool {
        if fewCount > 0 {
            let sorted = sortedFew
            for place in 0..<fewCount {
                let bucket = sorted[reversed ? fewCount - 1 - place : place]
                if bucket.count != 0, !body(Int(bucket.index), UInt64(bucket.count)) { return false }
            }
            return true
        }
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

    /// The buckets that are in place, by rising index.
    private var sortedFew: InlineArray<4, Bucket> {
        var sorted = few
        for next in 1..<max(fewCount, 1) {
            let bucket = sorted[next]
            var place = next
            while place > 0, sorted[place - 1].index > bucket.index {
                sorted[place] = sorted[place - 1]
                place -= 1
            }
            sorted[place] = bucket
        }
        return sorted
    }

    mutating func merge(_ other: BucketCounts) {
        other.forEach { index, count in
            add(count, to: index)
            return true
        }
    }

    /// Forgets the counts, and keeps the memory of the pages and the range that they were in.
    mutating func removeAll() {
        if directory.count <= Self.mostKept {
            for page in directory.indices { directory[page] = 0 }
        } else {
            directory = []
        }
        counts.removeAll(keepingCapacity: true)
        fewCount = 0
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
