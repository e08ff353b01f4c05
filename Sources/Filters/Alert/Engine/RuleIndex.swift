import Bytes

/// The rules of a group that a record may concern, found for all of them at once.
///
/// Each comparison of a field with a number divides the numbers into those below its bound, at it, and above. Of each field the
/// bounds of all rules lie sorted here, and for each interval between two there is a row with a bit for each rule: 0 where
/// some comparison of that rule fails there. The rows in which a record's fields lie, joined by "and", leave the candidates,
/// and only these are evaluated (the bit vectors of Lakshman & Stiliadis, "High-speed policy-based packet forwarding using
/// efficient multi-dimensional range matching", SIGCOMM 1998).
struct RuleIndex: ~Copyable {
    /// Beyond so many words of rows (2 MiB) each rule is looked at for each record instead.
    static let mostWords = 1 << 18

    struct Column: BitwiseCopyable {
        let slot: Int32
        let firstBound: Int32
        let boundCount: Int32
        /// Rows: where the field is absent, where it is no number, and then below the first bound, at it, above it …
        let firstWord: Int32
    }

    private var columns = Slab<Column>(capacity: 4)
    private var bounds = Slab<Double>(capacity: 64)
    private var rows = Slab<UInt64>(capacity: 64)
    /// Words of 64 rules.
    let width: Int
    /// False where there would be too many rows.
    let isUsable: Bool

    init(_ entries: borrowing Slab<SeriesGroup.Entry>, _ tests: borrowing Slab<ThresholdTest>) {
        let width = (entries.count + 63) / 64
        self.width = width
        var boundsOfSlots: [Int32: [Double]] = [:]
        for index in 0..<tests.count { boundsOfSlots[tests[index].slot, default: []].append(tests[index].bound) }
        var words = 0
        for slot in boundsOfSlots.keys.sorted() {
            var sorted: [Double] = []
            for bound in (boundsOfSlots[slot] ?? []).sorted() where sorted.last != bound { sorted.append(bound) }
            boundsOfSlots[slot] = sorted
            words += (2 * sorted.count + 3) * width
        }
        isUsable = words <= Self.mostWords
        guard isUsable else { return }
        for slot in boundsOfSlots.keys.sorted() {
            add(slot, boundsOfSlots[slot] ?? [], entries, tests)
        }
    }

    private mutating func add(
        _ slot: Int32, _ sorted: [Double], _ entries: borrowing Slab<SeriesGroup.Entry>,
        _ tests: borrowing Slab<ThresholdTest>
    ) {
        let column = Column(
            slot: slot, firstBound: Int32(bounds.count), boundCount: Int32(sorted.count), firstWord: Int32(rows.count))
        columns.append(column)
        for bound in sorted { bounds.append(bound) }
        for _ in 0..<(2 * sorted.count + 3) * width { rows.append(.max) }
        for rule in 0..<entries.count where entries[rule].kind == .thresholds {
            let first = Int(entries[rule].firstTest)
            for index in first..<first + Int(entries[rule].testCount) where tests[index].slot == slot {
                clear(rule, at: 0, column)
                let place = sorted.firstIndex(of: tests[index].bound) ?? 0
                for interval in 0...2 * sorted.count where interval != 2 * place + 1 {
                    if !tests[index].comparison.holds(whereLess: interval <= 2 * place) {
                        clear(rule, at: 2 + interval, column)
                    }
                }
            }
        }
    }

    private mutating func clear(_ rule: Int, at row: Int, _ column: Column) {
        rows[Int(column.firstWord) + row * width + rule / 64] &= ~(1 << UInt64(rule % 64))
    }

    /// Leaves a bit for each rule of the group that may hold, in words of 64.
    @inline(__always) func find(_ slots: borrowing FieldSlots, into candidates: inout Slab<UInt64>) {
        for word in 0..<width { candidates[word] = .max }
        for index in 0..<columns.count {
            let column = columns[index]
            let start = Int(column.firstWord) &+ row(column, slots) &* width
            for word in 0..<width { candidates[word] &= rows[start &+ word] }
        }
    }

    @inline(__always) private func row(_ column: Column, _ slots: borrowing FieldSlots) -> Int {
        switch slots.contents[Int(column.slot)] {
        case .absent: return 0
        case .other: return 1
        case .number: break
        }
        let number = slots.numbers[Int(column.slot)]
        // How many bounds are below it.
        var low = Int(column.firstBound)
        var count = Int(column.boundCount)
        while count > 0 {
            let half = count >> 1
            if bounds[low &+ half] < number {
                low &+= half &+ 1
                count &-= half &+ 1
            } else {
                count = half
            }
        }
        let below = low &- Int(column.firstBound)
        let isAtBound = below < Int(column.boundCount) && bounds[low] == number
        return 2 &+ 2 &* below &+ (isAtBound ? 1 : 0)
    }
}
