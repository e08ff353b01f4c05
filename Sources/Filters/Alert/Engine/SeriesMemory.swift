import Bytes

/// What one call that looks back remembers of one series.
struct SeriesMemory {
    /// Beyond so many samples of one series the oldest are forgotten.
    static let mostSamples = 100_000

    private var times: [Int64] = []
    private var values: [Double] = []
    /// Samples before this one are forgotten.
    private var first = 0
    /// The moving average, or when the first condition of a sequence held last.
    private var average: Double?
    private var lastTime: Int64 = .min

    init() {}

    private var count: Int { times.count - first }

    /// Takes a value; of two of one time the later counts. Those from before `time - span` are forgotten, but for the last of
    /// them, which may be what was `span` ago.
    mutating func add(_ value: Double, at time: Int64, span: Int64) {
        if let last = times.last, count > 0, last >= time {
            values[values.count - 1] = value
            return
        }
        times.append(time)
        values.append(value)
        while count > 2, SeriesState.distance(times[first + 1], time) >= span || count > Self.mostSamples { first += 1 }
        if first > 64, first * 2 > times.count {
            times.removeFirst(first)
            values.removeFirst(first)
            first = 0
        }
    }

    /// The value of `span` ago: the last at or before that time, if it is not older than `slack` besides.
    func ago(_ span: Int64, from time: Int64, slack: Int64) -> Double? {
        var index = times.count - 1
        while index >= first {
            let age = SeriesState.distance(times[index], time)
            if age >= span { return age - span <= slack ? values[index] : nil }
            index -= 1
        }
        return nil
    }

    /// The values of the last `span`, this moment among them and the one `span` ago not, as Prometheus counts; without the
    /// newest where it is what they are to be compared with.
    func over(_ span: Int64, to time: Int64, withNewest: Bool = true) -> ArraySlice<Double> {
        var start = times.count
        while start > first, SeriesState.distance(times[start - 1], time) < span { start -= 1 }
        return values[start..<max(start, values.count - (withNewest ? 0 : 1))]
    }

    /// An average in which a value's weight is halved for each `halfLife` of its age (Holt 1957; the weight by time after
    /// Zumbach & Müller, "Operators on inhomogeneous time series", 2001, with each value held until the next).
    mutating func average(_ value: Double, at time: Int64, halfLife: Int64) -> Double {
        guard let before = average, time > lastTime else {
            if average == nil || time >= lastTime {
                average = average ?? value
                lastTime = max(time, lastTime)
            }
            return average ?? value
        }
        let age = Double(SeriesState.distance(lastTime, time)) / Double(halfLife)
        let kept = Exponential.half(to: age)
        let result = before * kept + value * (1 - kept)
        average = result
        lastTime = time
        return result
    }

    /// Whether so many of the last `m` answers were yes.
    mutating func count(_ holds: Bool, n: Int, m: Int, at time: Int64) -> Bool {
        if let last = times.last, count > 0, last >= time {
            // Of two records of one time either is enough.
            if holds { values[values.count - 1] = 1 }
        } else {
            times.append(time)
            values.append(holds ? 1 : 0)
        }
        if times.count > m {
            times.removeFirst(times.count - m)
            values.removeFirst(values.count - m)
        }
        return values.reduce(0, +) >= Double(n)
    }

    /// Whether what came first came at most `span` before what comes now.
    mutating func follows(_ isFirst: Bool, _ isSecond: Bool, at time: Int64, within span: Int64) -> Bool {
        let holds = isSecond && lastTime != .min && SeriesState.distance(lastTime, time) <= span
        if isFirst { lastTime = max(lastTime, time) }
        return holds
    }

    // MARK: Over a restart

    func save(to snapshot: inout SnapshotWriter) {
        snapshot.append(UInt64(count))
        for index in first..<times.count {
            snapshot.append(times[index])
            snapshot.append(values[index].bitPattern)
        }
        snapshot.append(average != nil)
        snapshot.append((average ?? 0).bitPattern)
        snapshot.append(lastTime)
    }

    init(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        for _ in 0..<(try snapshot.count()) {
            times.append(try snapshot.signed())
            values.append(Double(bitPattern: try snapshot.unsigned()))
        }
        let hasAverage = try snapshot.flag()
        let value = Double(bitPattern: try snapshot.unsigned())
        average = hasAverage ? value : nil
        lastTime = try snapshot.signed()
    }
}
