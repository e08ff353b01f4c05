import Bytes

/// The values that each series had last, of each field that a rule measures: what an alert shows of how it came about.
struct RecentValues: ~Copyable {
    /// Rows kept of each series.
    static let depth = 5
    /// Fields kept; beyond, an alert has its one value.
    static let mostColumns = 16

    private var slots = Slab<Int32>(capacity: 8)
    /// For each series and row.
    private var times = Slab<Int64>(capacity: 64)
    /// For each series, row and column.
    private var values = Slab<Double>(capacity: 64)
    /// For each series, where the next row goes.
    private var next = Slab<Int32>(capacity: 16)

    /// The column for a slot; -1 where there are enough.
    mutating func column(of slot: Int) -> Int32 {
        for column in 0..<slots.count where slots[column] == Int32(slot) { return Int32(column) }
        guard slots.count < Self.mostColumns else { return -1 }
        slots.append(Int32(slot))
        return Int32(slots.count - 1)
    }

    mutating func addSeries() {
        next.append(0)
        for _ in 0..<Self.depth {
            times.append(.min)
            for _ in 0..<slots.count { values.append(.nan) }
        }
    }

    /// Forgets what a series had.
    mutating func reset(_ series: Int) {
        for row in series * Self.depth..<(series + 1) * Self.depth { times[row] = .min }
    }

    /// Leaves only these series, in this order.
    mutating func keep(_ series: [Int]) {
        var times = Slab<Int64>(capacity: max(64, series.count * Self.depth))
        var values = Slab<Double>(capacity: max(64, series.count * Self.depth * slots.count))
        var next = Slab<Int32>(capacity: max(16, series.count))
        for one in series {
            next.append(self.next[one])
            for row in one * Self.depth..<(one + 1) * Self.depth {
                times.append(self.times[row])
                for column in 0..<slots.count { values.append(self.values[row * slots.count + column]) }
            }
        }
        self.times = times
        self.values = values
        self.next = next
    }

    @inline(__always) mutating func add(_ series: Int, at time: Int64, _ fields: borrowing FieldSlots) {
        guard slots.count > 0 else { return }
        var row = Int(next[series])
        let before = row == 0 ? Self.depth &- 1 : row &- 1
        if times[series &* Self.depth &+ before] == time {
            row = before
        } else {
            next[series] = Int32(truncatingIfNeeded: row &+ 1 == Self.depth ? 0 : row &+ 1)
            times[series &* Self.depth &+ row] = time
        }
        let start = (series &* Self.depth &+ row) &* slots.count
        for column in 0..<slots.count { values[start &+ column] = fields.numbers[Int(slots[column])] }
    }

    /// Oldest first, those that there are.
    func values(of series: Int, column: Int32) -> [(time: Int64, value: Double)] {
        guard column >= 0 else { return [] }
        var found: [(time: Int64, value: Double)] = []
        for offset in 0..<Self.depth {
            let row = series * Self.depth + (Int(next[series]) + offset) % Self.depth
            let value = values[row * slots.count + Int(column)]
            if times[row] != .min, !value.isNaN { found.append((times[row], value)) }
        }
        return found
    }
}
